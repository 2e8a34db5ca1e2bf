/** Acting for a company: as its legal representative, or under a dated grant. */
import { z } from 'zod';

const text = z.string();
const date = z.iso.date();

export const grant = z.strictObject({
  id: text,
  company: text,
  companyName: text,
  name: text,
  maskedIdNo: text,
  from: date,
  until: date,
  state: z.enum(['coming', 'valid', 'ended', 'revoked']),
});

export const companies = z.strictObject({
  companies: z.array(
    z.strictObject({
      creditCode: text,
      name: text,
      as: z.enum(['legalRepresentative', 'agent']),
      /** Last day of the grant. */
      until: date.nullable(),
      source: text,
      on: date,
    }),
  ),
  /** Given by the one who asks. */
  grants: z.array(grant),
  demo: z.boolean(),
});

export const newGrant = z.strictObject({
  company: z.string().max(40),
  name: z.string().min(2).max(30),
  idNo: z.string().max(40),
  from: date,
  until: date,
});

export type Companies = z.infer<typeof companies>;
export type Grant = z.infer<typeof grant>;
export type NewGrant = z.infer<typeof newGrant>;
