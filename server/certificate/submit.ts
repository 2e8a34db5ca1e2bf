/** An application handed in: case, event, content, audit entry, projection and message in one transaction, once a key. */
import { randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { CertificateDraft } from '@/contract/certificate-draft';
import { accessCode, ACCESS_CODE_BYTES } from '@/domain/certificate/access-code';
import { findDuplicate, type KnownCase } from '@/domain/certificate/duplicates';
import type { CertificateApplication } from '@/domain/certificate/application';
import { scopeOf } from '@/domain/certificate/events';
import { derive } from '@/domain/certificate/state';
import { receiptNumber } from '@/domain/case/receipt-number';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { FIRST } from '../audit/chain';
import type { Store } from '../cases/store';
import { canonical, type Json } from '../crypto/canonical';
import { blindIndex } from '../crypto/keys';
import type { Database } from '../db/schema';
import { newId } from '../ids';
import { latestContentIn, toContentRow } from './content';
import { eventsOf, stateAt } from './find';
import { companyDigest, lookUpDigest } from './keys';
import { messagesOf } from './messages';
import { project } from './project';
import { rulesOf } from './rules';
import { toEventRow, type StoredEvent } from './stored';
import { stepAudit, writeStep } from './write';

export interface NewCertificate {
  /** The person who hands it in for the company. */
  readonly owner: string;
  readonly key: string;
  /** As it was sent: what makes two sendings the same one. */
  readonly sent: CertificateDraft;
  /** Already found sound. */
  readonly draft: CertificateDraft;
  readonly application: CertificateApplication;
}

export interface CertificateTaken {
  readonly caseId: string;
  readonly receipt: string;
  readonly queryCode: string;
  readonly departments: number;
  readonly submittedAt: number;
}

export type SubmitFault =
  | { readonly code: 'keyReused' }
  /** The company has a running case of this purpose and time. */
  | { readonly code: 'duplicate'; readonly receipt: string };

type Sent = Pick<NewCertificate, 'owner' | 'key' | 'sent'>;

/** Keyed, as it covers personal data. */
const digestOf = ({ keys }: Store, { sent }: Sent): string =>
  blindIndex(keys, 'certificate', canonical(JSON.parse(JSON.stringify(sent)) as Json));

async function earlierIn(
  db: Kysely<Database> | Transaction<Database>,
  store: Store,
  sent: Sent,
): Promise<Result<CertificateTaken, SubmitFault> | undefined> {
  const found = await db
    .selectFrom('certificate_keys')
    .innerJoin('certificate_cases', 'certificate_cases.id', 'certificate_keys.case_id')
    .select(['digest', 'id', 'receipt', 'certificate_cases.created_at'])
    .where('certificate_keys.owner', '=', sent.owner)
    .where('key', '=', sent.key)
    .executeTakeFirst();
  if (!found) return undefined;
  if (found.digest !== digestOf(store, sent)) return err({ code: 'keyReused' });
  const { queryCode, application } = (await latestContentIn(db, store, found.id)).content;
  return ok({
    caseId: found.id,
    receipt: found.receipt,
    queryCode,
    departments: application.departments.length,
    submittedAt: found.created_at,
  });
}

/** What the same sending came to before. */
export const findEarlier = (store: Store, sent: Sent) => earlierIn(store.db, store, sent);

/** Of the company, whoever handed them in. Two that come at once wait for each other here. */
async function runningOf(
  tx: Transaction<Database>,
  store: Store,
  company: string,
  at: number,
): Promise<readonly KnownCase[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${company}, 7))`.execute(tx);
  const rows = await tx
    .selectFrom('certificate_cases')
    .innerJoin('certificate_states', 'certificate_states.case_id', 'certificate_cases.id')
    .selectAll('certificate_cases')
    .where('certificate_states.company_digest', '=', company)
    .where('is_open', '=', true)
    .execute();
  const cases: KnownCase[] = [];
  for (const row of rows) {
    const { main, scope } = stateAt(store, (await eventsOf(tx, store, row)).events, at);
    cases.push({ id: row.receipt, main, scope });
  }
  return cases;
}

async function create(
  tx: Transaction<Database>,
  store: Store,
  { owner, draft, application }: NewCertificate,
  { caseId, receipt, company, at }: { caseId: string; receipt: string; company: string; at: number },
): Promise<CertificateTaken> {
  const { keys } = store;
  const on = shanghaiMoment(at).date;
  const scope = scopeOf(application);
  const queryCode = accessCode(randomBytes(ACCESS_CODE_BYTES));
  const first: StoredEvent = {
    seq: 1,
    at,
    actorId: owner,
    event: { kind: 'submitted', scope, on, by: { role: 'enterprise' } },
    more: {},
  };
  const state = derive([first.event], on, rulesOf(store));
  if (!state) throw new Error('a submission makes a case');
  const event = toEventRow(keys, caseId, first, undefined);
  const content = toContentRow(keys, {
    caseId,
    version: 1,
    content: { draft, queryCode, application },
    at,
  });
  const look_up_digest = lookUpDigest(keys, queryCode, scope.creditCode);
  const identity = { owner, receipt, company_digest: company, look_up_digest };
  const audit = stepAudit(event, { content, identity }, FIRST);
  await tx
    .insertInto('certificate_cases')
    .values({ id: caseId, ...identity, version: 1, chain_head: audit.hash, created_at: at })
    .execute();
  const head = { id: caseId, owner, receipt, company_digest: company };
  await writeStep(tx, {
    events: [event],
    audit: [audit],
    content,
    projection: project(keys, head, [first], { state, on }),
    messages: messagesOf(head, first, 0),
  });
  return { caseId, receipt, queryCode, departments: scope.departments.length, submittedAt: at };
}

/** Nothing of it is kept when the case is a duplicate: the key too can be used again. */
class Refused extends Error {
  constructor(readonly fault: SubmitFault) {
    super(fault.code);
  }
}

/** `at`: the instant, in ms. */
export async function submit(
  store: Store,
  certificate: NewCertificate,
  at: number,
): Promise<Result<CertificateTaken, SubmitFault>> {
  const { owner, key } = certificate;
  const scope = scopeOf(certificate.application);
  const digest = digestOf(store, certificate);
  const caseId = newId(at);
  const company = companyDigest(store.keys, scope.creditCode);
  const receipt = receiptNumber(shanghaiMoment(at).date, await store.nextSerial());
  const work = store.db.transaction().execute(async (tx) => {
    const claimed = await tx
      .insertInto('certificate_keys')
      .values({ owner, key, digest, case_id: caseId, created_at: at })
      .onConflict((conflict) => conflict.columns(['owner', 'key']).doNothing())
      .returning('case_id')
      .executeTakeFirst();
    if (!claimed) {
      const before = await earlierIn(tx, store, certificate);
      if (!before) throw new Error('a key that is taken has a case');
      return before;
    }
    const duplicate = findDuplicate(await runningOf(tx, store, company, at), scope);
    if (duplicate) throw new Refused({ code: 'duplicate', receipt: duplicate.id });
    return ok(await create(tx, store, certificate, { caseId, receipt, company, at }));
  });
  return work.catch((error: unknown) => {
    if (error instanceof Refused) return err(error.fault);
    throw error;
  });
}
