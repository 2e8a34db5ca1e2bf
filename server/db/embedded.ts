/** PostgreSQL inside the process (PGlite) on a data folder. */
import { existsSync } from 'node:fs';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite, types, type PGliteOptions } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { EmbeddedPool } from './embedded-pool';
import type { Database } from './schema';

/** Days stay text; sums and instants are numbers (all below 2^53). */
const PARSERS: NonNullable<PGliteOptions['parsers']> = {
  [types.DATE]: (value) => value,
  [types.INT8]: Number,
};

/** `PG_VERSION` is the file that every PostgreSQL data folder has. */
export const isInitialised = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'));

/** Making a cluster takes 0.8 GB for two seconds: a process of its own gives them back. */
function initialise(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'embedded-init.ts'), [folder], {
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the database could not be made (exit ${code})`)),
    );
  });
}

export const embeddedOver = (database: PGlite): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool: new EmbeddedPool(database) }) });

export const embeddedOptions = { parsers: PARSERS } as const satisfies PGliteOptions;

/** Whoever calls this holds the folder's lock. */
export async function openEmbedded(folder: string): Promise<Kysely<Database>> {
  if (!isInitialised(folder)) await initialise(folder);
  return embeddedOver(await PGlite.create(folder, embeddedOptions));
}
