/** What the routes and the console need; made once when the server starts. */
import type { Store } from './cases/store';
import type { CertificatePorts } from './certificate/port';
import type { OpenDatabase } from './db/open';
import type { FileStore } from './files/port';
import type { Scanner } from './files/scanner';
import type { Providers } from './identity/sources';
import type { Mode } from './mode';
import type { WechatClient } from './wechat/client';

/** Requests a minute, but for `inHand`. */
export interface Limits {
  readonly address: number;
  readonly user: number;
  readonly signIn: number;
  /** Requests at once, of all people together. */
  readonly inHand: number;
}

/**
 * Behind one address of a mobile network there are many people. In hand: enough to keep each of the database's ten
 * connections busy twice over; more would only wait longer.
 */
export const LIMITS: Limits = { address: 1200, user: 240, signIn: 240, inHand: 24 };

export interface Service {
  readonly store: Store;
  readonly database: Pick<OpenDatabase, 'engine' | 'durability'>;
  readonly files: FileStore;
  /** Absent: files are quarantined until a clerk looks. */
  readonly scanner?: Scanner;
  readonly providers: Providers;
  /** Absent in a demo without WeChat's keys. */
  readonly wechat?: WechatClient;
  /** The subscription template of progress messages. */
  readonly template?: string;
  readonly mode: Mode;
  /** What certificates are issued and delivered with; without it they wait. */
  readonly certificate?: CertificatePorts;
  readonly limits: Limits;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}
