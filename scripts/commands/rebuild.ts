import { join } from 'node:path';
import { openStore } from '../../server/cases/open-store';
import { nameOf, placeFrom } from '../../server/db/open';
import { openingLine } from '../../server/db/opening-line';
import { rebuild as rebuildProjections } from '../../server/cases/rebuild';
import { rebuildCertificates } from '../../server/certificate/rebuild';
import { projectRoot } from '../lib/shell';

const SHOWN = 10;

/**
 * `npm run rebuild [-- --write] [FOLDER]`: works out every projection from the events, and says where what is stored
 * differs; with --write it is replaced. Exit code 1 when something differs and was not replaced.
 */
export default async function rebuild(args: string[]): Promise<number> {
  const write = args.includes('--write');
  const folder = args.find((arg) => !arg.startsWith('--')) ?? join(projectRoot, '.data');
  const opened = await openStore(process.env, folder, Date.now());
  if (!opened.ok) {
    console.error(openingLine(nameOf(placeFrom(process.env, folder)), opened.error));
    return 2;
  }
  const { store, database } = opened.value;
  const items = await rebuildProjections(store, { write });
  const certificates = await rebuildCertificates(store, { write, at: Date.now() });
  await database.close();
  const differences = [...items.differences, ...certificates.differences];
  for (const { caseId } of differences.slice(0, SHOWN)) console.error(`differs  ${caseId}`);
  console.log(
    `${items.cases + certificates.cases} cases, ${differences.length} ${write ? 'replaced' : 'differ'}`,
  );
  return differences.length > 0 && !write ? 1 : 0;
}
