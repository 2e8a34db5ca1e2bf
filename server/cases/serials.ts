import { sql, type Kysely } from 'kysely';
import type { Database } from '../db/schema';

const BLOCK = 32;

/** Running numbers, fetched in blocks: numbers may be skipped when the server stops, and none is given twice. */
export function serials(db: Kysely<Database>): () => Promise<number> {
  let ready: number[] = [];
  let fetching: Promise<void> | undefined;
  const fetch = async (): Promise<void> => {
    const { rows } = await sql<{
      serial: number;
    }>`select nextval('receipt_serial') as serial from generate_series(1, ${BLOCK}::int)`.execute(db);
    ready = [...ready, ...rows.map(({ serial }) => serial)];
    fetching = undefined;
  };
  return async () => {
    for (;;) {
      const serial = ready.shift();
      if (serial !== undefined) return serial;
      fetching ??= fetch();
      await fetching;
    }
  };
}
