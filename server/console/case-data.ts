/** A case as a member of staff sees it: found only where the department is theirs. */
import type { CaseView } from '@/domain/case/derive';
import { checkReceiptNumber } from '@/domain/case/receipt-number';
import { reviewOf, type ReviewLine } from '@/domain/form/review';
import { readAnswers } from '@/domain/form/validate';
import type { Store } from '../cases/store';
import { findByReceipt, viewAt, type StoredCase } from '../cases/read';
import { getItem, type Item } from '../catalogue';
import { readContents, type VersionedContent } from '../api/content';
import { ofCase, type Attachment } from '../files/attachments';
import { signaturesOf, type Signature } from '../signatures/rows';
import { departmentsIn, rolesFor } from '../staff/access';
import type { StaffRole } from '../staff/accounts';
import type { Visit } from './route';

export interface CaseFile {
  readonly stored: StoredCase;
  readonly view: CaseView;
  readonly item: Item;
  /** Oldest first; one at least. */
  readonly contents: readonly VersionedContent[];
  readonly latest: VersionedContent;
  readonly attachments: readonly Attachment[];
  readonly signatures: readonly Signature[];
  /** Of the one who looks, for this case; one at least. */
  readonly roles: readonly StaffRole[];
  readonly names: ReadonlyMap<string, string>;
}

export function linesOf(
  { item, view }: Pick<CaseFile, 'item' | 'view'>,
  { answers }: VersionedContent,
  { calendar }: Store,
): readonly ReviewLine[] {
  return reviewOf(item.form, readAnswers(item.form, answers, { asOf: view.submittedOn, calendar }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names of the staff who did something; the ids of the system's own doings are none. */
async function namesOf({ db }: Store, { events }: StoredCase): Promise<ReadonlyMap<string, string>> {
  const office = events.filter(({ actor }) => actor.role !== 'applicant' && UUID.test(actor.id));
  const ids = [...new Set(office.map(({ actor }) => actor.id))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** `undefined`: no such case, or none of this person's. */
export async function openCase({ service, staff, params, at }: Visit): Promise<CaseFile | undefined> {
  const { store } = service;
  const receipt = checkReceiptNumber(params['number'] ?? '');
  const stored = receipt.ok ? await findByReceipt(store, receipt.value.number) : undefined;
  if (!stored) return undefined;
  const view = viewAt(store, stored, at);
  const roles = rolesFor(staff, departmentsIn(view));
  if (roles.length === 0) return undefined;
  const contents = await readContents(store, stored.row.id);
  const latest = contents.at(-1);
  if (!latest) throw new Error(`case ${stored.row.id} has no answers`);
  return {
    stored,
    view,
    item: getItem(stored.row.item),
    contents,
    latest,
    attachments: await ofCase(store, stored.row.id),
    signatures: await signaturesOf(store, stored.row.id),
    roles,
    names: await namesOf(store, stored),
  };
}

export const casePath = (number: string): string => `/console/cases/${number}`;
