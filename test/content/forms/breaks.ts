/** Out of a field's definition: for each of its rules a value that breaks it, and for each bound the value that still fits. */
import { boundDate, type Bound } from '@/domain/form/bounds';
import type { ErrorCode } from '@/domain/form/error';
import type { Field } from '@/domain/form/form';
import type { LeafField } from '@/domain/form/kinds/kinds';
import type { FormContext } from '@/domain/form/reading';
import { addDays, addMonths, formatDate, type CivilDate } from '@/domain/shared/civil-date';

export interface Break {
  readonly rule: string;
  readonly value: unknown;
  /** Absent: it fits, and the field alone has nothing wrong. */
  readonly code?: ErrorCode;
}

const broken = (rule: string, value: unknown, code: ErrorCode): Break => ({ rule, value, code });
const fits = (rule: string, value: unknown): Break => ({ rule: `${rule} fits`, value });
const when = (holds: unknown, ...breaks: Break[]): Break[] => (holds === undefined ? [] : breaks);
const chars = (count: number): string => '中'.repeat(Math.max(0, count));

function textBreaks(field: Extract<LeafField, { kind: 'text' | 'textarea' }>): Break[] {
  const { minLength = 1, maxLength = 30, format } = field;
  return [
    broken('type', 5, 'type'),
    ...(minLength > 1 ? [broken('minLength', chars(minLength - 1), 'tooShort')] : []),
    ...when(field.maxLength, broken('maxLength', chars(maxLength + 1), 'tooLong')),
    ...when(format, broken('format', '@'.repeat(Math.max(minLength, 2)), 'format')),
    ...(format ? [] : [fits('minLength', ` ${chars(minLength)} `), fits('maxLength', chars(maxLength))]),
  ];
}

function wholeBreaks({ min, max, multipleOf }: Extract<LeafField, { kind: 'int' | 'money' }>): Break[] {
  return [
    broken('type', '5', 'type'),
    broken('whole', 5.5, 'type'),
    ...when(min, broken('min', (min ?? 0) - (multipleOf ?? 1), 'range'), fits('min', min)),
    ...when(max, broken('max', (max ?? 0) + (multipleOf ?? 1), 'range'), fits('max', max)),
    ...when(multipleOf, broken('multipleOf', (min ?? 0) + 1, 'range')),
  ];
}

function decimalBreaks({ decimals, min, above, max }: Extract<LeafField, { kind: 'decimal' }>): Break[] {
  const step = 1 / 10 ** decimals;
  return [
    broken('type', '5', 'type'),
    broken('decimals', Number(`1.${'1'.repeat(decimals + 1)}`), 'format'),
    fits('decimals', Number(`1.${'1'.repeat(decimals)}`)),
    ...when(min, broken('min', Number(((min ?? 0) - step).toFixed(decimals)), 'range'), fits('min', min)),
    ...when(above, broken('above', above, 'range'), fits('above', (above ?? 0) + step)),
    ...when(max, broken('max', (max ?? 0) + 1, 'range'), fits('max', max)),
  ];
}

function multiBreaks(field: Extract<LeafField, { kind: 'multi' }>): Break[] {
  const { minCount = 0, maxCount, exclusive, all } = field;
  const values = field.options.map(({ value }) => value);
  const [first = ''] = values;
  return [
    broken('type', first, 'type'),
    broken('items', [5], 'type'),
    broken('options', ['no-such-option'], 'notAllowed'),
    broken('distinct', [first, first], 'duplicate'),
    ...(minCount > 1 ? [broken('minCount', values.slice(0, minCount - 1), 'tooFew')] : []),
    ...when(maxCount, broken('maxCount', values.slice(0, (maxCount ?? 0) + 1), 'tooMany')),
    ...when(exclusive, broken('exclusive', [exclusive, first], 'conflict')),
    ...(all ? [broken('all', [first], all), fits('all', values)] : []),
  ];
}

type Write = (date: CivilDate) => string;
const asMonth: Write = (date) => formatDate(date).slice(0, 7);

interface Bounds {
  readonly notBefore?: Bound | undefined;
  readonly notAfter?: Bound | undefined;
}

function boundBreaks(bounds: Bounds, context: FormContext, write: Write, step: Step): Break[] {
  const at = (bound: Bound | undefined): CivilDate =>
    boundDate(bound ?? 'today', context.asOf, context.calendar);
  const { notBefore, notAfter } = bounds;
  return [
    ...when(
      notBefore,
      broken('notBefore', write(step(at(notBefore), -1)), 'range'),
      fits('notBefore', write(at(notBefore))),
    ),
    ...when(
      notAfter,
      broken('notAfter', write(step(at(notAfter), 1)), 'range'),
      fits('notAfter', write(at(notAfter))),
    ),
  ];
}

