/** Shapes of src/content/certificate. */
import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const evidence = z.enum(['S', 'L', 'C', 'K', 'P', 'N']);

export const listingDepartmentsSchema = z.array(
  z.strictObject({
    id,
    fields: z
      .array(
        z.strictObject({
          id,
          name: text,
          report: z
            .strictObject({
              province: z.enum(['liaoning', 'guangdong']),
              evidence,
              source: z.url().exactOptional(),
            })
            .exactOptional(),
        }),
      )
      .min(1),
    checks: text,
    basis: text.exactOptional(),
    core: z.boolean(),
    offline: z.boolean().default(false),
    evidence,
  }),
);

const materialIds = [
  'application-form',
  'business-licence',
  'legal-representative-id',
  'agent-authorisation',
  'review-authorisation',
  'truth-commitment',
  'entity-list',
  'listing-progress',
  'penalty-documents',
] as const;

export const materialKindsSchema = z.array(
  z.strictObject({
    id: z.enum(materialIds),
    name: text,
    source: z.enum(['generated', 'shared', 'own']),
    when: z.enum(['always', 'agent', 'relatedEntities', 'knownRecords']),
    note: text,
    takes: z.array(text).min(1),
    replaces: z
      .array(
        z.strictObject({
          name: text,
          copies: z.int().positive(),
          fate: z.enum(['merged', 'deduplicated', 'shared']),
        }),
      )
      .min(1),
    evidence,
  }),
);

export const phrasesSchema = z.array(
  z.strictObject({
    id,
    class: z.enum(['A', 'B', 'C']),
    text,
    assessments: z.array(z.enum(['minor', 'remedied', 'notMajor', 'major', 'unremedied'])),
    evidence,
  }),
);

export const purposesSchema = z.strictObject({
  purposes: z
    .array(z.strictObject({ id, name: text, board: z.boolean(), note: z.boolean(), evidence }))
    .min(1),
  boards: z.array(z.strictObject({ id, name: text })).min(1),
});

const valued = <T extends z.ZodType>(value: T) => z.strictObject({ value, evidence });
const positive = valued(z.int().positive());

export const parametersSchema = z.strictObject({
  days: positive,
  unit: valued(z.enum(['workday', 'calendarDay'])),
  departmentDays: positive,
  milestones: valued(
    z.array(
      z.strictObject({
        id: z.enum(['departments', 'aggregation', 'signature', 'issue']),
        name: text,
        day: z.int().positive(),
      }),
    ),
  ),
  pauseLimit: positive,
  extensionDays: positive,
  extensions: positive,
  returnsBeforeCollection: positive,
  useMonths: positive,
  maxYears: positive,
  district: valued(z.string().regex(/^\d{6}$/)),
  reportFrom: valued(z.iso.date()),
});

export const keysSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,32}$/),
    publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
    demo: z.boolean(),
  }),
);
