/** 多件事合并跑一趟: the union of several guides' materials, and the places to go to in order. */
import type { Condition } from '../logic/condition';
import type { ChecklistItem } from './checklist';
import type { Guide } from './guide';

export interface TripPart {
  readonly guide: Guide;
  /** The personal checklist of that guide for the answers given. */
  readonly checklist: readonly ChecklistItem[];
  /** Whether a place's condition holds for the answers given; unknown counts as yes. */
  readonly applies: (condition: Condition | undefined) => boolean;
}

export interface TripMaterial {
  readonly name: string;
  /** One original serves every window; copies add up. */
  readonly originals: number;
  readonly copies: number;
  readonly electronicOnly: boolean;
  /** Who needs it, where the answers given do not settle that; absent when somebody surely does. */
  readonly onlyIf?: string;
  readonly forGuides: readonly string[];
}

export interface TripStop {
  readonly hall: string;
  readonly guides: readonly { readonly id: string; readonly window: string }[];
}

export interface Trip {
  /** Can be done online before leaving home. */
  readonly onlineFirst: readonly string[];
  readonly stops: readonly TripStop[];
  readonly materials: readonly TripMaterial[];
  readonly waived: readonly { readonly name: string; readonly forGuides: readonly string[] }[];
}

/** Materials are the same when their names are, apart from what stands in brackets: 户口簿(首页、本人页) is 户口簿. */
export const materialKey = (name: string): string => name.replace(/[(（][^)）]*[)）]/g, '').trim();

function stopsOf(parts: readonly TripPart[]): TripStop[] {
  const stops = new Map<string, { id: string; window: string }[]>();
  for (const { guide, applies } of parts) {
    const place = guide.channels.offline.find(({ when }) => applies(when));
    if (!place) continue;
    stops.set(place.hall, [...(stops.get(place.hall) ?? []), { id: guide.id, window: place.window }]);
  }
  // The place that serves most of the errands comes first.
  return [...stops]
    .map(([hall, guides]) => ({ hall, guides }))
    .sort((a, b) => b.guides.length - a.guides.length);
}

/** Undecided is carried, to be safe; but what shared data stands in for need not be, whatever the answer. */
const isWaived = ({ material, status }: ChecklistItem): boolean =>
  status === 'waived' || (status === 'undecided' && material.waivedBy !== undefined);

/** Who needs it, as long as nobody surely does. */
function onlyIfOf(before: TripMaterial | undefined, { material, status }: ChecklistItem): string | undefined {
  if (status !== 'undecided') return undefined;
  if (before !== undefined) return before.onlyIf;
  return material.whenText ?? '看情形';
}

const NOT_YET: Pick<TripMaterial, 'originals' | 'copies' | 'electronicOnly' | 'forGuides'> = {
  originals: 0,
  copies: 0,
  electronicOnly: true,
  forGuides: [],
};

function addTo(
  before: TripMaterial | undefined,
  name: string,
  item: ChecklistItem,
  guide: string,
): TripMaterial {
  const { originals, copies, electronicOnly, forGuides } = before ?? NOT_YET;
  const { material } = item;
  const onlyIf = onlyIfOf(before, item);
  return {
    name,
    originals: Math.max(originals, material.originals),
    copies: copies + material.copies,
    electronicOnly: electronicOnly && material.source === 'platform',
    forGuides: [...forGuides, guide],
    ...(onlyIf === undefined ? {} : { onlyIf }),
  };
}

function materialsOf(parts: readonly TripPart[]): Pick<Trip, 'materials' | 'waived'> {
  const carried = new Map<string, TripMaterial>();
  const waived = new Map<string, { name: string; forGuides: string[] }>();
  for (const { guide, checklist } of parts) {
    for (const item of checklist) {
      const { material, status } = item;
      if (status === 'notNeeded') continue;
      const key = materialKey(material.name);
      if (isWaived(item)) {
        const entry = waived.get(key) ?? { name: key, forGuides: [] };
        waived.set(key, { ...entry, forGuides: [...entry.forGuides, guide.id] });
        continue;
      }
      carried.set(key, addTo(carried.get(key), key, item, guide.id));
    }
  }
  // What must be carried for one errand is carried anyway: it is not listed as waived for another.
  const materials = [...carried.values()];
  return { materials, waived: [...waived].filter(([key]) => !carried.has(key)).map(([, entry]) => entry) };
}

export function planTrip(parts: readonly TripPart[]): Trip {
  const online = parts.filter(
    ({ guide }) => guide.channels.visits === 0 && guide.channels.online.kind !== 'none',
  );
  const onTheRoad = parts.filter((part) => !online.includes(part));
  return {
    onlineFirst: online.map(({ guide }) => guide.id),
    stops: stopsOf(onTheRoad),
    ...materialsOf(parts),
  };
}
