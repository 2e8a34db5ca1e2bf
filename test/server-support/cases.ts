/** A store over a fresh database, and what cases in tests are made of. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { CaseFact } from '@/domain/case/event';
import { calendar, RULES } from '@/domain/case/cases.arbitrary';
import { append, type Append } from '../../server/cases/append';
import { serials } from '../../server/cases/serials';
import type { Store } from '../../server/cases/store';
import type { Submission } from '../../server/cases/submit';
import { readKeys, type KeyRing } from '../../server/crypto/keys';
import type { OpenDatabase } from '../../server/db/open';

export const NOON = Date.parse('2026-11-24T04:00:00Z');
export const DAY_MS = 86_400_000;

const secret = (): string => randomBytes(32).toString('base64');

export function testKeys(): KeyRing {
  const keys = readKeys(`k1:sm4-cbc-hmac-sm3:${secret()}`, secret());
  if (!keys.ok) throw new Error(keys.error);
  return keys.value;
}

export const storeOver = ({ db }: Pick<OpenDatabase, 'db'>, keys: KeyRing = testKeys()): Store => ({
  db,
  keys,
  calendar,
  nextSerial: serials(db),
});

export const submission = (over: Partial<Submission> = {}): Submission => ({
  owner: randomUUID(),
  key: randomUUID(),
  item: 'public-place-hygiene',
  formVersion: 1,
  rules: RULES,
  tasks: [{ id: 'main', department: 'health' }],
  answers: { applicantName: '张三', idNo: '210213199003079993', mobile: '13912345678' },
  ...over,
});

/** As a clerk or reviewer would: the fact, on the version given. */
export const does = (
  store: Store,
  caseId: string,
  expected: number,
  fact: CaseFact,
  more: Partial<Append> & { at?: number } = {},
) => {
  const { at = NOON, ...rest } = more;
  const actor = { role: 'reviewer', id: 'r1' } as const;
  return append(store, { caseId, actor, fact, expected, ...rest }, at);
};
