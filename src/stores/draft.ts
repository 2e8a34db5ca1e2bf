/** A form half filled in. It stays on the phone, encrypted, and ends by itself. */
import type { UploadedFile } from '@/contract/cases';
import { parseUploaded } from '@/services/wire';
import { entriesIn, isRecord, stringsIn } from './persisted';

export interface DraftMaterial {
  /** `own`: uploaded instead of taken from shared data; `later`: comes afterwards (容缺); `yes`: the case that it is for applies. */
  readonly choice?: 'own' | 'later' | 'yes' | 'no';
  readonly files: readonly UploadedFile[];
}

export interface Draft {
  readonly form: string;
  readonly formVersion: number;
  /** Made with the draft: the submission that comes of it is taken once, however often it is sent. */
  readonly key: string;
  /** What the person typed; values that came verified from elsewhere are not in it. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Paths answered with 不清楚. */
  readonly unsure: readonly string[];
  readonly materials: Readonly<Record<string, DraftMaterial>>;
  /** The page that the person was on. */
  readonly page: string;
  /** Milliseconds since 1970 UTC, of the last change. */
  readonly savedAt: number;
}

export type DraftState = Draft | undefined;

const DAY_MS = 86_400_000;
export const DRAFT_DAYS = 30;

export const expiresAt = ({ savedAt }: Pick<Draft, 'savedAt'>): number => savedAt + DRAFT_DAYS * DAY_MS;

export interface DraftStart {
  readonly form: string;
  readonly formVersion: number;
  readonly key: string;
  readonly page: string;
  readonly at: number;
}

export const newDraft = ({ at, ...start }: DraftStart): Draft => ({
  ...start,
  answers: {},
  unsure: [],
  materials: {},
  savedAt: at,
});

const CHOICES = ['own', 'later', 'yes', 'no'] as const;

export function parseMaterial(item: unknown): DraftMaterial | undefined {
  if (!isRecord(item)) return undefined;
  const choice = CHOICES.find((each) => each === item['choice']);
  const files = Array.isArray(item['files'])
    ? item['files'].flatMap((file: unknown) => parseUploaded(file) ?? [])
    : [];
  return { ...(choice === undefined ? {} : { choice }), files };
}

/** A draft whose key was lost would be sent twice: it is none. */
export function parseDraft(stored: unknown): DraftState {
  if (!isRecord(stored)) return undefined;
  const { form, formVersion, key, answers, page, savedAt } = stored;
  if (typeof form !== 'string' || typeof formVersion !== 'number' || typeof key !== 'string')
    return undefined;
  if (key === '' || !isRecord(answers) || typeof savedAt !== 'number') return undefined;
  return {
    form,
    formVersion,
    key,
    answers,
    unsure: stringsIn(stored['unsure']),
    materials: entriesIn(stored['materials'], parseMaterial),
    page: typeof page === 'string' ? page : '',
    savedAt,
  };
}
