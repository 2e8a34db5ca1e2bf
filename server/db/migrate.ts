/** Numbered SQL files, the same on both engines, applied in order and never edited afterwards. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import { err, ok, type Result } from '@/domain/shared/result';
import { sm3 } from '../crypto/sm3';
import type { Database } from './schema';

export interface Migration {
  /** `001-cases` */
  readonly id: string;
  readonly text: string;
  readonly digest: string;
}

export type MigrationFault =
  /** A file was edited after it had been applied. */
  | { readonly code: 'migrationChanged'; readonly id: string }
  /** The database was made by a newer version of the program. */
  | { readonly code: 'databaseNewer'; readonly id: string };

const FOLDER = join(__dirname, '../migrations');

export const readMigrations = (folder: string = FOLDER): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{3}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n');
      return { id: name.replace('.sql', ''), text, digest: sm3(text) };
    });

/** Statements one by one: with parameters, the protocol takes no more at a time. No file has a semicolon elsewhere. */
export const statementsOf = (text: string): readonly string[] =>
  text
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

/** "jinpu" in ASCII; two servers that start at once on one PostgreSQL wait for each other. */
const LOCK = 0x6a696e70;

async function apply(tx: Transaction<Database>, { id, text, digest }: Migration, at: number): Promise<void> {
  for (const statement of statementsOf(text)) await sql.raw(statement).execute(tx);
  await tx.insertInto('migrations').values({ id, digest, applied_at: at }).execute();
}

/** Brings the database up to date, whole or not at all; returns what was applied. */
export function migrate(
  db: Kysely<Database>,
  at: number,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Result<readonly string[], MigrationFault>> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
    await sql`create table if not exists migrations (id text primary key, digest text not null, applied_at bigint not null)`.execute(
      tx,
    );
    const done = await tx.selectFrom('migrations').select(['id', 'digest']).orderBy('id').execute();
    for (const { id, digest } of done) {
      const known = migrations.find((migration) => migration.id === id);
      if (!known) return err({ code: 'databaseNewer', id } as const);
      if (known.digest !== digest) return err({ code: 'migrationChanged', id } as const);
    }
    const open = migrations.filter(({ id }) => !done.some((row) => row.id === id));
    for (const migration of open) await apply(tx, migration, at);
    return ok(open.map(({ id }) => id));
  });
}
