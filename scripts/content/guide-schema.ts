/** The shape of src/content/guides/*.yaml. Editors get it as JSON Schema (`npm run build:content` writes it). */
import { z } from 'zod';
import { checkCondition } from '@/domain/logic/check';
import type { Condition } from '@/domain/logic/condition';
import { parseDate } from '@/domain/shared/civil-date';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号用小写字母、数字和连字符(kebab-case)');
const date = z.string().refine((value) => parseDate(value) !== undefined, '日期写成 YYYY-MM-DD,且须真实存在');
const evidence = z.enum(['S', 'L', 'C', 'K', 'P', 'N']);
const unit = z.enum(['workday', 'calendarDay']);
const pending = z.literal('pending');

export const conditionSchema = z.custom<Condition>().superRefine((value, context) => {
  const checked = checkCondition(value);
  if (!checked.ok)
    context.addIssue({ code: 'custom', message: `条件写法不对:${JSON.stringify(checked.error)}` });
});

const basis = z.strictObject({
  law: text,
  docNo: text.exactOptional(),
  clause: text,
  gist: text,
  url: z.url().exactOptional(),
  readOn: date,
  evidence,
});

const situation = z.strictObject({
  id,
  ask: text,
  why: text.exactOptional(),
  when: conditionSchema.exactOptional(),
  options: z.array(z.strictObject({ id, label: text, hint: text.exactOptional() })).min(2),
});

export const timeLimit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('limit'),
    days: z.int().positive(),
    unit,
    capped: z.boolean().exactOptional(),
    note: text.exactOptional(),
    evidence,
  }),
  z.strictObject({ kind: z.enum(['instant', 'none', 'scheduled']), note: text.exactOptional(), evidence }),
  z.strictObject({ kind: pending, note: text.exactOptional(), evidence }),
]);

const time = z.strictObject({
  caseType: z.enum(['instant', 'promised']),
  statutory: timeLimit,
  promised: timeLimit,
  excluded: z.array(text),
  variants: z
    .array(z.strictObject({ when: conditionSchema, promised: timeLimit, label: text }))
    .exactOptional(),
});

const material = z.strictObject({
  id,
  name: text,
  kind: z.enum(['issued', 'verified', 'ownOriginal', 'selfMade']),
  forms: z.array(z.enum(['electronic', 'original', 'copy', 'photo'])).min(1),
  originals: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  countNote: text.exactOptional(),
  necessity: z.enum(['required', 'situational']),
  when: conditionSchema.exactOptional(),
  whenText: text.exactOptional(),
  source: z.enum(['own', 'issued', 'shared', 'platform']),
  from: text,
  waivedBy: text.exactOptional(),
  deferral: z
    .strictObject({ days: z.union([z.int().positive(), pending]), unit, note: text, evidence })
    .exactOptional(),
  returnedIf: z.array(text),
  sample: text.exactOptional(),
  basis: text.exactOptional(),
  evidence,
});

const channels = z.strictObject({
  online: z.strictObject({
    kind: z.enum(['here', 'external', 'none']),
    names: z.array(text),
    note: text.exactOptional(),
  }),
  offline: z.array(
    z.strictObject({
      hall: id,
      window: text,
      when: conditionSchema.exactOptional(),
      note: text.exactOptional(),
    }),
  ),
  selfService: text.exactOptional(),
  post: text.exactOptional(),
  visits: z.int().nonnegative(),
  visitReason: text.exactOptional(),
  fullyOnline: z.boolean(),
  appointment: z.strictObject({ kind: z.enum(['none', 'optional', 'required']), note: text.exactOptional() }),
  crossRegion: z.strictObject({
    kind: z.enum(['none', 'city', 'province', 'nation']),
    note: text.exactOptional(),
  }),
  consultation: text,
  complaint: text,
});

const fees = z.strictObject({
  charged: z.boolean(),
  items: z.array(
    z.strictObject({
      name: text,
      standard: text,
      amountCents: z.int().nonnegative().exactOptional(),
      per: text.exactOptional(),
      basis: text,
      evidence,
    }),
  ),
  reductions: text.exactOptional(),
  onlinePayment: z.boolean(),
  note: text.exactOptional(),
});

const remedy = z.union([z.strictObject({ to: text, within: text }), z.strictObject({ none: text })]);

export const guideSchema = z.strictObject({
  id,
  name: text,
  commonName: text,
  aliases: z.array(text).min(3),
  summary: text,
  theme: id,
  audience: z.array(z.enum(['person', 'enterprise', 'selfEmployed'])).min(1),
  lifeEvents: z.array(id).min(1),
  powerType: z.enum([
    'payment',
    'licence',
    'confirmation',
    'publicService',
    'otherPower',
    'arbitration',
    'reconsideration',
    'other',
  ]),
  joint: z.boolean(),
  department: id,
  departmentNote: text.exactOptional(),
  jointDepartments: z.array(id),
  level: z.enum(['street', 'district', 'city', 'province']),
  version: z.int().positive(),
  effectiveFrom: date,
  retiredOn: date.exactOptional(),
  depth: z.enum(['online', 'lookup']),
  basis: z.array(basis).min(1),
  conditions: z.array(z.strictObject({ text, rule: conditionSchema.exactOptional(), evidence })).min(1),
  refusals: z.array(text),
  quota: text.exactOptional(),
  commitment: text.exactOptional(),
  situations: z.array(situation).max(5),
  time,
  materials: z.array(material).min(1),
  channels,
  fees,
  steps: z
    .array(
      z.strictObject({
        id: z.enum(['acceptance', 'review', 'decision', 'completion', 'delivery']),
        who: text,
        what: text,
        howLong: text,
      }),
    )
    .min(1),
  result: z.strictObject({
    name: text,
    kind: z.enum(['certificate', 'document', 'completion']),
    delivery: z.array(z.enum(['electronic', 'pickup', 'post', 'onTheSpot'])).min(1),
    validity: text,
    sample: text.exactOptional(),
  }),
  rights: z.strictObject({ reconsideration: remedy, litigation: remedy, complaint: text }),
  fairPlay: z.strictObject({
    proper: z.array(text).min(1),
    forbidden: z.array(text).min(1),
    deferrable: z.array(text),
  }),
  faq: z.array(z.strictObject({ q: text, a: text })).min(3),
  returns: z
    .array(
      z.strictObject({
        code: z
          .string()
          .regex(/^R\d{2}$/)
          .exactOptional(),
        text,
      }),
    )
    .min(1),
  related: z.array(id),
  policies: z.array(id),
  freshness: z.strictObject({
    owner: text.exactOptional(),
    sourceReadOn: date,
    confirmedBy: text.exactOptional(),
    confirmedOn: date.exactOptional(),
    reviewBy: date,
  }),
  changes: z.array(z.strictObject({ version: z.int().positive(), on: date, what: text })),
});
