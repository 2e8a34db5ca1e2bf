/** The same benchmark on both engines, with as many fresh databases of each as it asks for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '../../server/db/open';
import type { Row } from './bench';
import { freshDatabase, postgres } from './postgres';

export type PlaceFor = () => Promise<DatabasePlace>;

export async function onBothEngines(
  measure: (engine: DatabasePlace['engine'], placeFor: PlaceFor) => Promise<Row>,
): Promise<Row[]> {
  const folders: string[] = [];
  const embedded = await measure('embedded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jinpu-bench-'));
    folders.push(folder);
    return { engine: 'embedded', folder };
  });
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const { url, stop } = postgres();
  const server = process.env['DATABASE_URL_TEST'] ?? (await url);
  const large = await measure('postgres', () => freshDatabase(server));
  stop();
  return [embedded, large];
}
