/** Five times the clients that the server can take: how long those wait that are taken, and how soon it is well again. */
import type { DatabasePlace } from '../../server/db/open';
import type { Row } from './bench';
import { onBothEngines, type PlaceFor } from './engines';
import { CLIENTS, isRefused, load, middle, ms, start, takenIn, whole, type Answer } from './submitting';

export const name = 'overload';

const TIMES = 5;
const ROUNDS = 3;
const NORMAL_MS = 5000;
const OVERLOAD_MS = 10_000;
/** Of a client that was refused; our phones wait as long as they are told, which is far longer. */
const PAUSE_MS = 50;
const AFTER_MS = 6000;
const WINDOW_MS = 500;

/** Milliseconds until no window of half a second had a refusal or a p99 above twice the normal one. */
function recovery(answers: readonly Answer[], normalP99: number): number {
  let well = 0;
  for (let from = 0; from < AFTER_MS; from += WINDOW_MS) {
    const those = answers.filter(({ at }) => at >= from && at < from + WINDOW_MS);
    const isIll = those.some(isRefused) || takenIn(those, WINDOW_MS).p99 > 2 * normalP99;
    if (isIll || those.length === 0) well = from + WINDOW_MS;
  }
  return well;
}

async function measure(engine: DatabasePlace['engine'], placeFor: PlaceFor): Promise<Row> {
  const server = await start('ours', await placeFor());
  const normal = { clients: CLIENTS, ms: NORMAL_MS };
  await load(server, { ...normal, ms: 2000 });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(takenIn(await load(server, normal), NORMAL_MS));
  const many = await load(server, { clients: CLIENTS * TIMES, ms: OVERLOAD_MS, pauseMs: PAUSE_MS });
  const after = await load(server, { ...normal, ms: AFTER_MS });
  await server.child.kill();
  const p99 = middle(rounds, (one) => one.p99);
  const taken = takenIn(many, OVERLOAD_MS);
  const refused = many.filter(isRefused);
  const told = refused.filter(({ retryAfter }) => retryAfter);
  return {
    engine,
    'normal, a second': whole(middle(rounds, (one) => one.perSecond)),
    'normal p99': ms(p99),
    '× 5: asked a second': whole((many.length / OVERLOAD_MS) * 1000),
    '× 5: taken a second': whole(taken.perSecond),
    '× 5: p99 of taken': `${ms(taken.p99)} (${(taken.p99 / p99).toFixed(1)} ×)`,
    '× 5: refused': `${refused.length} of ${many.length}, ${told.length} with Retry-After`,
    'well again after': ms(recovery(after, p99)),
  };
}

export const run = (): Promise<Row[]> => onBothEngines(measure);
