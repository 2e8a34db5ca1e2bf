import type { AppConfig as FullConfig } from '../host/app-config';
import type { Network } from '../host/packages';
import type { Theme } from '../host/wx/phone';

/** Preloading is left to L2: here every package is on the phone. */
type AppConfig = Omit<FullConfig, 'preload'>;

/** What a page of the browser layer is started with; plain JSON. */
export interface Payload {
  readonly files: readonly (readonly [string, string])[];
  readonly app: AppConfig;
  readonly url: string;
  readonly storage: Readonly<Record<string, unknown>>;
  readonly network: Network;
  readonly fontSize: number;
  readonly theme: Theme;
  /** Where requests to the server go, on the page's own origin; absent: the connection is refused. */
  readonly via?: string;
}

declare global {
  interface Window {
    /** Set by the server's page before the host runs. */
    readonly __payload: Payload;
    /** Generators of all templates. */
    readonly __templates: unknown;
    /** Read by tests: errors so far, and whether the first page has stood still. */
    __host: { readonly errors: readonly { readonly message: string }[]; readonly ready: boolean };
  }
}
