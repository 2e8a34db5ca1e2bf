/** What the phone asks and tells besides cases: templates of messages, and faults of the program. */
import { z } from 'zod';

/** Ids that wx.requestSubscribeMessage asks about; empty where no template is configured. */
export const messageTemplates = z.strictObject({ templates: z.array(z.string()).max(3) });

/** Faults that the phone kept and the person chose to send; nothing in them tells who it is. */
export const troubleReport = z.strictObject({
  faults: z
    .array(
      z.strictObject({
        at: z.int().positive(),
        page: z.string().max(100),
        /** Message and first lines of the trace, as `safeTrace` leaves them. */
        what: z.string().max(400),
        times: z.int().positive().max(10_000),
      }),
    )
    .min(1)
    .max(20),
});

export type MessageTemplates = z.infer<typeof messageTemplates>;
export type TroubleReport = z.infer<typeof troubleReport>;
