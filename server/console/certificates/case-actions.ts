/** Forms about a whole case to what is done. `undefined`: not filled in. */
import { CASE_ACTIONS, type CaseAction } from './case-forms';
import type { DeskAction } from '../../certificate/desk-types';
import { fieldOf, type Fields, type Visit } from '../route';
import { COURIER_STEPS, REVOCATIONS } from './words';
import { keepUpload, UPLOAD_REFUSED } from './upload';

const MAX_NOTE = 500;
const MAX_ITEMS = 20;

const reasonIn = (fields: Fields): string => fieldOf(fields, 'reason').slice(0, MAX_NOTE);

const isKeyOf = <T extends object>(table: T, text: string): text is Extract<keyof T, string> =>
  Object.hasOwn(table, text);

const itemsIn = (fields: Fields): readonly string[] =>
  fieldOf(fields, 'items')
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, MAX_NOTE))
    .filter((line) => line !== '')
    .slice(0, MAX_ITEMS);

const wholeNumber = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : 0);

function wholeAction(kind: CaseAction, fields: Fields): DeskAction | undefined {
  const reason = reasonIn(fields);
  switch (kind) {
    case 'accepted':
    case 'closed':
      return { kind };
    case 'correctionAsked':
      return { kind, items: itemsIn(fields) };
    case 'rejected':
    case 'replaced':
      return { kind, reason };
    case 'extended':
      return { kind, days: wholeNumber(fieldOf(fields, 'days')), reason };
    case 'decided':
      return reason === '' ? { kind } : { kind, reason };
    case 'revoked':
      return isKeyOf(REVOCATIONS, reason) ? { kind, reason } : undefined;
    case 'courier': {
      const step = fieldOf(fields, 'step-of-courier');
      return isKeyOf(COURIER_STEPS, step) ? { kind, step } : undefined;
    }
    case 'complaintAnswered':
      return { kind, complaint: wholeNumber(fieldOf(fields, 'complaint')), text: reason };
    case 'handedOver': {
      const way = (['electronic', 'collected'] as const).find((one) => one === fieldOf(fields, 'way'));
      return way && { kind, way };
    }
  }
}

function columnAction(kind: string, fields: Fields): DeskAction | undefined {
  const [department, reason] = [fieldOf(fields, 'department'), reasonIn(fields)];
  switch (kind) {
    case 'urged':
      return { kind, department };
    case 'reassigned':
      return { kind, department, to: fieldOf(fields, 'to') };
    case 'ruled': {
      const ruling = (['keeps', 'excluded'] as const).find((one) => one === fieldOf(fields, 'ruling'));
      return ruling && { kind, department, ruling, reason };
    }
    case 'externalWait':
    case 'reopened':
      return { kind, department, reason };
    default:
      return undefined;
  }
}

export type ReadAction = { readonly action: DeskAction } | { readonly fault: string };

const NOT_FILLED = '表没有填完，请补上再办。';

async function repliedIn(visit: Visit): Promise<ReadAction> {
  const upload = await keepUpload(visit);
  if (upload === 'refused') return { fault: UPLOAD_REFUSED };
  if (!upload) return { fault: '请选一个扫描件再上传。' };
  const department = fieldOf(visit.fields, 'department');
  return { action: { kind: 'externalReplied', department, scan: upload.id } };
}

export async function actionIn(visit: Visit): Promise<ReadAction> {
  const kind = visit.params['action'] ?? '';
  if (kind === 'externalReplied') return repliedIn(visit);
  const action = isKeyOf(CASE_ACTIONS, kind)
    ? wholeAction(kind, visit.fields)
    : columnAction(kind, visit.fields);
  return action ? { action } : { fault: NOT_FILLED };
}
