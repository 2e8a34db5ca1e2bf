/** Messages of the outbox about certificates, made when they are sent: who is told is read from the case, not from the queue. */
import { z } from 'zod';
import { noticeOf } from '@/domain/certificate/disclosure';
import type { Store } from '../cases/store';
import type { Waiting } from '../outbox/outbox';
import type { Sender, Told } from '../outbox/sender';
import { latestContent } from './content';
import { findById, stateAt } from './find';
import { certificateText } from './messages';

const dataSchema = z.object({ seq: z.int(), to: z.int().optional() });

type About = Pick<Waiting, 'case_id' | 'data'>;

export async function certificateTold(store: Store, { case_id, data }: About): Promise<Told | undefined> {
  const { seq } = dataSchema.parse(JSON.parse(data));
  const stored = case_id === null ? undefined : await findById(store, case_id);
  const event = stored?.events.find((one) => one.seq === seq);
  if (!stored || !event) return undefined;
  const { receipt } = stored.row;
  const text = certificateText(event.event.kind, receipt);
  return text && { ...text, receipt, about: 'certificate', at: event.at };
}

/** The outcome as it was at that event: what was revoked since has a notice of its own. */
export async function sendNotice(
  { store, notices }: Sender,
  { id, case_id, data }: About & Pick<Waiting, 'id'>,
): Promise<void> {
  const { seq, to = -1 } = dataSchema.parse(JSON.parse(data));
  const stored = case_id === null ? undefined : await findById(store, case_id);
  const events = stored?.events.filter((one) => one.seq <= seq);
  const last = events?.at(-1);
  if (!stored || !events || !last || !notices) return;
  const notice = noticeOf(stateAt(store, events, last.at));
  const intermediary = (await latestContent(store, stored.row.id)).draft.intermediaries[to];
  if (!notice || !intermediary) return;
  const sent = await notices.send(intermediary, notice, id);
  if (!sent.ok) throw new Error(`notice: ${sent.error}`);
}
