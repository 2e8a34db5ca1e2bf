export type Callback = (...args: unknown[]) => unknown;

/** Time as the mini-program sees it. The browser layer uses the real clock, Node a virtual one. */
export interface Clock {
  now(): number;
  after(callback: Callback, ms: number, ...args: unknown[]): number;
  every(callback: Callback, ms: number, ...args: unknown[]): number;
  cancel(id: number): void;
}

interface Timer {
  readonly id: number;
  due: number;
  readonly every: number | undefined;
  readonly run: () => unknown;
}

const microtasks = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Virtual time: nothing happens by itself, so a test never depends on how fast the machine is. */
export class VirtualClock implements Clock {
  private readonly timers = new Map<number, Timer>();
  private nextId = 1;
  private stopped = false;
  private readonly outside = new Set<Promise<unknown>>();

  constructor(
    private time: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  now(): number {
    return this.time;
  }

  after(callback: Callback, ms: number, ...args: unknown[]): number {
    return this.add(callback, ms, undefined, args);
  }

  every(callback: Callback, ms: number, ...args: unknown[]): number {
    return this.add(callback, ms, Math.max(1, ms), args);
  }

  cancel(id: number): void {
    this.timers.delete(id);
  }

  /** Time stands still until this has ended: what a real server does takes no time of the phone's. */
  async hold<T>(work: T | Promise<T>): Promise<T> {
    if (!(work instanceof Promise)) return work;
    this.outside.add(work);
    try {
      return await work;
    } finally {
      this.outside.delete(work);
    }
  }

  /** Ends the world: a killed app runs no timer any more. */
  stop(): void {
    this.stopped = true;
    this.timers.clear();
  }

  /** Lets `ms` pass, timers in order of their due time, promises drained between any two. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await this.settled();
    for (let timer = this.next(end); timer !== undefined && !this.stopped; timer = this.next(end)) {
      this.time = Math.max(this.time, timer.due);
      if (timer.every === undefined) this.timers.delete(timer.id);
      else timer.due = this.time + timer.every;
      try {
        timer.run();
      } catch (error) {
        this.onError(error);
      }
      await this.settled();
    }
    this.time = end;
  }

  private async settled(): Promise<void> {
    await microtasks();
    while (this.outside.size > 0) {
      await Promise.allSettled(this.outside);
      await microtasks();
    }
  }

  private next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers.values())
      if (timer.due <= end && (first === undefined || timer.due < first.due)) first = timer;
    return first;
  }

  private add(callback: Callback, ms: number, every: number | undefined, args: unknown[]): number {
    const id = this.nextId++;
    const wait = Number.isFinite(ms) ? Math.max(0, ms) : 0;
    if (!this.stopped)
      this.timers.set(id, { id, due: this.time + wait, every, run: () => callback(...args) });
    return id;
  }
}
