/** What was handed in and is not there yet. It waits encrypted, is sent in its order, each once, and survives a kill. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttachedMaterial, Receipt, SubmitRequest } from '@/contract/cases';
import { problemCodes } from '@/contract/problem';
import type { Result } from '@/domain/shared/result';
import type { SecretPort, StorageFault } from '@/platform/ports';
import type { ApiFault } from '@/services/api';
import type { SendOutcome, Submission } from '@/services/outbox';
import { parseReceipt } from '@/services/wire';
import { parseMaterial, type DraftMaterial } from './draft';
import { entriesIn, isRecord, stringsIn } from './persisted';

export interface OutboxEntry extends Submission {
  /** Names of the files, for a person who takes it back to change something. */
  readonly materials: Readonly<Record<string, DraftMaterial>>;
  /** Why it was refused, until the person has looked; such an entry is not sent again. */
  readonly refused?: ApiFault;
}

export interface SentEntry {
  readonly key: string;
  readonly receipt: Receipt;
}

export interface OutboxState {
  readonly entries: readonly OutboxEntry[];
  /** The last receipts: to be shown without a network, and to know a draft that was sent before a kill. */
  readonly sent: readonly SentEntry[];
  /** Why the last sending has to wait; only while the program runs. */
  readonly waits?: ApiFault;
}

const SENT_KEPT = 20;
const AS = ['uploaded', 'shared', 'later'] as const;

function attachedIn(item: unknown): readonly AttachedMaterial[] {
  if (!isRecord(item) || typeof item['material'] !== 'string') return [];
  const as = AS.find((each) => each === item['as']);
  return as === undefined ? [] : [{ material: item['material'], files: [...stringsIn(item['files'])], as }];
}

function requestIn(item: unknown): SubmitRequest | undefined {
  if (!isRecord(item)) return undefined;
  const { form, formVersion, answers, materials } = item;
  if (typeof form !== 'string' || typeof formVersion !== 'number' || !isRecord(answers)) return undefined;
  const attached = Array.isArray(materials) ? materials.flatMap(attachedIn) : [];
  return { form, formVersion, answers, materials: attached };
}

function faultIn(item: unknown): ApiFault | undefined {
  if (!isRecord(item) || item['kind'] !== 'problem') return undefined;
  const { code, status, detail, body } = item;
  const known = problemCodes.find((each) => each === code);
  if (known === undefined || typeof status !== 'number') return undefined;
  return {
    kind: 'problem',
    code: known,
    status,
    detail: typeof detail === 'string' ? detail : '',
    body: isRecord(body) ? body : {},
  };
}

function entryIn(item: unknown): readonly OutboxEntry[] {
  if (!isRecord(item)) return [];
  const { key, queuedAt } = item;
  const request = requestIn(item['request']);
  if (typeof key !== 'string' || typeof queuedAt !== 'number' || request === undefined) return [];
  const refused = faultIn(item['refused']);
  return [
    {
      key,
      queuedAt,
      request,
      materials: entriesIn(item['materials'], parseMaterial),
      ...(refused === undefined ? {} : { refused }),
    },
  ];
}

function sentIn(item: unknown): readonly SentEntry[] {
  if (!isRecord(item) || typeof item['key'] !== 'string') return [];
  const receipt = parseReceipt(item['receipt']);
  return receipt === undefined ? [] : [{ key: item['key'], receipt }];
}

export function parseOutbox(stored: unknown): OutboxState {
  if (!isRecord(stored)) return { entries: [], sent: [] };
  const { entries, sent } = stored;
  return {
    entries: Array.isArray(entries) ? entries.flatMap(entryIn) : [],
    sent: Array.isArray(sent) ? sent.flatMap(sentIn) : [],
  };
}

const withSent = (state: OutboxState, key: string, receipt: Receipt): OutboxState => ({
  entries: state.entries.filter((entry) => entry.key !== key),
  sent: [{ key, receipt }, ...state.sent.filter((each) => each.key !== key)].slice(0, SENT_KEPT),
});

const withRefusal = ({ entries, sent }: OutboxState, key: string, refused: ApiFault): OutboxState => ({
  sent,
  entries: entries.map((entry) => (entry.key === key ? { ...entry, refused } : entry)),
});

