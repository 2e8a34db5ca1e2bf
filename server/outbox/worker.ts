/** Sends what waits: to the inbox always, to WeChat where the person agreed. At least once; the inbox drops a second one. */
import { z } from 'zod';
import { routes } from '@/routes';
import { findCase } from '../cases/read';
import { certificateTold, sendNotice } from '../certificate/deliver';
import { NOTICE, TOPIC } from '../certificate/messages';
import type { Store } from '../cases/store';
import { getItem } from '../catalogue';
import { findPerson } from '../identity/people';
import { deliver } from '../inbox/inbox';
import type { WechatFault } from '../wechat/http';
import { addConsents } from './consents';
import { entitlementMessage, isOfEntitlement } from '../matching/messages';
import { messageFor } from './messages';
import { done, retry, take, type Waiting } from './outbox';
import type { Sender, Told } from './sender';

const BATCH = 50;
const LEASE_MS = 60_000;

const dataSchema = z.object({ seq: z.int() });

async function textOf(store: Store, { case_id, topic, data }: Waiting): Promise<Told | undefined> {
  if (topic.startsWith(TOPIC)) return certificateTold(store, { case_id, data });
  const parsed = dataSchema.safeParse(JSON.parse(data));
  const stored = case_id === null ? undefined : await findCase(store, case_id);
  const event = parsed.success ? stored?.events.find(({ seq }) => seq === parsed.data.seq) : undefined;
  if (!stored || !event) return undefined;
  const { receipt, item } = stored.row;
  const text = messageFor(event.fact, { item: getItem(item).name, receipt });
  return { ...text, receipt, about: 'case', at: event.at };
}

/** Each consent is good for one message; it is taken before and given back when nothing could be sent. */
async function useConsent({ db }: Store, owner: string, template: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set((row) => ({ left_count: row('left_count', '-', 1) }))
    .where('owner', '=', owner)
    .where('template', '=', template)
    .where('left_count', '>', 0)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const PAGES: Readonly<Record<Told['about'], string>> = {
  case: routes.case,
  certificate: routes.certificateCase,
};

/** WeChat's own limit of a `thing` is 20 characters. */
const thing = (text: string): string => Array.from(text).slice(0, 20).join('');

const PASSING: readonly WechatFault[] = ['busy', 'unreachable', 'frequent', 'credentials'];

async function push(sender: Sender, owner: string, { title, receipt, about }: Told): Promise<void> {
  const { store, wechat, template } = sender;
  if (!wechat || template === undefined) return;
  const person = await findPerson(store, owner);
  if (person?.provider !== 'wechat' || !(await useConsent(store, owner, template))) return;
  const sent = await wechat.send({
    openid: person.login,
    template,
    page: `${PAGES[about]}?number=${receipt}`,
    data: { thing1: thing(title), character_string2: receipt },
  });
  if (sent.ok || !PASSING.includes(sent.error)) return;
  await addConsents(store, owner, [template]);
  throw new Error(`WeChat: ${sent.error}`);
}

/** To the inbox only: the template that people agree to is about cases. */
async function sendOfEntitlement(store: Store, { id, recipient: owner, data }: Waiting): Promise<void> {
  const told = await entitlementMessage(store, data);
  if (told) await deliver(store, { id, owner, caseId: null, receipt: null, ...told }, told.at);
}

async function send(sender: Sender, waiting: Waiting, at: number): Promise<void> {
  const { id, recipient: owner, case_id: caseId } = waiting;
  if (isOfEntitlement(waiting.topic)) {
    await sendOfEntitlement(sender.store, waiting);
    return done(sender.store, id, at);
  }
  if (waiting.topic === NOTICE) {
    await sendNotice(sender, waiting);
    return done(sender.store, id, at);
  }
  const told = await textOf(sender.store, waiting);
  if (told) {
    const { title, body, receipt, about } = told;
    await deliver(sender.store, { id, owner, caseId, receipt, title, body, about }, told.at);
    await push(sender, owner, told);
  }
  await done(sender.store, id, at);
}

/** One round; returns how many were sent. What fails comes again later. */
export async function sendWaiting(sender: Sender, at: number): Promise<number> {
  const all = await take(sender.store, at, { limit: BATCH, leaseMs: LEASE_MS });
  let sent = 0;
  for (const waiting of all) {
    try {
      await send(sender, waiting, at);
      sent += 1;
    } catch {
      await retry(sender.store, waiting, at);
    }
  }
  return sent;
}
