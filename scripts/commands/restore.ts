import { join } from 'node:path';
import { faultLine } from '../../server/transfer/fault';
import { restore as bringBack } from '../../server/transfer/restore';
import { restoreTarget } from '../../server/transfer/settings';
import { flag } from '../lib/flags';
import { projectRoot } from '../lib/shell';

const say = (line: string): number => {
  console.error(line);
  return 1;
};

/** `npm run restore -- --from FOLDER`: a backup into DATA_DIR or DATABASE_URL, where nothing may be yet. */
export default async function restore(args: string[]): Promise<number> {
  const { env } = process;
  const from = flag(args, '--from');
  if (from === undefined) return say('npm run restore -- --from FOLDER');
  const folder = env['DATA_DIR'] || join(projectRoot, '.data');
  const target = restoreTarget(env, folder, from);
  if (!target.ok) return say(target.error);
  const done = await bringBack(from, target.value, Date.now());
  if (!done.ok) return say(faultLine(done.error));
  const rows = done.value.tables.reduce((total, table) => total + table.rows, 0);
  console.log(
    `${from}: ${rows} rows and ${done.value.files.rows} files restored. Check: npm run audit:verify`,
  );
  return 0;
}
