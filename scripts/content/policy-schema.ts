/** The shapes of src/content/policies/*.yaml, parameters/*.yaml, benefit-facts.yaml and benefit-figures.yaml. */
import { z } from 'zod';
import { checkInt } from '@/domain/logic/check';
import type { DateExpr, IntExpr } from '@/domain/logic/condition';
import { parseDate } from '@/domain/shared/civil-date';
import { conditionSchema } from './guide-schema';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号用小写字母、数字和连字符(kebab-case)');
const conditionId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, '条件编号用驼峰英文');
const date = z.string().refine((value) => parseDate(value) !== undefined, '日期写成 YYYY-MM-DD,且须真实存在');
const evidence = z.enum(['S', 'L', 'C', 'K', 'P', 'N']);
const factPath = z
  .string()
  .regex(/^[a-z]\w*(\[\])?(\.[a-z]\w*(\[\])?)*$/, '路径写成 person.children[].hukou 的样子');

const intExpr = z.custom<IntExpr>().superRefine((value, context) => {
  const fault = checkInt(value);
  if (fault)
    context.addIssue({ code: 'custom', message: `算式写法不对:${fault.path || '整体'} ${fault.message}` });
});

// A date is checked as the one thing that is read of it.
const dateExpr = z.custom<DateExpr>().superRefine((value, context) => {
  const fault = checkInt({ yearOf: value });
  if (fault) context.addIssue({ code: 'custom', message: `日期写法不对:${fault.path} ${fault.message}` });
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

const condition = z.strictObject({
  id: conditionId,
  text,
  clause: text.refine((value) => !value.includes('同上'), '依据要写全,不写“同上”'),
  when: conditionSchema,
  only: conditionSchema.exactOptional(),
  change: text.exactOptional(),
  evidence,
});

export const policySchema = z.strictObject({
  id,
  number: z.string().regex(/^P\d{2}$/),
  name: text,
  summary: text,
  audience: z.enum(['person', 'enterprise']),
  mode: z.enum(['A', 'B', 'C', 'D']),
  department: id,
  jointDepartments: z.array(id).default([]),
  channel: text,
  arrives: text,
  guides: z.array(id),
  inForce: z
    .strictObject({ from: date, to: date.exactOptional(), text, clause: text, evidence })
    .exactOptional(),
  conditions: z.array(condition),
  rows: z
    .strictObject({
      path: factPath,
      id: conditionId,
      text,
      clause: text,
      evidence,
      conditions: z.array(condition).min(1),
    })
    .exactOptional(),
  per: z.enum(['once', 'month', 'year', 'none']),
  amountText: text,
  amount: intExpr.exactOptional(),
  payPermille: intExpr.exactOptional(),
  registerFrom: z.strictObject({ when: conditionSchema, date: dateExpr }).exactOptional(),
  notices: z.array(z.strictObject({ code: conditionId, when: conditionSchema, text })),
  confirm: z.array(z.strictObject({ text, by: id })),
  voluntary: z.array(text),
  interactions: z.array(
    z.strictObject({ kind: z.enum(['together', 'higher', 'notBoth']), policy: id.exactOptional(), text }),
  ),
  sources: z.array(z.strictObject({ name: text, department: id })).min(1),
  basis: z.array(basis).min(1),
  evidence,
});

export const factsSchema = z.array(
  z.strictObject({
    path: factPath,
    type: z.enum(['date', 'int', 'bool', 'enum', 'enums', 'ints', 'rows']),
    nature: z.enum(['J', 'A', 'M']),
    ask: text,
    hint: text.exactOptional(),
    unit: z.enum(['cents', 'permille', 'months', 'people', 'year', 'grade']).exactOptional(),
    options: z.array(z.strictObject({ id: z.string().regex(/^[a-z]\w*$/i), label: text })).exactOptional(),
    min: z.int().exactOptional(),
    max: z.int().exactOptional(),
    unset: text.exactOptional(),
    sensitive: z.literal(true).exactOptional(),
    screens: z.literal(true).exactOptional(),
    changeable: z.literal(true).exactOptional(),
  }),
);

const published = { from: date, to: date.exactOptional(), source: text, evidence };

export const parametersSchema = z.array(
  z.strictObject({
    id,
    name: text,
    unit: z.enum(['cents', 'permille']),
    rows: z.array(z.strictObject({ ...published, value: z.int() })).min(1),
  }),
);

export const figuresSchema = z.array(
  z.strictObject({
    path: factPath,
    department: id,
    rows: z.array(
      z.strictObject({ ...published, value: z.union([z.int(), z.boolean(), date, z.array(z.int())]) }),
    ),
  }),
);

export type ParameterTable = z.infer<typeof parametersSchema>[number];
export type FigureTable = z.infer<typeof figuresSchema>[number];
