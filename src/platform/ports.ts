/** What the program needs of a device. Each port has a real implementation (taro/) and one in memory (memory/). */
import type { Result } from '@/domain/shared/result';

/** `full`: the phone has no room; `unavailable`: storage failed for another reason. */
export type StorageFault = 'full' | 'unavailable';

/** Values are JSON. Keys are the product's own, one a concern. */
export interface StoragePort {
  readonly read: (key: string) => unknown;
  readonly write: (key: string, value: unknown) => Result<void, StorageFault>;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
  /** Kilobytes in use, all keys together. */
  readonly usedKilobytes: () => number;
}

export interface ClockPort {
  /** Milliseconds since 1970 UTC, corrected by the server's clock when it was heard. */
  readonly now: () => number;
  /** Tells what the server's clock said, at the moment of the call. */
  readonly heard: (serverNow: number) => void;
}

export type RouteParams = Readonly<Record<string, string | undefined>>;

export interface NavPort {
  readonly open: (path: string, params?: RouteParams) => void;
  readonly replace: (path: string, params?: RouteParams) => void;
  readonly toTab: (path: string) => void;
  /** Back, or to the home page where there is nothing to go back to (a shared link). */
  readonly back: () => void;
}

export type HttpFault = 'offline' | 'timeout' | 'refused';

export interface HttpReply {
  readonly status: number;
  readonly body: unknown;
}

/** Bytes that left the phone, counted by the port itself. */
export interface Traffic {
  readonly requests: number;
  readonly sentBytes: number;
}

export interface HttpPort {
  readonly get: (path: string) => Promise<Result<HttpReply, HttpFault>>;
  readonly traffic: () => Traffic;
}

/** `denied`: the person refused; `failed`: the system did. */
export type DeviceFault = 'denied' | 'failed';

export interface DevicePort {
  readonly call: (number: string) => Promise<Result<void, DeviceFault>>;
  readonly copy: (text: string) => Promise<Result<void, DeviceFault>>;
  readonly openMap: (place: {
    readonly name: string;
    readonly address: string;
    readonly latitude: number;
    readonly longitude: number;
  }) => Promise<Result<void, DeviceFault>>;
  readonly toast: (text: string) => void;
  /** Asks a question with two answers; true when the person agrees. */
  readonly confirm: (question: {
    readonly title: string;
    readonly text: string;
    readonly yes: string;
    readonly no: string;
  }) => Promise<boolean>;
  readonly setTitle: (title: string) => void;
  readonly scrollToTop: () => void;
}
