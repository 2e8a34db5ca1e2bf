import type { SheetData } from '@/components/sheet/sheet-data';
import type { CertificateReceipt } from '@/contract/certificate';
import { groupedCode } from '@/domain/certificate/access-code';
import { showDate } from '@/domain/form/kinds/dates';
import reference from '@/generated/certificate/reference';

/** The receipt as a sheet of paper: no name of the company on it, as a lost picture would tell that it prepares to list. */
export function receiptSheet({ number, queryCode, submittedOn, departments }: CertificateReceipt): SheetData {
  const { days } = reference.parameters;
  return {
    title: '已提交',
    subtitle: '企业上市无违规证明',
    blocks: [
      { title: '办件编号', lines: [number] },
      {
        title: '查询码',
        lines: [groupedCode(queryCode), '连同统一社会信用代码，不登录也能查到哪一步。请像密码一样保管。'],
      },
      { title: '提交日期', lines: [showDate(submittedOn)] },
      {
        title: '接下来',
        lines: [
          '先看材料齐不齐，缺了一次说清。',
          `受理后 ${departments} 个部门同时审，${days} 个工作日，从受理第二天算起。`,
          '部门要您说明时，时钟停着等您，答复后接着走。',
        ],
      },
      { title: '有事问谁', lines: ['拨 12345，报办件编号'] },
    ],
    foot: '在“我的证明”里看进度、答问题、撤回、下载。',
  };
}
