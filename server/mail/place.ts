/** Where mail goes out, from SMTP_URL and MAIL_FROM. What is said of a wrong one never shows it: it holds a password. */
import { checkContact } from '@/domain/identity/contact';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Env } from '../mode';

export interface MailPlace {
  readonly host: string;
  readonly port: number;
  /** `none` to this machine only: in the clear anybody on the way reads the password and whom it is about. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly auth?: { readonly user: string; readonly pass: string };
  /** The address of the sender. */
  readonly from: string;
}

const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 };

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const parsed = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** `null`: no sign-in is asked for. */
function authOf({ username, password }: URL): MailPlace['auth'] | null | undefined {
  const [user, pass] = [decoded(username), decoded(password)];
  if (user === '' && pass === '') return null;
  return user && pass ? { user, pass } : undefined;
}

function serverOf(text: string): Omit<MailPlace, 'from'> | undefined {
  const url = parsed(text);
  const standard = url && PORTS[url.protocol];
  const auth = url && authOf(url);
  if (!standard || auth === undefined || !/^(|\/)$/.test(url.pathname + url.search + url.hash))
    return undefined;
  const host = url.hostname.replace(/^\[(.+)\]$/, '$1');
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) return undefined;
  const clear = isLoopback(host) ? 'none' : 'starttls';
  return {
    host,
    port: url.port === '' ? standard : Number(url.port),
    security: url.protocol === 'smtps:' ? 'tls' : clear,
    ...(auth ? { auth } : {}),
  };
}

/** `undefined` when neither is set. */
export function mailPlace({ SMTP_URL = '', MAIL_FROM = '' }: Env): Result<MailPlace | undefined, string> {
  if (SMTP_URL === '' && MAIL_FROM === '') return ok(undefined);
  if (SMTP_URL === '' || MAIL_FROM === '')
    return err(
      `Mail needs both SMTP_URL and MAIL_FROM; ${SMTP_URL === '' ? 'SMTP_URL' : 'MAIL_FROM'} is missing.`,
    );
  const from = checkContact('email', MAIL_FROM);
  if (!from.ok)
    return err(`MAIL_FROM must be one mail address, without a name; it is ${JSON.stringify(MAIL_FROM)}.`);
  const server = serverOf(SMTP_URL);
  return server
    ? ok({ ...server, from: from.value })
    : err(
        'SMTP_URL must be smtps://USER:PASSWORD@HOST:PORT, or smtp:// for STARTTLS, with %XX for special characters in user and password.',
      );
}
