/** Shapes of the shared tables: themes, life events, departments, hotlines, halls. */
import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const pending = z.literal('pending');
const side = z.enum(['person', 'enterprise']);

export const themesSchema = z.array(z.strictObject({ id, name: text, icon: text, audience: z.array(side) }));

export const lifeEventsSchema = z.array(
  z.strictObject({ id, name: text, audience: side, icon: text, covers: z.array(text) }),
);

export const departmentsSchema = z.array(
  z.strictObject({
    id,
    name: text,
    hotline: id.exactOptional(),
    listing: z.int().min(1).max(27).exactOptional(),
  }),
);

export const hotlinesSchema = z.array(
  z.strictObject({ id, number: z.string().regex(/^12\d{3}$/), name: text }),
);

const spans = z.array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/));

export const hallsSchema = z.array(
  z.strictObject({
    id,
    name: text,
    address: text,
    location: z.strictObject({ latitude: z.number(), longitude: z.number() }).exactOptional(),
    phone: z.union([pending, z.string().regex(/^(0411-\d{8}|12\d{3})$/)]),
    hours: z.union([
      pending,
      z.strictObject({
        monday: spans,
        tuesday: spans,
        wednesday: spans,
        thursday: spans,
        friday: spans,
        saturday: spans,
        sunday: spans,
      }),
    ]),
    evidence: z.enum(['S', 'L', 'C', 'K', 'P', 'N']),
    confirmedBy: text.exactOptional(),
    confirmedOn: z.iso.date().exactOptional(),
  }),
);

export const homeSchema = z.strictObject({
  mostUsed: z.array(id).length(8),
  examples: z.array(text).min(1),
  news: z.array(z.strictObject({ on: z.iso.date(), text, guide: id.exactOptional() })),
});

export const documentSchema = z.strictObject({
  id,
  name: text,
  version: z.int().positive(),
  effectiveFrom: z.iso.date(),
  sections: z.array(z.strictObject({ title: text, text: z.array(text).min(1) })).min(1),
});
