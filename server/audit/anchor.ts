/**
 * Heads of the audit chains, put where the database's owner cannot change them: a chain alone does not show that its end
 * was cut off, or that all of it was written anew. Each seal holds the hash of the one before.
 */
import { sql } from 'kysely';
import { sm3 } from '../crypto/sm3';
import type { Store } from '../cases/store';
import { FIRST } from './chain';

export type Head = readonly [chain: string, seq: number, hash: string];

export interface Seal {
  readonly n: number;
  readonly at: number;
  /** Transactions before this one are covered. */
  readonly upTo: string;
  readonly heads: readonly Head[];
  readonly prev: string;
  readonly hash: string;
}

/** Append-only: a file on another host, an object-locked bucket. The demo's local file proves nothing against its owner. */
export interface AnchorTarget {
  readonly last: () => Promise<Seal | undefined>;
  readonly append: (seal: Seal) => Promise<void>;
}

type Unsealed = Omit<Seal, 'hash'>;

const textOf = ({ n, at, upTo, heads, prev }: Unsealed): string => JSON.stringify([n, at, upTo, heads, prev]);

/** After a move to another database its transactions count from the beginning again. */
const from = (last: Seal | undefined, horizon: string): string =>
  last && BigInt(last.upTo) <= BigInt(horizon) ? last.upTo : '0';

/** Seals what was committed since the last seal; `undefined` when nothing was. Run every second; one at a time. */
export async function seal(
  { db }: Pick<Store, 'db'>,
  target: AnchorTarget,
  at: number,
): Promise<Seal | undefined> {
  const last = await target.last();
  const horizon = await sql<{
    horizon: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db);
  // Every transaction before the horizon has ended: none of them can still add an entry.
  const upTo = horizon.rows[0]?.horizon ?? '0';
  const { rows } = await sql<{ chain: string; seq: number; hash: string }>`
    select distinct on (chain) chain, seq, hash from audit
    where tx >= ${from(last, upTo)}::text::xid8 and tx < ${upTo}::text::xid8
    order by chain, seq desc`.execute(db);
  if (rows.length === 0) return undefined;
  const heads = rows.map(({ chain, seq, hash }): Head => [chain, seq, hash]);
  const unsealed = { n: (last?.n ?? 0) + 1, at, upTo, heads, prev: last?.hash ?? FIRST };
  const made = { ...unsealed, hash: sm3(textOf(unsealed)) };
  await target.append(made);
  return made;
}
