import type { Clock } from '../clock';
import type { Ledger } from '../ledger';
import type { Network } from '../packages';
import { Signal } from './answer';

export type Theme = 'light' | 'dark';

/** What a request gets back in a test; undefined = no such server, the connection is refused. */
export interface Reply {
  readonly statusCode: number;
  readonly data: unknown;
  readonly header?: Readonly<Record<string, string>>;
}
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly data: unknown;
  readonly header: Readonly<Record<string, unknown>>;
}
export type Server = (request: Request) => Reply | undefined | Promise<Reply | undefined>;

/** State of the phone around the mini-program. Tests turn its knobs; the wx stand-in reads it. */
export class Phone {
  network: Network = 'wifi';
  latency = 80;
  fontSize = 16;
  theme: Theme = 'light';
  width = 375;
  height = 812;
  /** Of the photo that camera and album hand out, in bytes. */
  photoSize = 140;
  /** True: every write says the quota is used up. */
  storageFull = false;
  /** WeChat's privacy agreement: undecided until the person answers. */
  privacyAgreed = true;
  /** What the person presses in showModal, and which line in showActionSheet. */
  modalConfirm = true;
  actionSheetChoice: number | undefined = 0;
  clipboard = '';
  server: Server = () => undefined;
  readonly networkChange = new Signal();
  readonly themeChange = new Signal();
  readonly windowResize = new Signal();
  /** A newer version of the package has been fetched. */
  readonly updateReady = new Signal();
  readonly appError = new Signal();
  readonly unhandledRejection = new Signal();

  constructor(
    readonly clock: Clock,
    readonly ledger: Ledger,
    /** JSON by key. Shared between launches: what a killed app finds again. */
    readonly storage: Map<string, string>,
  ) {}

  setNetwork(network: Network): void {
    this.network = network;
    this.networkChange.emit({ isConnected: network !== 'none', networkType: network });
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.themeChange.emit({ theme });
  }
}
