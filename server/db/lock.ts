/**
 * The lock on a data folder. PGlite has none: two processes on one folder lose acknowledged rows without a word.
 *
 * Locks are numbered: `lock.7.json` says who took the seventh. To take the eighth, the seventh's holder must be dead, its
 * file is created exclusively, and it counts only if no higher one is there afterwards. Nothing is ever taken away from
 * a holder, so there is no moment in which two processes may each believe that they cleared a stale lock. The highest
 * number stays when it is given back; only numbers far below are swept.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '@/domain/shared/result';
import { errorCode } from '../error-code';
import { livenessOf, self, type LockOwner } from './lock-owner';
import { answers, holdSocket } from './lock-socket';

export interface Lock {
  readonly number: number;
  readonly release: () => Promise<void>;
}

export type LockFault =
  | { readonly code: 'held'; readonly owner: LockOwner }
  /** The holder is on another machine, or was in a container that is gone after a restart: a person must look. */
  | { readonly code: 'heldElsewhere'; readonly owner: LockOwner; readonly file: string }
  | { readonly code: 'unreadable'; readonly file: string };

/** A list of names may miss one that is made meanwhile; so many numbers back, nobody looks any more. */
const KEPT = 64;
const ATTEMPTS = 50;

const heldSchema = z.object({
  owner: z.object({
    pid: z.int(),
    started: z.string(),
    boot: z.string(),
    host: z.string(),
    pidNamespace: z.string(),
  }),
  socket: z.string(),
  released: z.boolean(),
});

type Held = z.infer<typeof heldSchema>;

const fileOf = (folder: string, number: number): string => join(folder, `lock.${number}.json`);

const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .map((name) => /^lock\.(\d+)\.json$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number);

const highestIn = (folder: string): number => Math.max(0, ...numbersIn(folder));

function readLock(file: string): Held | undefined {
  try {
    return heldSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Written aside and on the disk before it gets its name, so that nobody ever reads half of it. */
function writeAside(folder: string, held: Held): string {
  const aside = join(folder, `lock.new.${randomBytes(6).toString('hex')}`);
  const file = openSync(aside, 'wx', 0o600);
  writeSync(file, JSON.stringify(held));
  fsyncSync(file);
  closeSync(file);
  return aside;
}

/** Of all processes that try, one creates the number: a link fails when its name is taken. */
function create(folder: string, number: number, held: Held): boolean {
  const aside = writeAside(folder, held);
  try {
    linkSync(aside, fileOf(folder, number));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Why the highest lock cannot be followed by another one; `undefined` when its holder is dead or gave it back. */
async function holderOf(folder: string, number: number): Promise<LockFault | undefined> {
  const file = fileOf(folder, number);
  const held = readLock(file);
  if (!held) return { code: 'unreadable', file };
  const { owner, socket, released } = held;
  if (released) return undefined;
  if (await answers(join(folder, socket))) return { code: 'held', owner };
  const here = self();
  switch (livenessOf(owner, here)) {
    case 'alive':
      return { code: 'held', owner };
    case 'dead':
      return undefined;
    case 'elsewhere':
      // In another container of this machine its socket would have answered; for another machine nothing has.
      return owner.boot !== '' && owner.boot === here.boot
        ? undefined
        : { code: 'heldElsewhere', owner, file };
  }
}

/** Those before the one just taken are dead. */
function sweep(folder: string, number: number): void {
  for (const old of numbersIn(folder).filter((other) => other < number)) {
    const socket = readLock(fileOf(folder, old))?.socket;
    if (socket !== undefined) rmSync(join(folder, socket), { force: true });
    if (old < number - KEPT) rmSync(fileOf(folder, old), { force: true });
  }
}

/** Taken, or refused with its holder; `undefined` when another process was quicker. */
async function attempt(folder: string): Promise<Result<Lock, LockFault> | undefined> {
  const last = highestIn(folder);
  const fault = last > 0 ? await holderOf(folder, last) : undefined;
  if (fault) return err(fault);
  const number = last + 1;
  const held: Held = {
    owner: self(),
    socket: `lock.${randomBytes(6).toString('hex')}.sock`,
    released: false,
  };
  const path = join(folder, held.socket);
  // The socket comes first: from the moment that the number is there, something answers for it.
  const server = await holdSocket(path);
  const letGo = (): Promise<void> =>
    new Promise((resolve) =>
      server.close(() => {
        rmSync(path, { force: true });
        resolve();
      }),
    );
  if (!create(folder, number, held) || highestIn(folder) !== number) {
    await letGo();
    return undefined;
  }
  sweep(folder, number);
  return ok({
    number,
    release: async () => {
      renameSync(writeAside(folder, { ...held, released: true }), fileOf(folder, number));
      await letGo();
    },
  });
}

/** Takes the lock on a data folder, which is made when it is not there; refused at once when a process holds it. */
export async function takeLock(folder: string): Promise<Result<Lock, LockFault>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let left = ATTEMPTS; left > 0; left--) {
    const taken = await attempt(folder);
    if (taken) return taken;
    await wait(10);
  }
  throw new Error(`${folder}: the lock changed hands ${ATTEMPTS} times`);
}
