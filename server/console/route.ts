/** Pages and forms of the console as data: who may, what it does. A test asks each of them in every role. */
import type { StaffRole, Staff } from '../staff/accounts';
import type { Service } from '../service';
import type { Html } from './html';

/** Fields of a form; one that came several times is a list. */
export type Fields = ReadonlyMap<string, readonly string[]>;

export interface Visit {
  readonly service: Service;
  readonly staff: Staff;
  /** Digest of the session. */
  readonly session: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  readonly fields: Fields;
  /** That came with a form. */
  readonly file?: { readonly name: string; readonly bytes: Buffer };
  readonly at: number;
}

export type Shown =
  | { readonly kind: 'page'; readonly title: string; readonly body: Html; readonly status?: 200 | 409 | 422 }
  | { readonly kind: 'see'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly type: string; readonly name: string }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'forbidden' };

export interface ConsoleRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Empty: every member of staff. */
  readonly roles: readonly StaffRole[];
  readonly run: (visit: Visit) => Promise<Shown>;
}

export const fieldOf = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? '';

export const page = (title: string, body: Html): Shown => ({ kind: 'page', title, body });
export const see = (path: string): Shown => ({ kind: 'see', path });
export const NOT_FOUND: Shown = { kind: 'notFound' };
export const FORBIDDEN: Shown = { kind: 'forbidden' };
