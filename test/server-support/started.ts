/** Setup and teardown are loaded apart, each with its own modules; what they share hangs on the process. */
import { ChildProcess } from 'node:child_process';

const KEY = Symbol.for('started by the global setup');

export function remember(child: ChildProcess): void {
  Object.defineProperty(process, KEY, { value: [...started(), child], configurable: true });
}

/** What the teardown stops; should it never come, the end of this process closes their input all the same. */
export function started(): readonly ChildProcess[] {
  const found: unknown = Object.getOwnPropertyDescriptor(process, KEY)?.value;
  return Array.isArray(found) ? found.filter((child) => child instanceof ChildProcess) : [];
}
