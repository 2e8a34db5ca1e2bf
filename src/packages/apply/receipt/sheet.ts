import type { Receipt } from '@/contract/cases';
import type { SheetData } from '@/components/sheet/sheet-data';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import type { Form } from '@/domain/form/form';
import { showDate } from '@/domain/form/kinds/dates';
import { departmentName, guideOf } from '@/shell/catalogue';
import { itemName } from '../forms';
import { nextText } from '../words';

/** The receipt as a sheet of paper: no name, no number of a person on it. */
export function receiptSheet({ number, item, submittedOn, due }: Receipt, form: Form | undefined): SheetData {
  const department = departmentName(guideOf(item)?.department ?? '');
  return {
    title: '已提交',
    subtitle: itemName(item),
    blocks: [
      { title: '办件编号', lines: [showReceiptNumber(number)] },
      { title: '提交日期', lines: [showDate(submittedOn)] },
      ...(form === undefined ? [] : [{ title: '接下来', lines: [nextText(form, due)] }]),
      { title: '有事问谁', lines: [`${department}；或拨 12345，报办件编号`] },
    ],
    foot: '在“我的办件”里随时看进度、补材料、撤回。',
  };
}
