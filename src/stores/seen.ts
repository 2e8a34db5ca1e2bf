import type { GuideDigest } from '@/domain/guide/changes';
import { entriesIn, isRecord } from './persisted';

/** What each guide said when it was last looked at, for 自您上次查看. */
export type Seen = Readonly<Record<string, GuideDigest>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function digestIn(item: unknown): GuideDigest | undefined {
  if (!isRecord(item)) return undefined;
  const { version, seenOn, promised, visits, charged, confirmedOn } = item;
  if (typeof version !== 'number' || typeof seenOn !== 'string' || typeof promised !== 'string')
    return undefined;
  if (typeof visits !== 'number' || typeof charged !== 'boolean') return undefined;
  const materials = entriesIn(item['materials'], text);
  const base = { version, seenOn, promised, visits, charged, materials };
  return typeof confirmedOn === 'string' ? { ...base, confirmedOn } : base;
}

export const parseSeen = (stored: unknown): Seen => entriesIn(stored, digestIn);
