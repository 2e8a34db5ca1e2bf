/** From a finished run to entitlements: who is new on the list is matched, who is no longer on it is stopped. */
import type { Actor } from '@/domain/case/event';
import { derive } from '@/domain/matching/derive';
import type { EntitlementEvent, EntitlementFact } from '@/domain/matching/event';
import { dateOf } from '@/domain/shared/civil-date';
import type { Store } from '../cases/store';
import type { EntitlementsTable } from '../db/matching-schema';
import { newId } from '../ids';
import { append, type Happening } from './append';
import { findEntitlement } from './entitlements';
import { toEventRow } from './event-rows';
import { getPolicy } from './rules';
import type { Run } from './runs';
import { project, writeNew, type Step } from './steps';

type Engine = Pick<Store, 'db' | 'keys'>;

export interface Enrolled {
  readonly matched: number;
  readonly rematched: number;
  readonly stopped: number;
}

const BATCH = 500;
const SYSTEM: Actor = { role: 'system', id: 'matching' };

interface Listed {
  readonly person: number;
  readonly cents: number | null;
  readonly holder: string;
}

const listedAfter = ({ db }: Engine, run: number, after: number): Promise<Listed[]> =>
  db
    .selectFrom('match_results as r')
    .innerJoin('population as p', 'p.id', 'r.person')
    .select(['r.person', 'r.cents', 'p.holder'])
    .where('r.run', '=', run)
    .where('r.verdict', '=', 'eligible')
    .where('r.person', '>', after)
    .orderBy('r.person')
    .limit(BATCH)
    .execute();

function stepFor({ keys }: Engine, run: Run, { person, cents, holder }: Listed, at: number): Step {
  const { id: policy, mode, per, inForce } = getPolicy(run.policy);
  const lastDay = inForce?.to;
  const fact: EntitlementFact = {
    kind: 'matched',
    policy,
    mode,
    per,
    run: run.id,
    on: run.on,
    cents,
    ...(lastDay === undefined ? {} : { lastDay }),
  };
  const event: EntitlementEvent = { seq: 1, at, actor: SYSTEM, fact };
  const id = newId(at);
  return {
    row: project({ id, policy, person, holder }, derive([event], dateOf(run.on)), at),
    event: toEventRow(keys, id, event),
    happened: event,
  };
}

async function matchNew(engine: Engine, run: Run, at: number): Promise<number> {
  let matched = 0;
  for (let after = 0; ;) {
    const listed = await listedAfter(engine, run.id, after);
    const steps = listed.map((each) => stepFor(engine, run, each, at));
    matched += await engine.db.transaction().execute((tx) => writeNew(tx, steps));
    const last = listed.at(-1);
    if (!last) return matched;
    after = last.person;
  }
}

type Contrary = Pick<EntitlementsTable, 'id' | 'cents'>;

/** Entitlements of which the run says otherwise than their state. Data that is missing is no reason to stop. */
function contrary({ db }: Engine, run: Run, verdict: 'eligible' | 'ineligible'): Promise<Contrary[]> {
  const judged = db
    .selectFrom('entitlements as e')
    .innerJoin('match_results as r', (join) =>
      join.onRef('r.person', '=', 'e.person').on('r.run', '=', run.id),
    )
    .select(['e.id', 'r.cents'])
    .where('e.policy', '=', run.policy)
    .where('r.verdict', '=', verdict)
    .where('e.status', verdict === 'eligible' ? '=' : '<>', 'stopped');
  return judged.orderBy('e.id').execute();
}

async function happen(
  engine: Engine,
  id: string,
  { fact }: Pick<Happening, 'fact'>,
  at: number,
): Promise<number> {
  const stored = await findEntitlement(engine, id);
  if (!stored) return 0;
  const done = await append(engine, { id, actor: SYSTEM, fact, expected: stored.row.version }, at);
  return done.ok ? 1 : 0;
}

/** Once more it finds nothing to do. `at`: the instant, in ms. */
export async function enrol(engine: Engine, run: Run, at: number): Promise<Enrolled> {
  const matched = await matchNew(engine, run, at);
  let [rematched, stopped] = [0, 0];
  for (const { id, cents } of await contrary(engine, run, 'eligible'))
    rematched += await happen(
      engine,
      id,
      { fact: { kind: 'rematched', run: run.id, on: run.on, cents } },
      at,
    );
  for (const { id } of await contrary(engine, run, 'ineligible'))
    stopped += await happen(engine, id, { fact: { kind: 'stopped', reason: 'notListed', note: '' } }, at);
  return { matched, rematched, stopped };
}
