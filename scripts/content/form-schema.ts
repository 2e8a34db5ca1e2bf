/** The shapes of src/content/forms, form-blocks and catalogs. */
import { z } from 'zod';
import type { Bound } from '@/domain/form/bounds';
import { derivedRules, type DerivedRule } from '@/domain/form/derived/derived';
import type { ErrorCode } from '@/domain/form/error';
import type { FieldSource, FormSource } from '@/domain/form/source';
import { formatPatterns, type TextFormat } from '@/domain/form/text-formats';
import { parseDate } from '@/domain/shared/civil-date';
import { conditionSchema } from './guide-schema';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号用小写字母、数字和连字符（kebab-case）');
/** Keys are in answers that are stored: they are never renamed. */
const key = z.string().regex(/^[a-z][A-Za-z0-9_]*$/, '字段名用小写字母开头的英文（camelCase）');
const count = z.int().nonnegative();

const errorCode = z.enum([
  'notAllowed',
  'required',
  'range',
  'order',
  'duplicate',
  'tooFew',
  'tooMany',
  'mismatch',
  'conflict',
  'checksum',
  'consent',
] satisfies readonly ErrorCode[]);

const isDay = (value: string): boolean => parseDate(value) !== undefined;
const bound: z.ZodType<Bound> = z.union([
  z
    .string()
    .refine(
      (value) => ['today', 'thisMonth', 'lastMonth'].includes(value) || isDay(value),
      '写 today、thisMonth、lastMonth 或 YYYY-MM-DD',
    ),
  z.strictObject({ daysFromToday: z.int() }),
  z.strictObject({ monthsFromToday: z.int() }),
  z.strictObject({ workdaysFromToday: z.int().positive() }),
  z.strictObject({ thisYear: z.string().refine((value) => isDay(`2023-${value}`), '写 MM-DD') }),
]);

const check = z.strictObject({
  id: key,
  at: text,
  code: errorCode,
  reads: z.array(text).min(1),
  after: key.exactOptional(),
  when: conditionSchema.exactOptional(),
  holds: conditionSchema,
  say: text,
});

const base = {
  key,
  label: text,
  required: z.union([z.boolean(), conditionSchema]).exactOptional(),
  showIf: conditionSchema.exactOptional(),
  why: text.exactOptional(),
  help: text.exactOptional(),
  notSure: text.exactOptional(),
  prefill: text.exactOptional(),
  person: z.literal(true).exactOptional(),
  checks: z.array(check).exactOptional(),
};

const options = z.array(z.strictObject({ value: text, label: text, hint: text.exactOptional() })).min(1);
const choosing = { options: options.exactOptional(), optionsFrom: id.exactOptional() };
const whole = {
  min: z.int().exactOptional(),
  max: z.int().exactOptional(),
  multipleOf: z.int().positive().exactOptional(),
};
const dates = { notBefore: bound.exactOptional(), notAfter: bound.exactOptional() };
const range = {
  fromNotBefore: bound.exactOptional(),
  toNotAfter: bound.exactOptional(),
  maxMonths: z.int().positive().exactOptional(),
};
const upload = { types: z.array(text).exactOptional(), maxSize: z.int().positive().exactOptional() };
const isFormat = (value: unknown): value is TextFormat =>
  typeof value === 'string' && Object.keys(formatPatterns).includes(value);
const format = z.custom<TextFormat>(isFormat, '没有这个文字式样，见 src/domain/form/text-formats.ts');
const isRule = (value: unknown): value is DerivedRule =>
  typeof value === 'string' && Object.keys(derivedRules).includes(value);
const derive = z.custom<DerivedRule>(isRule, '没有这个计算规则，见 src/domain/form/derived/derived.ts');

const plain = z.strictObject({
  ...base,
  kind: z.enum(['address', 'dateTime', 'uscc', 'bankCard', 'mobile', 'phone', 'email', 'signatures']),
  ...dates,
});

const textual = z.strictObject({
  ...base,
  kind: z.enum(['text', 'textarea']),
  minLength: count.exactOptional(),
  maxLength: count.exactOptional(),
  format: format.exactOptional(),
});

