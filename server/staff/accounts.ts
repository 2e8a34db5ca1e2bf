/** Staff: who they are, what they may see, and signing in with a password and a one-time code. */
import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '@/domain/shared/result';
import { appendAudit } from '../audit/chain';
import type { Store } from '../cases/store';
import { canonical, type Json } from '../crypto/canonical';
import { mustUnseal, seal } from '../crypto/seal';
import { newId } from '../ids';
import { hashPassword, isPassword } from './password';
import { stepOf } from './totp';

/** `coordinator`: leads the joint review of the listing certificate; the others have roles in cases of items too. */
export const STAFF_ROLES = ['clerk', 'reviewer', 'supervisor', 'auditor', 'coordinator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type CaseStaffRole = Exclude<StaffRole, 'coordinator'>;

export const STAFF_ROLE_NAMES: Readonly<Record<StaffRole, string>> = {
  clerk: '窗口受理',
  reviewer: '业务审查',
  supervisor: '督办',
  auditor: '审计（只看）',
  coordinator: '上市证明联审牵头',
};

/** `*`: of every department. */
export interface Grant {
  readonly role: StaffRole;
  readonly department: string;
}

export interface Staff {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

const SECRET_BYTES = 20;
const MAX_FAILED = 5;
const LOCK_MS = 15 * 60_000;

const placeOf = (id: string): string => `staff/${id}`;

export const staffChain = (id: string): string => `staff:${id}`;

/** In the chain of the one who did it; `about` holds no personal data. */
export async function auditStaff(
  { db }: Pick<Store, 'db'>,
  { id, role }: { readonly id: string; readonly role: StaffRole },
  { action, about }: { readonly action: string; readonly about?: Readonly<Record<string, Json>> },
  at: number,
): Promise<void> {
  const entry = { at, actor: { role, id }, action, detail: about ? canonical(about) : '', digest: '' };
  await db.transaction().execute((tx) => appendAudit(tx, staffChain(id), entry));
}

export interface NewStaff {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly grants: readonly Grant[];
  readonly secret?: Buffer;
}

export async function addStaff(
  { db, keys }: Store,
  { login, name, password, grants, secret = randomBytes(SECRET_BYTES) }: NewStaff,
  at: number,
): Promise<{ readonly id: string; readonly secret: Buffer }> {
  const id = newId(at);
  const password_hash = await hashPassword(password);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('staff')
      .values({
        id,
        login,
        name,
        password_hash,
        totp_sealed: seal(keys, secret, placeOf(id)),
        locked_until: null,
        disabled_at: null,
        created_at: at,
      })
      .execute();
    await tx
      .insertInto('staff_roles')
      .values(grants.map((grant) => ({ staff_id: id, ...grant })))
      .execute();
  });
  return { id, secret };
}

const roleOf = (text: string): readonly StaffRole[] => STAFF_ROLES.filter((role) => role === text);

export async function findStaff({ db }: Pick<Store, 'db'>, id: string): Promise<Staff | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'login', 'name'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const rows = await db.selectFrom('staff_roles').selectAll().where('staff_id', '=', id).execute();
  const grants = rows.flatMap(({ role, department }) =>
    roleOf(role).map((known) => ({ role: known, department })),
  );
  return { ...row, grants };
}

/** The secret of a demo's account, to show its code. */
export async function secretOf({ db, keys }: Store, login: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'totp_sealed'])
    .where('login', '=', login)
    .executeTakeFirst();
  return row?.totp_sealed ? mustUnseal(keys, row.totp_sealed, placeOf(row.id)) : undefined;
}

/** `wrong` says no more, so that nobody learns which part was right, or which names there are. */
export type SignInFault = 'wrong' | 'locked';

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

let unknownHash: Promise<string> | undefined;

/** A name that is not there takes as long as one that is. */
async function waste(password: string): Promise<void> {
  unknownHash ??= hashPassword('nobody');
  await isPassword(password, await unknownHash);
}

/** Counted before it is looked at: many tries at once get no more than a few. */
async function countTry({ db }: Store, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set((row) => ({ failed_attempts: row('failed_attempts', '+', 1) }))
    .where('id', '=', id)
    .where('failed_attempts', '<', MAX_FAILED)
    .where((is) => is.or([is('locked_until', 'is', null), is('locked_until', '<=', at)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The fifth failure locks, and begins to count anew for when the lock ends. */
async function lockIfMany({ db }: Store, id: string, at: number): Promise<void> {
  await db
    .updateTable('staff')
    .set({ locked_until: at + LOCK_MS, failed_attempts: 0 })
    .where('id', '=', id)
    .where('failed_attempts', '>=', MAX_FAILED)
    .execute();
}

/** The code is good once: of two that come with it at the same time, one gets in. */
async function useCode({ db }: Store, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set({ totp_step: step, failed_attempts: 0, locked_until: null })
    .where('id', '=', id)
    .where('totp_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function signIn(
  store: Store,
  { login, password, code }: Credentials,
  at: number,
): Promise<Result<Staff, SignInFault>> {
  const row = await store.db
    .selectFrom('staff')
    .selectAll()
    .where('login', '=', login)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row?.totp_sealed) {
    await waste(password);
    return err('wrong');
  }
  if (!(await countTry(store, row.id, at))) return err('locked');
  const secret = mustUnseal(store.keys, row.totp_sealed, placeOf(row.id));
  const isRight = await isPassword(password, row.password_hash);
  const step = stepOf(secret, code, at, row.totp_step);
  if (!isRight || step === undefined || !(await useCode(store, row.id, step))) {
    await lockIfMany(store, row.id, at);
    return err('wrong');
  }
  const staff = await findStaff(store, row.id);
  return staff ? ok(staff) : err('wrong');
}
