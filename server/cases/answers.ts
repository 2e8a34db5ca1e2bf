/** Versions of the answers, sealed. */
import type { Json } from '../crypto/canonical';
import type { KeyRing } from '../crypto/keys';
import type { CaseAnswersTable } from '../db/schema';
import { openJson, sealJson } from './sealed-json';
import type { Store } from './store';

const placeOf = (caseId: string, version: number): string => `case_answers/${caseId}/${version}`;

export interface NewAnswers {
  readonly caseId: string;
  readonly version: number;
  readonly formVersion: number;
  readonly answers: Json;
  readonly at: number;
}

export const toAnswersRow = (
  keys: KeyRing,
  { caseId, version, formVersion, answers, at }: NewAnswers,
): CaseAnswersTable => ({
  case_id: caseId,
  version,
  form_version: formVersion,
  ...sealJson(keys, answers, placeOf(caseId, version)),
  created_at: at,
});

export interface StoredAnswers {
  readonly version: number;
  readonly formVersion: number;
  readonly answers: unknown;
  readonly at: number;
}

/** All versions, oldest first, of a case that the caller has already been let see. */
export async function readAnswers({ db, keys }: Store, caseId: string): Promise<readonly StoredAnswers[]> {
  const rows = await db
    .selectFrom('case_answers')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    formVersion: row.form_version,
    answers: openJson(keys, row, placeOf(caseId, row.version)),
    at: row.created_at,
  }));
}
