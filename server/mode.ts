/** Demo or production. What a demo may do and production must not is refused here, in one line that says which. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@/domain/shared/result';

export type Mode = 'demo' | 'production';

export type Env = Readonly<Record<string, string | undefined>>;

const STAMP = 'made-for';

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

export function modeFrom({ APP_MODE }: Env): Result<Mode, string> {
  if (!isSet(APP_MODE) || APP_MODE === 'demo') return ok('demo');
  return APP_MODE === 'production'
    ? ok('production')
    : err(`APP_MODE is demo or production; it is "${APP_MODE}".`);
}

const NEEDED = ['APP_KEYS', 'APP_INDEX_KEY', 'WECHAT_APPID', 'WECHAT_SECRET', 'PUBLIC_URL'] as const;

export const stampOf = (folder: string): string | undefined => {
  const file = join(folder, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

/** The first thing that keeps production from starting; `undefined` when nothing does. */
export function productionFault(env: Env, folder: string): string | undefined {
  if (stampOf(folder) === 'demo')
    return `Production does not run on ${folder}: a demo was run there. Set DATA_DIR.`;
  const missing = NEEDED.find((name) => !isSet(env[name]));
  if (missing) return `Production needs ${missing}.`;
  if (!env['PUBLIC_URL']?.startsWith('https://'))
    return 'Production needs https: PUBLIC_URL must begin with https://.';
  const demo = ['PROVIDERS', 'SIGN_IN'].find((name) => env[name] === 'demo');
  return demo ? `Production takes no demo providers: unset ${demo}.` : undefined;
}

/** Its accounts and codes are on its own pages: a demo is for who sits at the machine. */
const isElsewhere = ({ HOST }: Env): boolean =>
  isSet(HOST) && !['127.0.0.1', 'localhost', '::1'].includes(HOST ?? '');

/** Checks the mode against the folder, and stamps a folder that is new. */
export function enterMode(env: Env, folder: string): Result<Mode, string> {
  const mode = modeFrom(env);
  if (!mode.ok) return mode;
  const fault = mode.value === 'production' ? productionFault(env, folder) : undefined;
  if (fault) return err(fault);
  if (mode.value === 'demo' && isElsewhere(env))
    return err(`A demo listens on this machine only: unset HOST; it is "${env['HOST'] ?? ''}".`);
  const stamp = stampOf(folder);
  if (mode.value === 'demo' && stamp === 'production')
    return err(`A demo does not run on ${folder}: it holds production data.`);
  if (stamp === undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, STAMP), `${mode.value}\n`);
  }
  return mode;
}
