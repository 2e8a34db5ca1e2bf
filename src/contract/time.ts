import { z } from 'zod';

/** The server's instant (ms since 1970 UTC) and its civil date in Asia/Shanghai (YYYY-MM-DD). */
export const timeResponse = z.object({ epochMs: z.int().nonnegative(), date: z.iso.date() });

export type TimeResponse = z.infer<typeof timeResponse>;
