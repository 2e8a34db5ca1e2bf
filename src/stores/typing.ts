/**
 * What is typed into a draft is gathered and kept when the typing pauses, so that neither a kill nor a tap that comes
 * before the blur loses it.
 */
export interface Typing {
  /** By a key: kept within the second. */
  readonly typed: (path: string, value: unknown) => void;
  /** By a tap: kept at once. */
  readonly chosen: (path: string, value: unknown) => void;
  /** What was typed at a path and is not kept yet. */
  readonly pending: (path: string) => { readonly value: unknown } | undefined;
  /** Keeps what was typed without waiting. */
  readonly leave: () => void;
  /** Forgets it. */
  readonly drop: () => void;
}

const QUIET_MS = 700;

export function createTyping(keep: (typed: readonly (readonly [string, unknown])[]) => void): Typing {
  const waiting = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
  };
  const leave = (): void => {
    stop();
    if (waiting.size === 0) return;
    const values = [...waiting];
    waiting.clear();
    keep(values);
  };
  return {
    typed: (path, value) => {
      waiting.set(path, value);
      stop();
      timer = setTimeout(leave, QUIET_MS);
    },
    chosen: (path, value) => {
      waiting.set(path, value);
      leave();
    },
    pending: (path) => (waiting.has(path) ? { value: waiting.get(path) } : undefined),
    leave,
    drop: () => {
      stop();
      waiting.clear();
    },
  };
}