const leaves = [
  textual,
  plain,
  z.strictObject({ ...base, kind: z.literal('int'), ...whole, unit: text.exactOptional() }),
  z.strictObject({ ...base, kind: z.literal('money'), ...whole }),
  z.strictObject({
    ...base,
    kind: z.literal('decimal'),
    decimals: count,
    min: z.number().exactOptional(),
    above: z.number().exactOptional(),
    max: z.number().exactOptional(),
    unit: text.exactOptional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('boolean'),
    mustBe: z
      .strictObject({ value: z.boolean(), code: errorCode, say: text.exactOptional() })
      .exactOptional(),
  }),
  z.strictObject({ ...base, kind: z.literal('choice'), ...choosing, default: text.exactOptional() }),
  z.strictObject({
    ...base,
    kind: z.literal('multi'),
    ...choosing,
    minCount: count.exactOptional(),
    maxCount: count.exactOptional(),
    exclusive: text.exactOptional(),
    all: errorCode.exactOptional(),
  }),
  z.strictObject({ ...base, kind: z.enum(['date', 'month']), ...dates }),
  z.strictObject({
    ...base,
    kind: z.literal('dateRange'),
    ...range,
    maxDays: z.int().positive().exactOptional(),
  }),
  z.strictObject({ ...base, kind: z.literal('monthRange'), ...range }),
  z.strictObject({ ...base, kind: z.literal('slot'), ...dates, workdayOnly: z.boolean().exactOptional() }),
  z.strictObject({ ...base, kind: z.literal('residentId'), documentType: key.exactOptional() }),
  z.strictObject({
    ...base,
    kind: z.literal('region'),
    level: z.enum(['province', 'city']).exactOptional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('files'),
    ...upload,
    minCount: count.exactOptional(),
    maxCount: count.exactOptional(),
    classes: z.record(key, z.strictObject({ label: text, min: count })).exactOptional(),
  }),
  z.strictObject({ ...base, kind: z.literal('image'), ...upload }),
  z.strictObject({
    key,
    label: text,
    showIf: conditionSchema.exactOptional(),
    help: text.exactOptional(),
    kind: z.literal('derived'),
    derive,
    show: z.enum(['text', 'money', 'date', 'area', 'count', 'permille']),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('block'),
    block: id,
    omit: z.array(key).min(1).exactOptional(),
    only: z.record(key, z.array(text).min(1)).exactOptional(),
  }),
] as const;

const group = z.strictObject({
  ...base,
  kind: z.literal('group'),
  get fields() {
    return z.array(fieldSchema).min(1);
  },
});

const rows = z.strictObject({
  ...base,
  kind: z.literal('rows'),
  rowsMin: count,
  rowsMax: z.int().positive(),
  unique: z.array(key).min(1).exactOptional(),
  get columns() {
    return z.array(fieldSchema).min(1);
  },
});

/** Either the options or the catalogue that they are in. */
const hasOptions = (value: FieldSource): boolean =>
  (value.kind !== 'choice' && value.kind !== 'multi') ||
  (value.options === undefined) !== (value.optionsFrom === undefined);

const build = () => z.discriminatedUnion('kind', [...leaves, group, rows]);
let built: ReturnType<typeof build> | undefined;
/** Built when first used: groups and rows hold fields again. */
export const anyField = (): ReturnType<typeof build> => (built ??= build());

export const fieldSchema: z.ZodType<FieldSource> = z.custom<FieldSource>().superRefine((value, context) => {
  const parsed = anyField().safeParse(value);
  if (!parsed.success)
    parsed.error.issues.forEach(({ path, message }) =>
      context.addIssue({ code: 'custom', path: [...path], message }),
    );
  else if (!hasOptions(value))
    context.addIssue({ code: 'custom', message: 'options 和 optionsFrom 写且只写一个' });
});

export const blockSchema = z.array(fieldSchema).min(1);

export const catalogSchema = z.strictObject({ extends: id.exactOptional(), options });

const clock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('instant'), note: text.exactOptional() }),
  z.strictObject({
    kind: z.literal('days'),
    days: z.int().positive(),
    unit: z.enum(['workday', 'calendarDay']),
    note: text.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('scheduled'), note: text }),
]);

const material = z.strictObject({
  id,
  name: text,
  form: text,
  count: text,
  need: z.enum(['required', 'conditional', 'deferrable']),
  when: conditionSchema.exactOptional(),
  whenText: text.exactOptional(),
  source: z.enum(['own', 'shared', 'platform']),
  later: text.exactOptional(),
});

export const formSchema: z.ZodType<FormSource> = z.strictObject({
  id,
  version: z.int().positive(),
  minutes: z.int().positive(),
  clock,
  joint: z.array(z.strictObject({ item: key, department: id })).exactOptional(),
  pages: z
    .array(z.strictObject({ id, title: text, why: text.exactOptional(), fields: z.array(key).min(1) }))
    .min(1),
  fields: z.array(fieldSchema).min(1),
  materials: z.array(material),
});
