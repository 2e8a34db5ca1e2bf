import fc from 'fast-check';
import type { SubmitRequest } from '@/contract/cases';
import { err } from '@/domain/shared/result';
import { memorySecret } from '@/platform/memory/secret';
import type { SecretPort } from '@/platform/ports';
import type { ApiFault } from '@/services/api';
import type { SendOutcome, Submission } from '@/services/outbox';
import { createOutbox, parseOutbox, type OutboxEntry } from './outbox';

const request = (form: string): SubmitRequest => ({ form, formVersion: 1, answers: { a: 1 }, materials: [] });
const entry = (key: string): OutboxEntry => ({ key, request: request(key), queuedAt: 1, materials: {} });
const OFFLINE: ApiFault = { kind: 'network', fault: 'offline' };
const FULL: ApiFault = { kind: 'problem', code: 'busy', status: 503, detail: '', body: {}, retryAfter: 4 };
const BAD: ApiFault = {
  kind: 'problem',
  code: 'invalidAnswers',
  status: 422,
  detail: '',
  body: { errors: [] },
};

/** Takes each key once and counts what came; answers may be lost on the way back. */
class Office {
  mode: 'up' | 'down' | 'full' | 'lossy' | 'refuses' = 'up';
  readonly taken: string[] = [];
  readonly send = async ({ key }: Submission): Promise<SendOutcome> => {
    await Promise.resolve();
    if (this.mode === 'down') return { kind: 'wait', fault: OFFLINE };
    if (this.mode === 'full') return { kind: 'wait', fault: FULL };
    if (this.mode === 'refuses') return { kind: 'refused', fault: BAD };
    if (!this.taken.includes(key)) this.taken.push(key);
    if (this.mode === 'lossy') return { kind: 'wait', fault: OFFLINE };
    return { kind: 'sent', receipt: { number: `n-${key}`, item: key, submittedOn: '2026-11-23', due: null } };
  };
}

type Later = (seconds: number, work: () => Promise<void>) => void;

const opened = async (secret: SecretPort, office: Office, later: Later = () => undefined) => {
  const outbox = createOutbox({ secret, send: office.send, later });
  await outbox.ready;
  return outbox;
};

it('sends at once where there is a network', async () => {
  const office = new Office();
  const outbox = await opened(memorySecret(), office);
  expect(await outbox.handIn(entry('a'))).toMatchObject({ kind: 'sent', receipt: { number: 'n-a' } });
  expect(outbox.store.getState()).toMatchObject({ entries: [], sent: [{ key: 'a' }] });
});

it('keeps what waits over a kill, and sends it in its order', async () => {
  const secret = memorySecret();
  const office = new Office();
  office.mode = 'down';
  const before = await opened(secret, office);
  for (const key of ['a', 'b', 'c']) expect(await before.handIn(entry(key))).toMatchObject({ kind: 'wait' });
  office.mode = 'up';
  const outbox = await opened(secret, office);
  await Promise.all([outbox.flush(), outbox.flush()]);
  expect([office.taken, outbox.store.getState().entries]).toEqual([['a', 'b', 'c'], []]);
});

it('goes past what was refused, keeps it for the person, and does not send it again', async () => {
  const secret = memorySecret();
  const office = new Office();
  office.mode = 'refuses';
  const before = await opened(secret, office);
  expect(await before.handIn(entry('a'))).toEqual({ kind: 'refused', fault: BAD });
  office.mode = 'up';
  const outbox = await opened(secret, office);
  expect(await outbox.handIn(entry('b'))).toMatchObject({ kind: 'sent' });
  expect([office.taken, outbox.store.getState().entries]).toMatchObject([
    ['b'],
    [{ key: 'a', refused: BAD }],
  ]);
});

