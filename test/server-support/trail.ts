/** The rows that the standalone verifier reads, from a database that is open. */
import { sql, type Kysely } from 'kysely';
import { readTrail } from '../../scripts/audit-verify/read';
import type { SealRow, Trail } from '../../scripts/audit-verify/verify';
import type { Database } from '../../server/db/schema';

export const trailOf = (db: Kysely<Database>, seals: readonly SealRow[] = []): Promise<Trail> =>
  readTrail(
    async (text) => (await sql.raw<{ row: string }>(text).execute(db)).rows.map(({ row }) => row),
    seals,
  );
