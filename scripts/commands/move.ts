import type { DatabasePlace } from '../../server/db/open';
import { faultLine } from '../../server/transfer/fault';
import { move as transfer } from '../../server/transfer/move';
import { flag } from '../lib/flags';

const placeOf = (text: string): DatabasePlace =>
  /^postgres(ql)?:\/\//.test(text) ? { engine: 'postgres', url: text } : { engine: 'embedded', folder: text };

/**
 * `npm run move -- --from PLACE --to PLACE`, each a data folder or a postgres:// URL: the database, table by table, with
 * sums of both sides, whole or not at all. Stop the server first.
 */
export default async function move(args: string[]): Promise<number> {
  const [from, to] = [flag(args, '--from'), flag(args, '--to')];
  if (from === undefined || to === undefined) {
    console.error('npm run move -- --from FOLDER --to postgres://…  (or the other way round)');
    return 1;
  }
  const moved = await transfer(placeOf(from), placeOf(to), Date.now());
  if (!moved.ok) {
    console.error(faultLine(moved.error));
    return 1;
  }
  for (const { name, rows, sm3 } of moved.value) console.log(`${sm3}  ${name}  ${rows}`);
  console.log('Every table is the same on both sides.');
  return 0;
}
