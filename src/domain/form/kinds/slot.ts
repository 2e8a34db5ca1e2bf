/** An appointment: a day and a period of it, `09:00-09:30`. How many places are left is the server's to say. */
import { isWorkday } from '../../calendar/workdays';
import type { ErrorCode } from '../error';
import { checkBounds, readDate, readTime, type DateRules } from '../moments';
import { showDate } from './dates';
import { isRecord, textOf, type FieldBase, type Kind, type KindContext } from './kind';
import { checkShape } from './ranges';

export interface SlotField extends FieldBase, DateRules {
  readonly kind: 'slot';
  readonly workdayOnly?: boolean;
}

type Period = { readonly from: number; readonly to: number } | { readonly code: 'format' | 'date' };

function readPeriod(text: string): Period {
  const [from, to, ...rest] = text.split('-').map(readTime);
  if (from === undefined || to === undefined || rest.length > 0) return { code: 'format' };
  if (from === 'format' || to === 'format') return { code: 'format' };
  return from === 'date' || to === 'date' ? { code: 'date' } : { from, to };
}

function checkSlot(value: unknown, field: SlotField, context: KindContext): ErrorCode | undefined {
  const shape = checkShape(value, ['date', 'period']);
  if (shape || !isRecord(value)) return shape ?? 'type';
  const day = readDate(value['date']);
  const period = readPeriod(textOf(value['period']));
  if ('code' in period && period.code === 'format') return 'format';
  if ('code' in day) return day.code;
  if ('code' in period) return period.code;
  if (period.from > period.to) return 'order';
  const bounds = checkBounds(day.date, field, context);
  if (bounds) return bounds;
  return field.workdayOnly && !isWorkday(context.calendar, day.date) ? 'notAllowed' : undefined;
}

export const slot: Kind<SlotField> = {
  check: checkSlot,
  show: (value) => (isRecord(value) ? `${showDate(value['date'])} ${textOf(value['period'])}` : ''),
};