type Step = (date: CivilDate, by: number) => CivilDate;
const shapes = {
  date: { write: formatDate, step: addDays, bad: '2026/01/01', none: '2026-02-30' },
  month: { write: asMonth, step: addMonths, bad: '2026-1', none: '2026-13' },
  dateTime: {
    write: (date: CivilDate) => `${formatDate(date)}T23:59`,
    step: addDays,
    bad: '2026-01-01 08:30',
    none: '2026-01-01T24:00',
  },
} as const;

function momentBreaks(
  field: Extract<LeafField, { kind: 'date' | 'month' | 'dateTime' }>,
  context: FormContext,
): Break[] {
  const { write, step, bad, none } = shapes[field.kind];
  return [
    broken('type', 5, 'type'),
    broken('shape', bad, 'format'),
    broken('exists', none, 'date'),
    ...boundBreaks(field, context, write, step),
  ];
}

const both = (breaks: readonly Break[], wrap: (value: unknown) => unknown): Break[] =>
  breaks.map((each) => ({ ...each, value: wrap(each.value) }));

function rangeBreaks(
  field: Extract<LeafField, { kind: 'dateRange' | 'monthRange' }>,
  context: FormContext,
): Break[] {
  const { write, step, bad, none } = shapes[field.kind === 'dateRange' ? 'date' : 'month'];
  const { fromNotBefore, toNotAfter, maxMonths } = field;
  const maxDays = field.kind === 'dateRange' ? field.maxDays : undefined;
  const start = fromNotBefore
    ? boundDate(fromNotBefore, context.asOf, context.calendar)
    : { year: 2020, month: 1, day: 1 };
  const from = write(start);
  const pair = (to: CivilDate): unknown => ({ from, to: write(to) });
  const lastMonth = addMonths(start, (maxMonths ?? 0) - (field.kind === 'monthRange' ? 1 : 0));
  return [
    broken('type', from, 'type'),
    broken('ends', { from: 5, to: from }, 'type'),
    broken('keys', { from, to: from, days: 1 }, 'unknownField'),
    broken('half', { from }, 'required'),
    broken('shape', { from: bad, to: from }, 'format'),
    broken('exists', { from, to: none }, 'date'),
    broken('order', { from, to: write(step(start, -1)) }, 'order'),
    fits('order', { from, to: from }),
    ...when(
      maxMonths,
      broken('maxMonths', pair(step(lastMonth, 1)), 'range'),
      fits('maxMonths', pair(lastMonth)),
    ),
    ...when(
      maxDays,
      broken('maxDays', pair(addDays(start, maxDays ?? 0)), 'range'),
      fits('maxDays', pair(addDays(start, (maxDays ?? 0) - 1))),
    ),
    ...both(
      boundBreaks({ notBefore: fromNotBefore, notAfter: toNotAfter }, context, write, step),
      (value) => ({ from: value, to: value }),
    ),
  ];
}

function slotBreaks(field: Extract<LeafField, { kind: 'slot' }>, context: FormContext): Break[] {
  const period = '09:00-09:30';
  const on = (date: unknown): unknown => ({ date, period });
  const day = '2026-12-01';
  return [
    broken('type', day, 'type'),
    broken('keys', { date: day, period, room: 1 }, 'unknownField'),
    broken('half', { date: day }, 'required'),
    broken('shape', { date: day, period: '9:00-9:30' }, 'format'),
    broken('exists', { date: day, period: '23:30-24:00' }, 'date'),
    broken('order', { date: day, period: '10:00-09:30' }, 'order'),
    // The last day that may be booked is a Wednesday, the first a Tuesday.
    ...both(boundBreaks(field, context, formatDate, addDays), on),
    ...when(field.workdayOnly, broken('workdayOnly', on('2026-11-28'), 'notAllowed')),
  ];
}

const file = (id: string, more: object = {}): object => ({
  id,
  name: `${id}.jpg`,
  size: 1000,
  type: 'image/jpeg',
  ...more,
});

