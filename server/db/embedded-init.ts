/** Makes an embedded database in the folder given, whole or not at all: aside first, then renamed. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

async function main(folder: string): Promise<void> {
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const database = await PGlite.create(aside);
  await database.close();
  renameSync(aside, folder);
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('which folder?');
void main(folder).then(() => process.exit(0));
