/** A person's entitlements (兑现进度) on the wire: the log, accounts masked; the phone works out all else with `derive`. */
import { z } from 'zod';
import type { EntitlementEvent } from '@/domain/matching/event';

const text = z.string();

export const entitlement = z.strictObject({
  id: text,
  policy: text,
  version: z.int().positive(),
  events: z.custom<readonly EntitlementEvent[]>((value) => Array.isArray(value)),
});

export const entitlementList = z.strictObject({ entitlements: z.array(entitlement) });

/** As typed, blanks and all: the domain checks it. */
const account = z.string().max(40);
const note = z.string().max(500);

/** `version`: of the entitlement that the person saw. */
export const entitlementAction = z.strictObject({
  version: z.int().positive(),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('confirmed'), account }),
    z.strictObject({ kind: z.literal('accountChanged'), account }),
    z.strictObject({ kind: z.literal('declined') }),
    z.strictObject({ kind: z.literal('objected'), note }),
    z.strictObject({ kind: z.literal('stopped'), note }),
  ]),
});

export type EntitlementDetail = z.infer<typeof entitlement>;
export type EntitlementList = z.infer<typeof entitlementList>;
export type EntitlementAction = z.infer<typeof entitlementAction>;
