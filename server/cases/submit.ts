/** A submission: case, event, answers, audit entry, projection and message at once, once for each key. */
import type { Transaction } from 'kysely';
import type { CaseEvent, CaseTask } from '@/domain/case/event';
import { receiptNumber } from '@/domain/case/receipt-number';
import type { CaseRules } from '@/domain/case/rules';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { FIRST } from '../audit/chain';
import { canonical, type Json } from '../crypto/canonical';
import { blindIndex } from '../crypto/keys';
import type { Database } from '../db/schema';
import { newId } from '../ids';
import { toAnswersRow } from './answers';
import { toEventRow } from './event-rows';
import { project } from './project';
import type { Store } from './store';
import { messageOf, stepAudit, writeStep, type Opening, type Step } from './write';

export interface Submission {
  readonly owner: string;
  /** Made by the phone once for each submission, and sent again with each retry. */
  readonly key: string;
  readonly item: string;
  readonly formVersion: number;
  readonly rules: CaseRules;
  readonly tasks: readonly CaseTask[];
  /** Already found valid. */
  readonly answers: Json;
  readonly company?: string;
  /** Ids of signatures that are still to be given. */
  readonly unsigned?: readonly string[];
  /** Done in the same transaction, unless the key came before. */
  readonly within?: (tx: Transaction<Database>, caseId: string) => Promise<void>;
}

export interface SubmitReceipt {
  readonly caseId: string;
  readonly receipt: string;
  readonly submittedAt: number;
  /** Whether this key had been received before: nothing new was stored. */
  readonly repeated: boolean;
}

/** `keyReused`: the key came before with something else in it. */
export type SubmitFault = 'keyReused';

/** What makes two submissions the same one; keyed, as it covers personal data. */
const digestOf = ({ keys }: Store, { item, formVersion, answers, company }: Submission): string =>
  blindIndex(keys, 'submission', canonical([item, formVersion, answers, company ?? '']));

async function earlier(
  { db }: Store,
  { owner, key }: Submission,
  digest: string,
): Promise<Result<SubmitReceipt, SubmitFault>> {
  const found = await db
    .selectFrom('idempotency')
    .innerJoin('cases', 'cases.id', 'idempotency.case_id')
    .select(['idempotency.digest', 'cases.id', 'cases.receipt', 'cases.created_at'])
    .where('idempotency.owner', '=', owner)
    .where('idempotency.key', '=', key)
    .executeTakeFirstOrThrow();
  if (found.digest !== digest) return err('keyReused');
  return ok({ caseId: found.id, receipt: found.receipt, submittedAt: found.created_at, repeated: true });
}

function firstEvent(
  { owner, item, formVersion, rules, tasks, unsigned = [] }: Submission,
  at: number,
): CaseEvent {
  return {
    seq: 1,
    at,
    actor: { role: 'applicant', id: owner },
    fact: {
      kind: 'submitted',
      item,
      formVersion,
      answers: 1,
      tasks,
      rules,
      ...(unsigned.length > 0 ? { unsigned } : {}),
    },
  };
}

interface Writing {
  readonly step: Step;
  readonly opening: Opening;
  readonly caseId: string;
}

/** A statement alone is its own transaction. */
function writeAll({ db }: Store, { step, opening, caseId }: Writing, { within }: Submission): Promise<void> {
  if (!within) return writeStep(db, step, opening);
  return db.transaction().execute(async (tx) => {
    await writeStep(tx, step, opening);
    await within(tx, caseId);
  });
}

const UNIQUE_VIOLATION = '23505';

const isKeyTaken = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === UNIQUE_VIOLATION &&
  'constraint' in error &&
  error.constraint === 'idempotency_pkey';

/** `at`: the instant, in ms. Of two that come at once with one key, the second waits and gets the first one's receipt. */
export async function submit(
  store: Store,
  submission: Submission,
  at: number,
): Promise<Result<SubmitReceipt, SubmitFault>> {
  const { keys, calendar, nextSerial } = store;
  const { owner, key, item, formVersion } = submission;
  const caseId = newId(at);
  const digest = digestOf(store, submission);
  const receipt = receiptNumber(shanghaiMoment(at).date, await nextSerial());
  const first = firstEvent(submission, at);
  const event = toEventRow(keys, caseId, first, undefined);
  const answers = toAnswersRow(keys, { caseId, version: 1, formVersion, answers: submission.answers, at });
  const identity = { owner, receipt, item, company: submission.company ?? null };
  const audit = stepAudit(event, { answers, identity }, first.actor, FIRST);
  const projection = project({ id: caseId, owner, receipt, item }, [first], calendar);
  const step = { event, audit, answers, projection, messages: [messageOf(caseId, owner, first)] };
  const opening = {
    idempotency: { owner, key, digest, case_id: caseId, created_at: at },
    row: { id: caseId, ...identity, version: 1, chain_head: audit.hash, created_at: at },
  };
  try {
    await writeAll(store, { step, opening, caseId }, submission);
    return ok({ caseId, receipt, submittedAt: at, repeated: false });
  } catch (error) {
    if (isKeyTaken(error)) return earlier(store, submission, digest);
    throw error;
  }
}
