import { join } from 'node:path';
import { openStore } from '../../server/cases/open-store';
import { holdsDatabase, nameOf, placeFrom } from '../../server/db/open';
import { backup as backUp } from '../../server/transfer/backup';
import { openingLine } from '../../server/db/opening-line';
import { faultLine } from '../../server/transfer/fault';
import { backupSource } from '../../server/transfer/settings';
import { flag } from '../lib/flags';
import { projectRoot } from '../lib/shell';
import { projectVersion } from '../lib/version';

const say = (line: string): number => {
  console.error(line);
  return 1;
};

/**
 * `npm run backup -- --to FOLDER`: database, files and the anchor of the audit trail at one moment, of DATA_DIR or
 * DATABASE_URL. With PostgreSQL the server may run meanwhile.
 */
export default async function backup(args: string[]): Promise<number> {
  const { env } = process;
  const to = flag(args, '--to');
  if (to === undefined) return say('npm run backup -- --to FOLDER');
  const folder = env['DATA_DIR'] || join(projectRoot, '.data');
  const place = placeFrom(env, folder);
  if (place.engine === 'embedded' && !holdsDatabase(folder))
    return say(faultLine({ code: 'nothingThere', which: folder }));
  const opened = await openStore(env, folder, Date.now());
  if (!opened.ok) return say(openingLine(nameOf(place), opened.error));
  try {
    const source = await backupSource(env, folder, opened.value, projectVersion());
    if (!source.ok) return say(source.error);
    const made = await backUp(source.value, to, Date.now());
    if (!made.ok) return say(faultLine(made.error));
    const rows = made.value.tables.reduce((total, table) => total + table.rows, 0);
    console.log(`${to}: ${made.value.tables.length} tables, ${rows} rows, ${made.value.files.rows} files`);
    return 0;
  } finally {
    await opened.value.database.close();
  }
}
