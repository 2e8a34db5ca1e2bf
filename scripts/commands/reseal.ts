import { join } from 'node:path';
import { openStore } from '../../server/cases/open-store';
import { nameOf, placeFrom } from '../../server/db/open';
import { openingLine } from '../../server/db/opening-line';
import { keysInUse, reseal as sealAnew } from '../../server/upkeep/reseal';
import { projectRoot } from '../lib/shell';

const SHOWN = 20;

/**
 * `npm run reseal [-- --list]`: seals every encrypted value of DATA_DIR or DATABASE_URL with the first key of APP_KEYS;
 * with --list it only says which keys are in use. May be stopped and run again. Exit code 1 when a value does not open.
 */
export default async function reseal(args: string[]): Promise<number> {
  const { env } = process;
  const folder = env['DATA_DIR'] || join(projectRoot, '.data');
  const opened = await openStore(env, folder, Date.now());
  if (!opened.ok) {
    console.error(openingLine(nameOf(placeFrom(env, folder)), opened.error));
    return 2;
  }
  const { store, database } = opened.value;
  let stopped = false;
  process.once('SIGINT', () => (stopped = true)).once('SIGTERM', () => (stopped = true));
  try {
    const done = args.includes('--list')
      ? { values: 0, unopened: [] }
      : await sealAnew(store, Date.now(), () => stopped);
    for (const place of done.unopened.slice(0, SHOWN)) console.error(`does not open  ${place}`);
    console.log(`${done.values} values sealed anew with ${store.keys.current.id}`);
    for (const [id, values] of await keysInUse(store)) console.log(`${id}  ${values}`);
    return done.unopened.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}
