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

/** Storage that WeChat encrypts on the phone: what a person typed of themselves. In a browser it lasts as long as the tab. */
export interface SecretPort {
  readonly read: (key: string) => Promise<unknown>;
  readonly write: (key: string, value: unknown) => Promise<Result<void, StorageFault>>;
  readonly remove: (key: string) => Promise<void>;
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
  /** Seconds, where the server says when it is worth asking again. */
  readonly retryAfter?: number;
}

/** What left the phone, counted by the port itself: bytes of bodies and queries, addresses apart. */
export interface Traffic {
  readonly requests: number;
  readonly sentBytes: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON */
  readonly body?: unknown;
}

/** A file that the person chose: it lies in a place of the system's until the app ends. */
export interface PickedFile {
  readonly path: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

export interface HttpUpload {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: PickedFile;
  /** Per cent. */
  readonly onProgress: (percent: number) => void;
}

export interface HttpPort {
  readonly get: (path: string) => Promise<Result<HttpReply, HttpFault>>;
  readonly send: (request: HttpRequest) => Promise<Result<HttpReply, HttpFault>>;
  readonly upload: (upload: HttpUpload) => Promise<Result<HttpReply, HttpFault>>;
  readonly traffic: () => Traffic;
}

export interface NetworkPort {
  /** Called each time the phone finds a network again. */
  readonly onReturn: (listener: () => void) => void;
}

export interface RandomPort {
  /** 32 hexadecimal digits that nobody can guess, never the same twice. */
  readonly key: () => Promise<string>;
}

export interface SignInPort {
  /** The code of wx.login, good once and for five minutes; elsewhere there is none. */
  readonly code: () => Promise<Result<string, DeviceFault>>;
}

/** Where a picture or a document is taken from. */
export type FileSource = 'camera' | 'album' | 'chat';

export interface FilesPort {
  /** Asks where from, then lets the person choose; `denied` also when nothing was chosen. */
  readonly pick: (atMost: number) => Promise<Result<readonly PickedFile[], DeviceFault>>;
}

/** `denied`: the person refused; `failed`: the system did. */
export type DeviceFault = 'denied' | 'failed';

/** `offline`: it never came; `refused`: the server did not give it; `failed`: the phone cannot show it. */
export type DocumentFault = 'offline' | 'refused' | 'failed';

export interface DocumentPort {
  /** Fetches a PDF and shows it; in a browser it is saved under that name. */
  readonly open: (
    path: string,
    name: string,
    headers: Readonly<Record<string, string>>,
  ) => Promise<Result<void, DocumentFault>>;
}

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
  /** To the element of that id. */
  readonly scrollTo: (id: string) => void;
}

/** The calls of a 2D context that the product draws with; both platforms have them. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textBaseline: unknown;
  readonly fillRect: (x: number, y: number, width: number, height: number) => void;
  readonly strokeRect: (x: number, y: number, width: number, height: number) => void;
  readonly fillText: (text: string, x: number, y: number) => void;
  readonly measureText: (text: string) => { readonly width: number };
  readonly scale: (x: number, y: number) => void;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly draw: (pen: Pen) => void;
}

/** Messages of WeChat that a person agrees to, each good for one sending. */
export interface SubscribePort {
  /** From a tap only. The templates that were agreed to; `denied` also where there is nothing to ask. */
  readonly ask: (templates: readonly string[]) => Promise<Result<readonly string[], DeviceFault>>;
}

/** The program's own fate: faults that nobody caught, and a newer version that has been fetched. */
export interface ProgramPort {
  /** Message and trace of an error, and the page on which it came. */
  readonly onFault: (listener: (what: string, page: string) => void) => void;
  readonly onUpdate: (listener: () => void) => void;
  /** Ends the program and starts the newer one. */
  readonly update: () => void;
  /** Paths of the pages that are open, the one on the screen last. */
  readonly openPages: () => readonly string[];
}
