import type { Clock } from '../clock';
import { type Bag, callIfFunction, isRecord } from '../values';

/** A refusal with WeChat's own wording; becomes errMsg "name:fail reason". */
export class Refusal extends Error {}

export type Method = (options?: unknown) => Promise<unknown>;

/** Options of a call as a record; WeChat takes a missing object for an empty one. */
export const optionsOf = (options: unknown): Bag => (isRecord(options) ? options : {});

/**
 * Wraps work in WeChat's calling habit: success, fail and complete callbacks, and a promise.
 * Nothing is answered in the same tick: code that leans on a synchronous callback fails on a phone.
 */
export function method(
  clock: Clock,
  name: string,
  work: (options: Bag) => Promise<Bag | void> | Bag | void,
  delay: number | (() => number) = 0,
): Method {
  return (raw) => {
    const options = optionsOf(raw);
    return new Promise((resolve, reject) => {
      const answer = (callback: 'success' | 'fail', value: Bag): void => {
        callIfFunction(options, callback, value);
        callIfFunction(options, 'complete', value);
        if (callback === 'success') resolve(value);
        else if (hasCallback(options)) resolve(value);
        else reject(value);
      };
      const start = async (): Promise<void> => {
        let value: Bag;
        try {
          value = { ...(await work(options)), errMsg: `${name}:ok` };
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          answer('fail', { errMsg: `${name}:fail ${reason}`, errno: 1 });
          return;
        }
        answer('success', value);
      };
      clock.after(() => void start(), typeof delay === 'number' ? delay : delay());
    });
  };
}

const hasCallback = (options: Bag): boolean =>
  ['success', 'fail', 'complete'].some((name) => typeof options[name] === 'function');

/** A pair wx.onX / wx.offX. */
export class Signal {
  private readonly listeners = new Set<unknown>();

  readonly on = (listener: unknown): void => void this.listeners.add(listener);
  readonly off = (listener?: unknown): void =>
    listener === undefined ? this.listeners.clear() : void this.listeners.delete(listener);

  emit(value: unknown): void {
    for (const listener of [...this.listeners]) if (typeof listener === 'function') listener(value);
  }
}
