/** Submissions with 20 clients, on both engines, beside a bare server that stores the same rows. */
import type { DatabasePlace } from '../../server/db/open';
import type { Row } from './bench';
import { onBothEngines, type PlaceFor } from './engines';
import { CLIENTS, load, middle, ms, start, takenIn, whole, type Kind, type Taken } from './submitting';

export const name = 'submit';

const ROUNDS = 3;
const MS = 5000;

/** Turn by turn, so that whatever else the machine does meets both. */
async function compare(engine: DatabasePlace['engine'], placeFor: PlaceFor): Promise<Row> {
  const servers = {
    ours: await start('ours', await placeFor()),
    bare: await start('bare', await placeFor()),
  };
  const loads: Record<Kind, Taken[]> = { ours: [], bare: [] };
  const kinds = ['ours', 'bare'] as const;
  for (const kind of kinds) await load(servers[kind], { clients: CLIENTS, ms: 2000 });
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of kinds)
      loads[kind].push(takenIn(await load(servers[kind], { clients: CLIENTS, ms: MS }), MS));
  for (const { child } of Object.values(servers)) await child.kill();
  const [ours, bare] = [
    middle(loads.ours, (one) => one.perSecond),
    middle(loads.bare, (one) => one.perSecond),
  ];
  return {
    engine,
    'ours, a second': whole(ours),
    'bare, a second': whole(bare),
    ratio: (ours / bare).toFixed(2),
    'ours p50': ms(middle(loads.ours, (one) => one.p50)),
    'ours p99': ms(middle(loads.ours, (one) => one.p99)),
    'bare p99': ms(middle(loads.bare, (one) => one.p99)),
  };
}

export const run = (): Promise<Row[]> => onBothEngines(compare);
