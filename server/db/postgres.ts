/** A PostgreSQL server, 15 to 18. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, TypeOverrides, types } from 'pg';
import type { Database } from './schema';

/** Days stay text; sums and instants are numbers (all below 2^53). */
const overrides = new TypeOverrides();
overrides.setTypeParser(types.builtins.DATE, (text) => text);
overrides.setTypeParser(types.builtins.INT8, Number);

export const MIN_VERSION = 15;

export function openPostgres(url: string, connections: number): Kysely<Database> {
  const pool = new Pool({ connectionString: url, max: connections, types: overrides });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** The major version of the server. */
export async function serverVersion(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version_num') as version`.execute(db);
  return Math.floor(Number(rows[0]?.version) / 10_000);
}
