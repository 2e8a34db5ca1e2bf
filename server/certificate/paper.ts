/** A certificate made and kept: its number, its code, its file, and the signed text of its QR. */
import { createHash, randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { accessCode, ACCESS_CODE_BYTES } from '@/domain/certificate/access-code';
import type { Certificate } from '@/domain/certificate/events';
import { certificateNumber } from '@/domain/certificate/numbers';
import type { CertificateState } from '@/domain/certificate/state';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import type { Store } from '../cases/store';
import { canonical } from '../crypto/canonical';
import { mustUnseal, seal } from '../crypto/seal';
import { sm3 } from '../crypto/sm3';
import type { CertificatePapersTable } from '../db/certificate-schema';
import type { Database } from '../db/schema';
import type { FileStore } from '../files/port';
import { codeDigest } from './keys';
import type { CertificateMaker, CertifiedOutcome, PaperFacts } from './port';
import { reference } from './rules';

const sealedSchema = z.object({ payload: z.string() });

const placeOf = (number: string): string => `certificate_papers/${number}`;

/** A number that is given out and not used stays a gap: it is on no paper. */
async function nextNumber({ db }: Store, day: CivilDate): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into certificate_serials (day, last) values (${formatDate(day)}::date, 1)
    on conflict (day) do update set last = certificate_serials.last + 1 returning last`.execute(db);
  const number = certificateNumber({ issuedOn: day, serial: rows[0]?.last ?? 0 });
  if (!number.ok) throw new Error('no more numbers today');
  return number.value;
}

const findingsOf = ({ board }: CertificateState, { included }: CertifiedOutcome): PaperFacts['findings'] =>
  board
    .filter(({ department }) => included.includes(department))
    .flatMap(({ department, cells }) =>
      cells.flatMap(({ entity, finding }) => (finding ? [{ department, entity, finding }] : [])),
    );

export interface NewPaper {
  readonly caseId: string;
  readonly state: CertificateState;
  readonly outcome: CertifiedOutcome;
  readonly copies: number;
  readonly issuedOn: CivilDate;
  readonly replaces?: string;
  readonly demo: boolean;
}

export interface MadePaper {
  readonly certificate: Certificate;
  readonly row: CertificatePapersTable;
  readonly bytes: Buffer;
}

/** Nothing of it counts until its row is written with the decision. */
export async function makePaper(
  store: Store,
  maker: CertificateMaker,
  { caseId, state, outcome, copies, issuedOn, replaces, demo }: NewPaper,
  at: number,
): Promise<MadePaper> {
  const number = await nextNumber(store, issuedOn);
  const code = accessCode(randomBytes(ACCESS_CODE_BYTES));
  const { pdf, payload } = await maker.make({
    number,
    code,
    issuedOn,
    scope: state.scope,
    outcome,
    findings: findingsOf(state, outcome),
    copies,
    useMonths: reference.parameters.useMonths,
    ...(replaces === undefined ? {} : { replaces }),
    demo,
  });
  const row = {
    number,
    case_id: caseId,
    code_digest: codeDigest(store.keys, code),
    stored_as: randomBytes(16).toString('hex'),
    sm3: sm3(pdf),
    sealed: seal(store.keys, canonical({ payload }), placeOf(number)),
    created_at: at,
  };
  const fileHash = createHash('sha256').update(pdf).digest('hex');
  return { certificate: { number, code, fileHash }, row, bytes: pdf };
}

/** The bytes first: a row without its file would be a certificate that nobody can read. */
export const keepBytes = (files: FileStore, { row, bytes }: MadePaper): Promise<void> =>
  files.put(row.stored_as, bytes);

export const keepRow = async (tx: Transaction<Database>, { row }: MadePaper): Promise<void> => {
  await tx.insertInto('certificate_papers').values(row).execute();
};

export interface KeptPaper extends CertificatePapersTable {
  readonly payload: string;
}

const toPaper = ({ keys }: Store, row: CertificatePapersTable): KeptPaper => {
  const opened: unknown = JSON.parse(mustUnseal(keys, row.sealed, placeOf(row.number)).toString());
  return { ...row, ...sealedSchema.parse(opened) };
};

export async function papersOf(store: Store, caseId: string): Promise<ReadonlyMap<string, KeptPaper>> {
  const rows = await store.db
    .selectFrom('certificate_papers')
    .selectAll()
    .where('case_id', '=', caseId)
    .execute();
  return new Map(rows.map((row) => [row.number, toPaper(store, row)]));
}

/** Bytes as they were made; other bytes mean that somebody changed them, and throw. */
export async function paperBytes(files: FileStore, paper: KeptPaper): Promise<Buffer | undefined> {
  const bytes = await files.get(paper.stored_as);
  if (bytes && sm3(bytes) !== paper.sm3) throw new Error(`paper ${paper.number} is not what was made`);
  return bytes;
}

export const findPaper = async (
  { db }: Store,
  by: { readonly number: string } | { readonly codeDigest: string },
): Promise<Pick<CertificatePapersTable, 'number' | 'case_id'> | undefined> =>
  db
    .selectFrom('certificate_papers')
    .select(['number', 'case_id'])
    .where('number' in by ? 'number' : 'code_digest', '=', 'number' in by ? by.number : by.codeDigest)
    .executeTakeFirst();
