import { z } from 'zod';

/** `after` is the `next` of the page before. */
export const pageQuery = z.strictObject({ after: z.string().max(200).optional() });

export type PageQuery = z.infer<typeof pageQuery>;
