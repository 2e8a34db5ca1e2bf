/** Sessions: the holder has 256 random bits, the database only their hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../cases/store';
import { openPerson, type Person } from './people';

type Db = Pick<Store, 'db'>;

export type SessionKind = 'user' | 'staff';

export interface Session {
  readonly digest: string;
  readonly subject: string;
}

const HOUR = 3_600_000;

/** A resident is asked again after a month, or a week of silence; a clerk after a shift, or half an hour of silence. */
export const LIFETIME = {
  user: { total: 30 * 24 * HOUR, idle: 7 * 24 * HOUR },
  staff: { total: 10 * HOUR, idle: HOUR / 2 },
} as const satisfies Record<SessionKind, { total: number; idle: number }>;

/** Writing at every request would cost a transaction each. */
const SEEN_EVERY = 60_000;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function openSession(
  { db }: Db,
  { kind, subject }: { kind: SessionKind; subject: string },
  at: number,
): Promise<{ token: string; expiresAt: number }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = at + LIFETIME[kind].total;
  await db
    .insertInto('sessions')
    .values({
      token_digest: tokenDigest(token),
      subject,
      kind,
      created_at: at,
      seen_at: at,
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute();
  return { token, expiresAt };
}

export async function findSession(
  { db }: Db,
  { kind, token }: { kind: SessionKind; token: string },
  at: number,
): Promise<Session | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const digest = tokenDigest(token);
  const row = await aliveAt({ db }, { kind, digest }, at).select(['subject', 'seen_at']).executeTakeFirst();
  if (!row) return undefined;
  await seen({ db }, digest, row.seen_at, at);
  return { digest, subject: row.subject };
}

const aliveAt = ({ db }: Db, { kind, digest }: { kind: SessionKind; digest: string }, at: number) =>
  db
    .selectFrom('sessions')
    .where('token_digest', '=', digest)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .where('seen_at', '>', at - LIFETIME[kind].idle);

async function seen({ db }: Db, digest: string, last: number, at: number): Promise<void> {
  if (at - last > SEEN_EVERY)
    await db.updateTable('sessions').set({ seen_at: at }).where('token_digest', '=', digest).execute();
}

export interface SignedIn {
  readonly digest: string;
  readonly person: Person;
}

/** A resident's session with the person, in one query: each request begins with it. */
export async function findSignedIn(store: Store, token: string, at: number): Promise<SignedIn | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const digest = tokenDigest(token);
  const row = await aliveAt(store, { kind: 'user', digest }, at)
    .innerJoin('users', 'users.id', 'sessions.subject')
    .where('users.deleted_at', 'is', null)
    .select(['users.id', 'users.sealed', 'sessions.seen_at'])
    .executeTakeFirst();
  if (!row) return undefined;
  await seen(store, digest, row.seen_at, at);
  return { digest, person: openPerson(store, row) };
}

export async function closeSession({ db }: Db, digest: string, at: number): Promise<void> {
  await db.updateTable('sessions').set({ revoked_at: at }).where('token_digest', '=', digest).execute();
}

export async function closeAllSessions({ db }: Db, subject: string, at: number): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ revoked_at: at })
    .where('subject', '=', subject)
    .where('revoked_at', 'is', null)
    .execute();
}
