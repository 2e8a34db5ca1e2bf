import { describe, jsonBytes } from './values';

export interface SetDataCall {
  readonly at: number;
  readonly action: string;
  readonly page: string;
  readonly bytes: number;
  readonly keys: readonly string[];
}

export interface RequestCall {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly outcome: 'sent' | 'offline';
}

export interface HostError {
  readonly action: string;
  readonly source: 'console' | 'uncaught' | 'view';
  readonly message: string;
}

/** Everything the host noticed, each entry with the action of the test that caused it. */
export class Ledger {
  action = 'launch';
  readonly setData: SetDataCall[] = [];
  readonly requests: RequestCall[] = [];
  readonly errors: HostError[] = [];
  readonly warnings: string[] = [];
  /** Calls of wx methods that leave the mini-program or speak to the person: name and options. */
  readonly native: { readonly name: string; readonly options: unknown }[] = [];
  /** Inputs whose value the program wrote back while the person was typing. */
  readonly echoes: { readonly action: string; readonly value: string }[] = [];
  /** Names that the package looked for and WeChat does not have. */
  readonly probes = new Set<string>();

  recordSetData(at: number, page: string, data: Record<string, unknown>): void {
    this.setData.push({ at, action: this.action, page, bytes: jsonBytes(data), keys: Object.keys(data) });
  }

  recordError(source: HostError['source'], ...values: unknown[]): void {
    this.errors.push({ action: this.action, source, message: values.map(describe).join(' ') });
  }

  setDataOf(action: string): readonly SetDataCall[] {
    return this.setData.filter((call) => call.action === action);
  }
}
