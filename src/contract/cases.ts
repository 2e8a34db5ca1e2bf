/** Cases on the wire. The phone takes the types only; the schemas run on the server. */
import { z } from 'zod';
import type { CaseEvent } from '@/domain/case/event';

const text = z.string();
const date = z.iso.date();
const key = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** Answers are checked by the form's own validator, not here. */
const answers = z.record(z.string(), z.unknown());

export const attachedMaterial = z.strictObject({
  /** Id of the material in the form. */
  material: text,
  files: z.array(key).max(30),
  /** Deferred (容缺), or to be taken from shared data: nothing attached now. */
  as: z.enum(['uploaded', 'shared', 'later']),
});

export const submitRequest = z.strictObject({
  form: text,
  formVersion: z.int().positive(),
  answers,
  materials: z.array(attachedMaterial).max(40),
});

export const receipt = z.strictObject({
  number: text,
  item: text,
  submittedOn: date,
  /** The first date promised, absent where the time is set by a calendar of the year. */
  due: date.nullable(),
});

export const caseSummary = z.strictObject({
  number: text,
  item: text,
  status: text,
  submittedOn: date,
  changedOn: date,
  due: date.nullable(),
  /** What the person has to do now, if anything. */
  todo: z.enum(['correct', 'rate', 'none']),
});

export const caseList = z.strictObject({ cases: z.array(caseSummary), next: text.nullable() });

/** `waiting`: nobody has looked yet, and no scanner; `checked`: somebody or something has; `refused`: it carries something harmful. */
export const caseFile = z.strictObject({
  id: key,
  name: text,
  state: z.enum(['waiting', 'checked', 'refused']),
});

/** The log of a case and its latest answers: the phone works out all else with `derive`. */
export const caseDetail = z.strictObject({
  number: text,
  version: z.int().positive(),
  events: z.custom<readonly CaseEvent[]>((value) => Array.isArray(value)),
  answers,
  materials: z.array(attachedMaterial),
  /** Those that the answers and materials name, in their order. */
  files: z.array(caseFile),
  /** The contact of the department that has the case now. */
  department: text,
});

const note = z.string().max(500);
const stars = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** What a resident may do. `version` is the version of the case that the person saw. */
export const caseAction = z.strictObject({
  version: z.int().positive(),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('corrected'), answers, materials: z.array(attachedMaterial).max(40) }),
    z.strictObject({ kind: z.literal('withdrawn'), note }),
    z.strictObject({ kind: z.literal('urged'), note }),
    z.strictObject({ kind: z.literal('complained'), note }),
    z.strictObject({
      kind: z.literal('rated'),
      rating: z.strictObject({
        stars,
        indicators: z.partialRecord(
          z.enum(['overall', 'efficiency', 'guideAccuracy', 'convenience', 'platform']),
          stars,
        ),
        reasons: z.array(
          z.enum(['slow', 'extraMaterials', 'unclear', 'repeated', 'attitude', 'system', 'other']),
        ),
        comment: note,
      }),
    }),
  ]),
});

/** Field errors of `validateForm`, in a problem with code invalidAnswers. */
export const invalidAnswers = z.strictObject({
  errors: z.array(z.strictObject({ field: text, code: text, check: text.optional() })),
});

/** In a problem with code staleVersion: what the case is now. */
export const staleVersion = z.strictObject({ current: caseDetail });

export const uploadedFile = z.strictObject({
  id: key,
  name: text,
  size: z.int().nonnegative(),
  type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  /** `quarantined`: no scanner is configured, a clerk looks at it first. */
  state: z.enum(['accepted', 'quarantined']),
});

export const slotList = z.strictObject({
  /** Days and half hours that can be chosen; 演示数据 until a hall gives its own. */
  demo: z.boolean(),
  slots: z.array(z.strictObject({ date, period: text, left: z.int().nonnegative() })),
});

export type AttachedMaterial = z.infer<typeof attachedMaterial>;
export type SubmitRequest = z.infer<typeof submitRequest>;
export type Receipt = z.infer<typeof receipt>;
export type CaseSummary = z.infer<typeof caseSummary>;
export type CaseList = z.infer<typeof caseList>;
export type CaseFile = z.infer<typeof caseFile>;
export type CaseDetail = z.infer<typeof caseDetail>;
export type CaseAction = z.infer<typeof caseAction>;
export type UploadedFile = z.infer<typeof uploadedFile>;
export type SlotList = z.infer<typeof slotList>;
