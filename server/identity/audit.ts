/** What was done with a person's account and data, in a chain of the person's own. */
import { appendAudit } from '../audit/chain';
import type { Store } from '../cases/store';
import { canonical, type Json } from '../crypto/canonical';

export const personChain = (id: string): string => `person:${id}`;

export interface PersonEntry {
  readonly action: string;
  /** No personal data: it stands in clear. */
  readonly about?: Readonly<Record<string, Json>>;
}

export async function auditPerson(
  { db }: Pick<Store, 'db'>,
  id: string,
  { action, about }: PersonEntry,
  at: number,
): Promise<void> {
  const detail = about ? canonical(about) : '';
  const entry = { at, actor: { role: 'applicant', id } as const, action, detail, digest: '' };
  await db.transaction().execute((tx) => appendAudit(tx, personChain(id), entry));
}
