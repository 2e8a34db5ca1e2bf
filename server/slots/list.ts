/** Times that can be booked. A demo makes its own; otherwise a hall gives them. */
import { isWorkday } from '@/domain/calendar/workdays';
import { addDays, formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import { newId } from '../ids';

const DAYS = 30;
const CAPACITY = 3;

/** Half hours of the morning and the afternoon. */
const PERIODS: readonly (readonly [starts: string, ends: string])[] = [
  ...[9, 10, 11].flatMap((hour) => halves(hour)),
  ...[13, 14, 15].flatMap((hour) => halves(hour)),
];

function halves(hour: number): readonly (readonly [string, string])[] {
  const [now, next] = [String(hour).padStart(2, '0'), String(hour + 1).padStart(2, '0')];
  return [
    [`${now}:00`, `${now}:30`],
    [`${now}:30`, `${next}:00`],
  ];
}

/** 演示数据: working days of the coming month, made when they are first asked for. */
export async function makeDemoSlots({ db, calendar }: Store, item: string, at: number): Promise<void> {
  const today = shanghaiMoment(at).date;
  const days = Array.from({ length: DAYS }, (_, i) => addDays(today, i + 1)).filter((day) =>
    isWorkday(calendar, day),
  );
  const last = days.at(-1);
  if (!last) return;
  const made = await db
    .selectFrom('appointment_slots')
    .select('id')
    .where('item', '=', item)
    .where('day', '=', formatDate(last))
    .executeTakeFirst();
  if (made) return;
  const slots = days.flatMap((date) =>
    PERIODS.map(([starts, ends]) => ({
      id: newId(at),
      item,
      place: '',
      day: formatDate(date),
      starts,
      ends,
      capacity: CAPACITY,
    })),
  );
  await db
    .insertInto('appointment_slots')
    .values(slots)
    .onConflict((conflict) => conflict.columns(['item', 'place', 'day', 'starts']).doNothing())
    .execute();
}

export interface FreeSlot {
  readonly date: string;
  readonly period: string;
  readonly left: number;
}

/** From tomorrow on, those that are full included: they are shown as such. */
export async function listSlots({ db }: Store, item: string, at: number): Promise<readonly FreeSlot[]> {
  const rows = await db
    .selectFrom('appointment_slots')
    .select(['day', 'starts', 'ends', 'capacity', 'taken'])
    .where('item', '=', item)
    .where('day', '>', formatDate(shanghaiMoment(at).date))
    .orderBy('day')
    .orderBy('starts')
    .limit(1000)
    .execute();
  return rows.map(({ day, starts, ends, capacity, taken }) => ({
    date: day,
    period: `${starts}-${ends}`,
    left: capacity - taken,
  }));
}