it('sends what it cannot keep, and refuses what it can neither keep nor send', async () => {
  const office = new Office();
  const outbox = await opened(memorySecret({ full: true }), office);
  expect(await outbox.handIn(entry('a'))).toMatchObject({ kind: 'sent' });
  office.mode = 'down';
  expect(await outbox.handIn(entry('b'))).toEqual({ kind: 'notKept', fault: OFFLINE });
  expect(outbox.store.getState().entries).toEqual([]);
});

describe('a server that is full and says when to come back', () => {
  const waiting = () => {
    const all: { seconds: number; work: () => Promise<void> }[] = [];
    return { all, later: (seconds: number, work: () => Promise<void>) => void all.push({ seconds, work }) };
  };

  it('is asked again then, with one appointment at a time, until everything is there once', async () => {
    const { all, later } = waiting();
    const office = new Office();
    office.mode = 'full';
    const outbox = await opened(memorySecret(), office, later);
    for (const key of ['a', 'b'])
      expect(await outbox.handIn(entry(key))).toEqual({ kind: 'wait', fault: FULL });
    expect(all.map(({ seconds }) => seconds)).toEqual([4]);
    await all[0]?.work();
    expect([all.length, office.taken]).toEqual([2, []]);
    office.mode = 'up';
    await all[1]?.work();
    expect([all.length, office.taken, outbox.store.getState().entries]).toEqual([2, ['a', 'b'], []]);
  });

  it('is not asked again by the clock where it said nothing', async () => {
    const { all, later } = waiting();
    const office = new Office();
    office.mode = 'down';
    await (await opened(memorySecret(), office, later)).handIn(entry('a'));
    expect(all).toEqual([]);
  });
});

it('knows what was sent before the draft could be wiped', async () => {
  const office = new Office();
  const outbox = await opened(memorySecret(), office);
  await outbox.handIn(entry('a'));
  expect(await outbox.handIn(entry('a'))).toMatchObject({ kind: 'sent', receipt: { number: 'n-a' } });
  expect(office.taken).toEqual(['a']);
});

type Step = {
  readonly do: 'handIn' | 'flush' | 'kill';
  readonly mode: Office['mode'];
  readonly full: boolean;
};

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    do: fc.constantFrom('handIn', 'flush', 'kill'),
    mode: fc.constantFrom('up', 'down', 'full', 'lossy'),
    full: fc.boolean(),
  }),
  { maxLength: 12 },
);

/** Storage whose room comes and goes. */
function moody(): SecretPort & { full: boolean } {
  const inner = memorySecret();
  const port = {
    ...inner,
    full: false,
    write: async (key: string, value: unknown) =>
      port.full ? err('full' as const) : inner.write(key, value),
  };
  return port;
}

it('loses and doubles nothing whatever happens on the way', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const secret = moody();
      const office = new Office();
      let outbox = await opened(secret, office);
      const promised: string[] = [];
      for (const [i, step] of all.entries()) {
        office.mode = step.mode;
        secret.full = step.full;
        if (step.do === 'handIn') {
          const done = await outbox.handIn(entry(`k${i}`));
          if (done.kind !== 'notKept') promised.push(`k${i}`);
        }
        if (step.do === 'flush') await outbox.flush();
        if (step.do === 'kill') outbox = await opened(secret, office);
      }
      office.mode = 'up';
      secret.full = false;
      outbox = await opened(secret, office);
      await outbox.flush();
      expect(new Set(office.taken).size).toBe(office.taken.length);
      expect(promised.filter((key) => !office.taken.includes(key))).toEqual([]);
      expect(outbox.store.getState().entries).toEqual([]);
    }),
    { numRuns: Number(process.env['TRACES'] ?? 300) },
  );
});

it('reads anything that storage may hold', () => {
  fc.assert(fc.property(fc.jsonValue(), (stored) => Array.isArray(parseOutbox(stored).entries)));
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 })), (keys) => {
      const entries = [...new Set(keys)].map(entry);
      expect(parseOutbox({ entries, sent: [] }).entries).toEqual(entries);
    }),
  );
});
