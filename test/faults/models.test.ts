/**
 * Random traces beside a model that says what must be: the queue of messages with its leases and retries, and the lock on
 * a data folder. TRACES=10000 for the long run.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { takeLock, type Lock } from '../../server/db/lock';
import type { OpenDatabase } from '../../server/db/open';
import { newId } from '../../server/ids';
import { done, retry, take, type Waiting } from '../../server/outbox/outbox';
import { NOON } from '../server-support/cases';
import { freshPlace, openAt, type Place } from '../server-support/engines';

const TRACES = Number(process.env['TRACES'] ?? 100);
const LEASE_MS = 60_000;

jest.setTimeout(3_600_000);

type QueueStep =
  | { readonly do: 'add' }
  | { readonly do: 'take'; readonly limit: number }
  | { readonly do: 'done' | 'retry'; readonly which: number }
  /** A sender that dies says nothing: its lease runs out. */
  | { readonly do: 'die' }
  | { readonly do: 'wait'; readonly minutes: number };

const queueSteps: fc.Arbitrary<readonly QueueStep[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('take' as const), limit: fc.integer({ min: 1, max: 3 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('done' as const, 'retry' as const), which: fc.nat(5) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 3, 9, 800) }),
    },
  ),
  { maxLength: 14 },
);

interface Expected {
  readyAt: number;
  attempts: number;
}

/** 2, 4, 8 … minutes, at most half a day: written down apart from the code. */
const pause = (attempts: number): number => Math.min(2 ** attempts, 720) * 60_000;

class QueueModel {
  private readonly waiting = new Map<string, Expected>();
  private held: Waiting[] = [];
  private now = NOON;

  constructor(private readonly opened: OpenDatabase) {}

  async step(step: QueueStep): Promise<void> {
    switch (step.do) {
      case 'add':
        return this.add();
      case 'take':
        return this.take(step.limit);
      case 'done':
      case 'retry':
        return this.end(step.do, step.which);
      case 'die':
        this.held = [];
        return;
      case 'wait':
        this.now += step.minutes * 60_000;
    }
  }

  /** In the end everything that was added is given to a sender who lives. */
  async drain(): Promise<void> {
    for (let rounds = 0; this.waiting.size > 0; rounds++) {
      expect(rounds).toBeLessThan(50);
      this.now += 13 * 3_600_000;
      this.held = [];
      await this.take(50);
      while (this.held.length > 0) await this.end('done', 0);
    }
    expect(await take(this.opened, this.now + 1e9, { limit: 5, leaseMs: LEASE_MS })).toEqual([]);
  }

  private async add(): Promise<void> {
    const id = newId(this.now);
    const message = { id, case_id: null, recipient: id, topic: 't', data: '{}', done_at: null };
    await this.opened.db
      .insertInto('outbox')
      .values({ ...message, created_at: this.now, available_at: this.now })
      .execute();
    this.waiting.set(id, { readyAt: this.now, attempts: 0 });
  }

  private async take(limit: number): Promise<void> {
    const ready = [...this.waiting].filter(([, { readyAt }]) => readyAt <= this.now);
    const taken = await take(this.opened, this.now, { limit, leaseMs: LEASE_MS });
    expect(taken).toHaveLength(Math.min(limit, ready.length));
    for (const message of taken) {
      const expected = this.waiting.get(message.id);
      // Nothing that is done, leased or resting comes again.
      expect(expected?.readyAt ?? Infinity).toBeLessThanOrEqual(this.now);
      expect(message.attempts).toBe((expected?.attempts ?? 0) + 1);
      this.waiting.set(message.id, { readyAt: this.now + LEASE_MS, attempts: message.attempts });
    }
    this.held = [...this.held.filter(({ id }) => !taken.some((one) => one.id === id)), ...taken];
  }

  private async end(how: 'done' | 'retry', which: number): Promise<void> {
    const message = this.held[which % Math.max(1, this.held.length)];
    if (!message) return;
    this.held = this.held.filter((one) => one !== message);
    if (how === 'done') {
      await done(this.opened, message.id, this.now);
      this.waiting.delete(message.id);
      return;
    }
    await retry(this.opened, message, this.now);
    const { attempts } = message;
    this.waiting.set(message.id, {
      readyAt: this.now + pause(attempts),
      attempts: this.waiting.get(message.id)?.attempts ?? attempts,
    });
  }
}

describe('the queue of messages', () => {
  let place: Place;
  let opened: OpenDatabase;

  beforeAll(async () => {
    place = await freshPlace('postgres');
    opened = await openAt(place, NOON);
  });

  afterAll(async () => {
    await opened.close();
    await place.remove();
  });

  it('gives each message until it is done, to one at a time, and not before its time', async () => {
    await fc.assert(
      fc.asyncProperty(queueSteps, async (steps) => {
        await opened.db.deleteFrom('outbox').execute();
        const model = new QueueModel(opened);
        for (const step of steps) await model.step(step);
        await model.drain();
      }),
      { numRuns: TRACES },
    );
  });
});

type LockStep = 'take' | 'release' | 'die';

/** As a killed process leaves it: its number stands, its socket answers no more, nobody has its pid and start. */
async function die(folder: string, lock: Lock): Promise<void> {
  await lock.release();
  const file = join(folder, `lock.${lock.number}.json`);
  const held = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...held, owner: { ...held.owner, started: '0' }, released: false }));
}

describe('the lock', () => {
  it('is held by one at most, and free whenever its holder is gone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<LockStep>('take', 'take', 'release', 'die'), { maxLength: 12 }),
        async (steps) => {
          const folder = mkdtempSync(join(tmpdir(), 'lock-'));
          let holder: Lock | undefined;
          let number = 0;
          for (const step of steps) {
            if (step === 'take') {
              const taken = await takeLock(folder);
              expect(taken.ok).toBe(holder === undefined);
              if (!taken.ok) expect(taken.error.code).toBe('held');
              else {
                number += 1;
                expect(taken.value.number).toBe(number);
                holder = taken.value;
              }
            } else if (holder) {
              await (step === 'die' ? die(folder, holder) : holder.release());
              holder = undefined;
            }
          }
          await holder?.release();
          rmSync(folder, { recursive: true });
        },
      ),
      { numRuns: TRACES },
    );
  });
});
