/** Sessions, prefilled values, the inbox and a person's own data on the wire. */
import { z } from 'zod';

const text = z.string();
const date = z.iso.date();

/** `wechat`: the code of wx.login. `demo`: one of the demo people, refused in production. */
export const signInRequest = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('wechat'), code: z.string().min(1).max(200) }),
  z.strictObject({ provider: z.literal('demo'), person: z.string().max(40) }),
]);

export const session = z.strictObject({
  /** Opaque; the server keeps only its hash. */
  token: text,
  expiresAt: z.int().positive(),
  person: z.strictObject({ name: text, maskedIdNo: text, realName: z.boolean() }),
});

/** What shared data fills in, where from and as of when, and where to have it corrected. */
export const prefill = z.strictObject({
  values: z.array(
    z.strictObject({ field: text, value: z.unknown(), source: text, on: date, correctAt: text }),
  ),
  /** Names of sources that did not answer, and ids of shared materials that could not be taken: to be uploaded. */
  failed: z.array(text),
});

export const inboxMessage = z.strictObject({
  id: text,
  at: z.int().positive(),
  title: text,
  body: text,
  /** The case it is about. */
  number: text.nullable(),
  /** Whose number that is. */
  about: z.enum(['case', 'certificate', 'entitlement']).exactOptional(),
  read: z.boolean(),
});

export const inbox = z.strictObject({ messages: z.array(inboxMessage), next: text.nullable() });

/** Ids of templates that the person just agreed to (wx.requestSubscribeMessage asks for three at most). */
export const subscribeRequest = z.strictObject({ templates: z.array(z.string().min(1).max(64)).max(3) });

/** 清单之外 */
export const outsideReport = z.strictObject({
  guide: text,
  version: z.int().positive(),
  field: z.string().max(60),
  text: z.string().min(1).max(500),
  on: date,
});

/** The code of WeChat's getPhoneNumber. */
export const phoneRequest = z.strictObject({ code: z.string().min(1).max(200) });
export const boundPhone = z.strictObject({ maskedMobile: text });

export const demoPeople = z.strictObject({
  people: z.array(z.strictObject({ id: text, name: text, note: text })),
});

export const reportTaken = z.strictObject({ id: text });

const json = z.record(z.string(), z.unknown());

/** Everything the server holds about the person who asks. */
export const myData = z.strictObject({
  person: json,
  cases: z.array(json),
  entitlements: z.array(json),
  files: z.array(json),
  messages: z.array(inboxMessage),
  /** What was done with the person's data, by whom and when. */
  audit: z.array(z.strictObject({ at: z.int(), role: text, action: text })),
});

/** Cases are official records: they are kept as long as the law says, and are no longer shown to the account. */
export const myDataDeleted = z.strictObject({ deleted: z.array(text), kept: z.array(text) });

export type SignInRequest = z.infer<typeof signInRequest>;
export type Session = z.infer<typeof session>;
export type Prefill = z.infer<typeof prefill>;
export type InboxMessage = z.infer<typeof inboxMessage>;
export type Inbox = z.infer<typeof inbox>;
export type BoundPhone = z.infer<typeof boundPhone>;
export type DemoPeople = z.infer<typeof demoPeople>;
export type OutsideReport = z.infer<typeof outsideReport>;
export type MyData = z.infer<typeof myData>;
