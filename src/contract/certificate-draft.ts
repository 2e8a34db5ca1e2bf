/** An application for the certificate on the wire: the draft of the domain, its materials named by uploaded files. */
import { z } from 'zod';

const text = z.string().max(200);
const date = z.iso.date();
const key = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const number = z.number();

export const entityKinds = [
  'company',
  'branch',
  'whollyOwned',
  'controlled',
  'associate',
  'controllingShareholder',
  'actualControllerEnterprise',
] as const;

export const materialKinds = [
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

const entity = z.strictObject({
  kind: z.enum(entityKinds),
  creditCode: text,
  name: text,
  district: text,
  sharePercent: number.exactOptional(),
  actualControl: z.boolean().exactOptional(),
  formerNames: z.array(text).max(10).exactOptional(),
  established: text.exactOptional(),
});

const knownRecord = z.strictObject({
  documentNumber: text,
  agency: text,
  department: text.exactOptional(),
  entity: text,
  decidedOn: text,
  reason: z.string().max(500),
  amountCents: number,
  remedied: z.boolean(),
  paidOn: text.exactOptional(),
});

const delivery = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('electronic') }),
  z.strictObject({ kind: z.literal('selfCollection') }),
  z.strictObject({ kind: z.literal('courier'), recipient: text, mobile: text, address: text }),
]);

/** `kind` absent: a document that could not be placed; the answer says where it belongs. */
const material = z.strictObject({
  kind: z.enum(materialKinds).exactOptional(),
  title: text,
  /** Ids of uploaded files. */
  files: z.array(key).max(60),
});

/** Checked by `checkApplication` of the domain; here only sizes and shapes, so that nothing endless comes in. */
export const certificateDraft = z.strictObject({
  company: z.strictObject({
    creditCode: text,
    name: text,
    legalRepresentative: text,
    capitalCents: number,
    established: text,
    address: text,
    industry: text,
  }),
  contact: z.strictObject({ name: text, mobile: text, email: text }),
  byAgent: z.boolean(),
  intermediaries: z.array(z.strictObject({ name: text, email: text })).max(20),
  purpose: text,
  purposeNote: text.exactOptional(),
  board: text.exactOptional(),
  period: z.strictObject({ start: text, end: text }),
  entities: z.array(entity).max(60),
  departments: z.array(text).max(60),
  scopeConfirmed: z.boolean(),
  knownRecords: z.array(knownRecord).max(60),
  output: z.enum(['once', 'asReady']),
  copies: number,
  language: z.enum(['zh', 'zhEn']),
  delivery,
  materials: z.array(material).max(40),
  sharingFailed: z.array(z.enum(materialKinds)).max(9),
  consents: z.strictObject({ review: z.boolean(), truth: z.boolean(), disclosure: z.boolean() }),
});

export const certificateApply = z.strictObject({
  draft: certificateDraft,
  /** 增量续开: the number of the case whose certificate this one follows. */
  renews: text.exactOptional(),
});

/** In a problem with code invalidAnswers: faults and hints of `checkApplication`. */
export const certificateFaults = z.strictObject({
  faults: z.array(z.strictObject({ code: text, path: text })),
  hints: z.array(z.strictObject({ code: text, path: text })),
});

/** What the licence of each company says that the person may act for, to fill in with. */
export const certificateCompanies = z.strictObject({
  companies: z.array(
    z.strictObject({
      creditCode: text,
      name: text,
      legalRepresentative: text,
      capitalCents: z.int().nonnegative(),
      established: date,
      address: text,
      industry: text,
      district: text,
      /** As the legal representative, or under a grant (经办人: material 4 is needed). */
      as: z.enum(['legalRepresentative', 'agent']),
      source: text,
      on: date,
    }),
  ),
  demo: z.boolean(),
});

export type CertificateDraft = z.infer<typeof certificateDraft>;
export type CertificateApply = z.infer<typeof certificateApply>;
export type CertificateFaults = z.infer<typeof certificateFaults>;
export type CertificateCompanies = z.infer<typeof certificateCompanies>;
