/** 自您上次查看: what changed between the version a person saw and the one that ships now. */
import type { Guide, TimeLimit } from './guide';

/** What the phone remembers of a guide that was looked at: small, and free of personal data. */
export interface GuideDigest {
  readonly version: number;
  readonly seenOn: string;
  readonly materials: Readonly<Record<string, string>>;
  readonly promised: string;
  readonly visits: number;
  readonly charged: boolean;
  readonly confirmedOn?: string;
}

export type GuideChange =
  | { readonly kind: 'materialAdded' | 'materialRemoved'; readonly name: string }
  | { readonly kind: 'promised' | 'visits' | 'charged' | 'confirmed' }
  | { readonly kind: 'note'; readonly on: string; readonly what: string };

const limitKey = (limit: TimeLimit): string =>
  limit.kind === 'limit' ? `${limit.days} ${limit.unit}` : limit.kind;

/** `seenOn` is the civil date (YYYY-MM-DD) of the visit. */
export function digestGuide(guide: Guide, seenOn: string): GuideDigest {
  const { confirmedOn } = guide.freshness;
  return {
    version: guide.version,
    seenOn,
    materials: Object.fromEntries(guide.materials.map(({ id, name }) => [id, name])),
    promised: limitKey(guide.time.promised),
    visits: guide.channels.visits,
    charged: guide.fees.charged,
    ...(confirmedOn === undefined ? {} : { confirmedOn }),
  };
}

/** Empty when nothing that matters to a visitor changed. */
export function changesSince(seen: GuideDigest, guide: Guide): GuideChange[] {
  const now = digestGuide(guide, seen.seenOn);
  const added = Object.entries(now.materials).filter(([id]) => !(id in seen.materials));
  const removed = Object.entries(seen.materials).filter(([id]) => !(id in now.materials));
  return [
    ...added.map(([, name]) => ({ kind: 'materialAdded', name }) as const),
    ...removed.map(([, name]) => ({ kind: 'materialRemoved', name }) as const),
    ...(['promised', 'visits', 'charged'] as const)
      .filter((key) => now[key] !== seen[key])
      .map((kind) => ({ kind })),
    ...(now.confirmedOn !== seen.confirmedOn ? [{ kind: 'confirmed' } as const] : []),
    ...guide.changes
      .filter(({ version }) => version > seen.version)
      .map(({ on, what }) => ({ kind: 'note', on, what }) as const),
  ];
}
