/** A PostgreSQL server, 15 to 18. */
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, TypeOverrides, types } from 'pg';
import { err, ok, type Result } from '@/domain/shared/result';
import { errorCode } from '../error-code';
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
  // Compiling a query takes ten times as long as any of ours runs; a connection that breaks here is told by its query.
  pool.on('connect', (client) => void client.query('set jit = off').catch(() => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** What keeps the server from being used; each has another remedy. */
export type Unreachable = 'badUrl' | 'noAnswer' | 'signIn' | 'noDatabase' | 'notNow' | 'other';

export interface PostgresFault {
  readonly code: 'postgresUnreachable';
  readonly why: Unreachable;
  /** The code of PostgreSQL or of the system; nothing of the URL. */
  readonly said: string;
}

const WHY: Readonly<Record<string, Unreachable>> = {
  ECONNREFUSED: 'noAnswer',
  ECONNRESET: 'noAnswer',
  EAI_AGAIN: 'noAnswer',
  EHOSTUNREACH: 'noAnswer',
  ENETUNREACH: 'noAnswer',
  ENOENT: 'noAnswer',
  ENOTFOUND: 'noAnswer',
  ETIMEDOUT: 'noAnswer',
  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  '28000': 'signIn',
  '28P01': 'signIn',
  '3D000': 'noDatabase',
  '53300': 'notNow',
  '57P03': 'notNow',
};

const CONNECT_MS = 10_000;

function faultOf(error: unknown): PostgresFault {
  const code = errorCode(error);
  if (code !== undefined) return { code: 'postgresUnreachable', why: WHY[code] ?? 'other', said: code };
  // The driver's own have none.
  const message = String(error);
  if (/timeout/i.test(message)) return { code: 'postgresUnreachable', why: 'noAnswer', said: 'timeout' };
  if (/password/i.test(message)) return { code: 'postgresUnreachable', why: 'signIn', said: 'no password' };
  return { code: 'postgresUnreachable', why: 'other', said: message.replace(/\s+/g, ' ') };
}

/** The driver would read anything as the name of a database. */
const clientOf = (url: string, connectMs = CONNECT_MS): Client | undefined => {
  if (!/^postgres(ql)?:\/\//.test(url)) return undefined;
  try {
    return new Client({ connectionString: url, connectionTimeoutMillis: connectMs });
  } catch {
    return undefined;
  }
};

/** What is shown of it: a URL may hold a password. */
export function postgresName(url: string): string {
  const client = clientOf(url);
  return client ? `PostgreSQL ${client.host}:${client.port}/${client.database ?? ''}` : 'PostgreSQL';
}

/** The major version of the server, asked on a connection of its own before there is a pool. */
export async function serverVersion(url: string, connectMs?: number): Promise<Result<number, PostgresFault>> {
  const client = clientOf(url, connectMs);
  if (!client) return err({ code: 'postgresUnreachable', why: 'badUrl', said: '' });
  // One that breaks after it was made is told by the query.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    return ok(Math.floor(Number(rows[0]?.version) / 10_000));
  } catch (error) {
    return err(faultOf(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}
