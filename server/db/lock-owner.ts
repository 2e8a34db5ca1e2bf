/** Who holds a data folder, and whether that process still lives. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from '../error-code';

export interface LockOwner {
  readonly pid: number;
  /** When the process began, in whatever the system counts: pids are used again. */
  readonly started: string;
  /** This start of the machine. */
  readonly boot: string;
  readonly host: string;
  /** Linux: pids mean something only inside one namespace (container). */
  readonly pidNamespace: string;
}

const readOr = (path: string, otherwise: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return otherwise;
  }
};

const namespaceOf = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
};

/** Start of a process; `undefined` when there is none with that pid. */
export function startOf(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) {
    const stat = readOr(`/proc/${pid}/stat`, '');
    // The name in brackets may hold blanks and brackets; after it, "state" is the 3rd field and "starttime" the 22nd.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === '' || state === undefined || state === 'Z' || state === 'X' ? undefined : fields[18];
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return isRunning(pid) ? 'unknown' : undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and is another user's.
    return errorCode(error) === 'EPERM';
  }
}

export const self = (): LockOwner => ({
  pid: process.pid,
  started: startOf(process.pid) ?? 'unknown',
  boot: readOr('/proc/sys/kernel/random/boot_id', ''),
  host: hostname(),
  pidNamespace: namespaceOf(),
});

export type Liveness =
  | 'alive'
  | 'dead'
  /** Its pid cannot be looked up from here: another container, or another machine on a shared disk. */
  | 'elsewhere';

export function livenessOf(owner: LockOwner, here: LockOwner): Liveness {
  if (owner.boot !== here.boot) return owner.host === here.host ? 'dead' : 'elsewhere';
  if (owner.boot === '' && owner.host !== here.host) return 'elsewhere';
  if (owner.pidNamespace !== here.pidNamespace) return 'elsewhere';
  return startOf(owner.pid) === owner.started ? 'alive' : 'dead';
}
