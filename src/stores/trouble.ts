import { safeTrace } from '@/domain/shared/trace';
import { isRecord } from './persisted';

/** A fault of the program, kept on the phone until the person sends or clears it. */
export interface Trouble {
  /** Milliseconds since 1970 UTC, of the last time. */
  readonly at: number;
  readonly page: string;
  readonly what: string;
  readonly times: number;
}

export type Troubles = readonly Trouble[];

/** A ring: the oldest gives way. */
const KEPT = 20;

function troubleIn(item: unknown): Troubles {
  if (!isRecord(item)) return [];
  const { at, page, what, times } = item;
  const whole =
    typeof at === 'number' &&
    typeof page === 'string' &&
    typeof what === 'string' &&
    typeof times === 'number';
  return whole ? [{ at, page, what, times }] : [];
}

export const parseTroubles = (stored: unknown): Troubles =>
  Array.isArray(stored) ? stored.flatMap(troubleIn).slice(0, KEPT) : [];

/** The same fault on the same page is counted, not kept again. */
export function withTrouble(all: Troubles, { at, page, what }: Omit<Trouble, 'times'>): Troubles {
  const safe = safeTrace(what);
  const isSame = (each: Trouble): boolean => each.page === page && each.what === safe;
  const times = Math.min(9999, (all.find(isSame)?.times ?? 0) + 1);
  return [{ at, page, what: safe, times }, ...all.filter((each) => !isSame(each))].slice(0, KEPT);
}