function filesBreaks(field: Extract<LeafField, { kind: 'files' }>): Break[] {
  const { maxCount, maxSize = 0, minCount = 0, classes } = field;
  const material = Object.keys(classes ?? {})[0];
  const of = material === undefined ? {} : { material };
  return [
    broken('type', file('x'), 'type'),
    broken('items', [{ id: 'x' }], 'type'),
    ...when(classes, broken('classes', [file('x', { material: 'no-such-class' })], 'notAllowed')),
    broken('maxSize', [file('x', { ...of, size: maxSize + 1 })], 'range'),
    broken('distinct', [file('x', of), file('x', of)], 'duplicate'),
    ...(minCount > 1 ? [broken('minCount', [file('x', of)], 'tooFew')] : []),
    ...when(
      maxCount,
      broken(
        'maxCount',
        Array.from({ length: (maxCount ?? 0) + 1 }, (_, i) => file(`x${i}`, of)),
        'tooMany',
      ),
    ),
    ...when(classes, broken('class minimum', [file('x', of)], 'tooFew')),
  ];
}

const textAs = (bad: string): Break[] => [broken('type', 5, 'type'), broken('shape', bad, 'format')];

const residentBreaks = (isOther: boolean): Break[] =>
  isOther
    ? textAs('!')
    : [
        ...textAs('21021319900307999'),
        broken('birth', '210213202302299990', 'date'),
        broken('future', '210213202701019992', 'date'),
        broken('check digit', '210213199003079994', 'checksum'),
      ];

/** A wrong one for the kinds that have one form. */
const SHAPES = {
  uscc: [...textAs('9121O213MATEXY0136'), broken('check digit', '91210213MATEXY0131', 'checksum')],
  bankCard: [...textAs('62284809999'), broken('check digit', '6228480999999999992', 'checksum')],
  mobile: textAs('12800000001'),
  phone: textAs('12345'),
  email: textAs('zhang@'),
  signatures: [
    broken('type', [{ idNo: '210213199003079993' }], 'type'),
    broken(
      'distinct',
      ['a', 'b'].map((fileId) => ({ idNo: '210213199003079993', fileId })),
      'duplicate',
    ),
  ],
};

const booleanBreaks = ({ mustBe }: Extract<LeafField, { kind: 'boolean' }>): Break[] => [
  broken('type', 'yes', 'type'),
  ...(mustBe ? [broken('mustBe', !mustBe.value, mustBe.code)] : []),
];

const imageBreaks = ({ maxSize = 0 }: Extract<LeafField, { kind: 'image' }>): Break[] => [
  broken('type', [file('x')], 'type'),
  broken('types', file('x', { type: 'image/gif' }), 'notAllowed'),
  broken('maxSize', file('x', { size: maxSize + 1 }), 'range'),
];

type Timed = Extract<
  LeafField,
  { kind: 'date' | 'month' | 'dateTime' | 'dateRange' | 'monthRange' | 'slot' }
>;

function timedBreaks(field: Timed, context: FormContext): Break[] {
  switch (field.kind) {
    case 'dateRange':
    case 'monthRange':
      return rangeBreaks(field, context);
    case 'slot':
      return slotBreaks(field, context);
    default:
      return momentBreaks(field, context);
  }
}

function untimedBreaks(field: Exclude<LeafField, Timed>, now: unknown): Break[] {
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return textBreaks(field);
    case 'address':
      return textBreaks({ ...field, kind: 'text', minLength: 5, maxLength: 80 });
    case 'int':
    case 'money':
      return wholeBreaks(field);
    case 'decimal':
      return decimalBreaks(field);
    case 'boolean':
      return booleanBreaks(field);
    case 'choice':
      return [broken('type', 5, 'type'), broken('options', 'no-such-option', 'notAllowed')];
    case 'multi':
      return multiBreaks(field);
    case 'residentId':
      return residentBreaks(field.documentType !== undefined && !/^\d{17}/.test(String(now)));
    case 'region':
      return textAs(field.level ? '210213' : '2102');
    case 'files':
      return filesBreaks(field);
    case 'image':
      return imageBreaks(field);
    default:
      return SHAPES[field.kind];
  }
}

const isTimed = (field: LeafField): field is Timed =>
  ['date', 'month', 'dateTime', 'dateRange', 'monthRange', 'slot'].includes(field.kind);

/** Breaks of a field that holds an answer of its own; the value it has now is right. */
export const breaksOf = (field: LeafField, now: unknown, context: FormContext): Break[] =>
  isTimed(field) ? timedBreaks(field, context) : untimedBreaks(field, now);

/** Breaks of a list as a whole; `rows` are right as they are. */
export function rowsBreaks(field: Extract<Field, { kind: 'rows' }>, rows: readonly unknown[]): Break[] {
  const [first] = rows;
  return [
    broken('type', first, 'type'),
    ...(field.rowsMin > 1 ? [broken('rowsMin', rows.slice(0, field.rowsMin - 1), 'tooFew')] : []),
    broken(
      'rowsMax',
      Array.from({ length: field.rowsMax + 1 }, () => first),
      'tooMany',
    ),
  ];
}