export type HandedIn =
  | SendOutcome
  /** The phone has no room for it and it could not be sent: nothing was handed in. */
  | { readonly kind: 'notKept'; readonly fault: ApiFault };

export interface Outbox {
  readonly store: StoreApi<OutboxState>;
  readonly ready: Promise<void>;
  /** Keeps it, then sends it and all that waits before it. */
  readonly handIn: (entry: OutboxEntry) => Promise<HandedIn>;
  /** Sends what waits, until something cannot be sent. */
  readonly flush: () => Promise<void>;
  /** Takes an entry out, to change it or to forget it. */
  readonly takeBack: (key: string) => Promise<void>;
  readonly clear: () => void;
}

export interface OutboxPorts {
  readonly secret: SecretPort;
  readonly send: (submission: Submission) => Promise<SendOutcome>;
  /** Does it after so many seconds, while the program runs. */
  readonly later: (seconds: number, work: () => Promise<void>) => void;
}

const KEY = 'outbox';

export function createOutbox({ secret, send, later }: OutboxPorts): Outbox {
  const store = createStore<OutboxState>(() => parseOutbox(undefined));
  const ready = secret.read(KEY).then((stored) => store.setState(parseOutbox(stored), true));

  /** The phone first: what is shown as kept is kept. */
  const keep = async (state: OutboxState): Promise<Result<void, StorageFault>> => {
    const written = await secret.write(KEY, state);
    if (written.ok) store.setState(state, true);
    return written;
  };
  /** What the server has said stands, whether the phone takes it or not: a second sending changes nothing. */
  const note = async (state: OutboxState): Promise<void> => {
    store.setState(state, true);
    await secret.write(KEY, state);
  };

  let comesBack = false;
  /** A server that is full says when to come back: nobody has to keep watch. One appointment at a time. */
  const comeBack = (fault: ApiFault): void => {
    if (comesBack || fault.kind !== 'problem' || fault.retryAfter === undefined) return;
    comesBack = true;
    later(Math.max(1, fault.retryAfter), () => {
      comesBack = false;
      return flush();
    });
  };

  const sendOne = async (entry: OutboxEntry): Promise<SendOutcome> => {
    const outcome = await send(entry);
    if (outcome.kind === 'sent') await note(withSent(store.getState(), entry.key, outcome.receipt));
    if (outcome.kind === 'wait') {
      store.setState({ waits: outcome.fault });
      comeBack(outcome.fault);
    }
    if (outcome.kind === 'refused') await note(withRefusal(store.getState(), entry.key, outcome.fault));
    return outcome;
  };
  /** What became of the entry with that key; `undefined` when it was not reached. */
  const sendAll = async (key?: string): Promise<SendOutcome | undefined> => {
    let reached: SendOutcome | undefined;
    for (;;) {
      const next = store.getState().entries.find(({ refused }) => refused === undefined);
      if (next === undefined) return reached;
      const outcome = await sendOne(next);
      if (next.key === key) reached = outcome;
      if (outcome.kind === 'wait') return reached ?? outcome;
    }
  };

  // One thing at a time: a network that returns while the person hands in must not send twice.
  let line: Promise<unknown> = ready;
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = line.then(work, work);
    line = done.catch(() => undefined);
    return done;
  };

  const flush = (): Promise<void> => inLine(async () => void (await sendAll()));

  return {
    store,
    ready,
    handIn: (entry) =>
      inLine(async () => {
        const { entries, sent } = store.getState();
        const known = sent.find(({ key }) => key === entry.key);
        if (known !== undefined) return { kind: 'sent', receipt: known.receipt };
        const others = entries.filter(({ key }) => key !== entry.key);
        const kept = await keep({ entries: [...others, entry], sent });
        if (kept.ok) return (await sendAll(entry.key)) ?? { kind: 'wait', fault: { kind: 'unreadable' } };
        const outcome = await sendOne(entry);
        return outcome.kind === 'wait' ? { kind: 'notKept', fault: outcome.fault } : outcome;
      }),
    flush,
    takeBack: (key) =>
      inLine(async () => {
        const { entries, sent } = store.getState();
        await note({ entries: entries.filter((entry) => entry.key !== key), sent });
      }),
    clear: () => {
      store.setState(parseOutbox(undefined), true);
      void inLine(() => secret.remove(KEY));
    },
  };
}
