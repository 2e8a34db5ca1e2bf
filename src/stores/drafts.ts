/** All drafts of a phone: each under a key of its own, and a list without content that says which there are. */
import type { SecretPort, StorageFault, StoragePort } from '@/platform/ports';
import { expiresAt, parseDraft, type DraftState } from './draft';
import { isRecord, keptSecretStore, keptStore, type Kept, type KeptSecret } from './persisted';

/** Where an application for 企业上市无违规证明 lies among the drafts of the forms. */
export const CERTIFICATE_DRAFT = 'certificate';

export interface DraftMark {
  readonly form: string;
  readonly savedAt: number;
}

export type DraftMarks = readonly DraftMark[];

const markIn = (item: unknown): readonly DraftMark[] =>
  isRecord(item) && typeof item['form'] === 'string' && typeof item['savedAt'] === 'number'
    ? [{ form: item['form'], savedAt: item['savedAt'] }]
    : [];

export const parseMarks = (stored: unknown): DraftMarks =>
  Array.isArray(stored) ? stored.flatMap(markIn) : [];

/** The newest first; a form has one draft. */
const marked = (marks: DraftMarks, { form, savedAt }: DraftMark): DraftMarks => [
  { form, savedAt },
  ...marks.filter((mark) => mark.form !== form),
];

export type DraftHandle = KeptSecret<DraftState>;

export interface Drafts {
  readonly marks: Kept<DraftMarks>;
  /** The draft under that name (a form's id, or a correction's); empty when there is none or it ended. */
  readonly open: (name: string) => DraftHandle;
  readonly clear: (name: string) => void;
  /** One tap wipes them all. */
  readonly clearAll: () => void;
}

export interface DraftPorts {
  readonly secret: SecretPort;
  readonly storage: StoragePort;
  readonly now: () => number;
  readonly onFault: (fault: StorageFault) => void;
}

export function createDrafts({ secret, storage, now, onFault }: DraftPorts): Drafts {
  const marks = keptStore({ storage, key: 'drafts', parse: parseMarks, onFault });
  const opened = new Map<string, DraftHandle>();
  const isMarked = (name: string): boolean => marks.store.getState().some(({ form }) => form === name);
  const unmark = (name: string): void => {
    if (isMarked(name)) marks.store.setState((all) => all.filter(({ form }) => form !== name), true);
  };
  const parse = (stored: unknown): DraftState => {
    const draft = parseDraft(stored);
    return draft !== undefined && expiresAt(draft) > now() ? draft : undefined;
  };
  const open = (name: string): DraftHandle => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const handle = keptSecretStore({ secret, key: `draft:${name}`, parse, onFault });
    opened.set(name, handle);
    handle.store.subscribe((draft) => {
      if (draft !== undefined) marks.store.setState((all) => marked(all, { ...draft, form: name }), true);
    });
    // One that ended, or cannot be read any more, leaves nothing behind.
    void handle.ready.then(() => {
      if (handle.store.getState() === undefined && isMarked(name)) clear(name);
    });
    return handle;
  };
  const clear = (name: string): void => {
    open(name).clear();
    unmark(name);
  };
  return {
    marks,
    open,
    clear,
    clearAll: () => marks.store.getState().forEach(({ form }) => clear(form)),
  };
}
