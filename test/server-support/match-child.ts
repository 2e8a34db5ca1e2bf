/**
 * Judges a population until it is killed; each batch that was stored is a line. Arguments: the place, as JSON, and the day;
 * the keys come by the environment.
 */
import { writeSync } from 'node:fs';
import { keysFromEnvironment } from '../../server/crypto/key-source';
import { openDatabase, type DatabasePlace } from '../../server/db/open';
import { policies } from '../../server/matching/rules';
import { finishAll } from '../../server/matching/run';
import { openRuns } from '../../server/matching/runs';
import { NOON, storeOver } from './cases';

const BATCH = 100;

async function main(): Promise<void> {
  const place: DatabasePlace = JSON.parse(process.argv[2] ?? '');
  const on = process.argv[3] ?? '';
  const keys = keysFromEnvironment(process.env);
  const opened = await openDatabase(place, NOON);
  if (!opened.ok || !keys?.ok) throw new Error('cannot open');
  const store = storeOver(opened.value, keys.value);
  const wanted = {
    policies: policies.map(({ id }) => id),
    on,
    actor: { role: 'system', id: 'test' },
  } as const;
  const runs = await openRuns(store, wanted, NOON);
  if (!runs.ok) throw new Error(runs.error);
  await finishAll(
    store,
    () => NOON,
    BATCH,
    () => void writeSync(1, 'batch\n'),
  );
}

void main();
