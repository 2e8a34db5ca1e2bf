import { shanghaiMoment, type LocalMoment } from '@/domain/shared/shanghai';
import { formatDate } from '@/domain/shared/civil-date';
import { paths } from '@/contract/paths';
import { clock, http } from './ports';

/** Today and the time of day in Asia/Shanghai, by the server's clock once it was heard. */
export const nowInShanghai = (): LocalMoment => shanghaiMoment(clock.now());

export const todayText = (): string => formatDate(nowInShanghai().date);

/** Asks the server for the time. Without a network the phone's own clock serves. */
export async function setClock(): Promise<void> {
  const reply = await http.get(paths.time);
  if (!reply.ok || reply.value.status !== 200) return;
  const { body } = reply.value;
  if (typeof body === 'object' && body !== null && 'epochMs' in body && typeof body.epochMs === 'number')
    clock.heard(body.epochMs);
}
