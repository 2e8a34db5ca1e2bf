/** The parts of the one page: what each asks about. */
import { isInside } from '../place';
import type { Wrong } from '../filling';

export const PARTS = [
  { id: 'company', title: '公司', tops: ['company'] },
  { id: 'contact', title: '联系人和抄送', tops: ['contact', 'intermediaries'] },
  { id: 'purpose', title: '用途', tops: ['purpose', 'purposeNote', 'board'] },
  {
    id: 'scope',
    title: '查谁、查哪些、查多久',
    tops: ['entities', 'related', 'departments', 'scopeConfirmed', 'period'],
  },
  { id: 'records', title: '已知处罚', tops: ['knownRecords'] },
  { id: 'delivery', title: '怎么出、怎么送', tops: ['copies', 'delivery'] },
  { id: 'materials', title: '材料', tops: ['materials'] },
  { id: 'consents', title: '授权和承诺', tops: ['consents'] },
] as const;

export type PartId = (typeof PARTS)[number]['id'];

export const partIn = (text: string | undefined): PartId | undefined =>
  PARTS.find(({ id }) => id === text)?.id;

export function partOf({ place }: Pick<Wrong, 'place'>): PartId {
  return PARTS.find(({ tops }) => tops.some((top) => isInside(place, top)))?.id ?? 'company';
}

export const wrongIn = (part: PartId, wrong: readonly Wrong[]): readonly Wrong[] =>
  wrong.filter((each) => partOf(each) === part);
