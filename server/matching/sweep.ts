/** Public notices end by themselves; written down when the day has come. */
import { formatDate } from '@/domain/shared/civil-date';
import type { Store } from '../cases/store';
import { appendAll } from './append';
import { dayOf, lapsing } from './entitlements';

const BATCH = 500;
const ENDED = { actor: { role: 'system', id: 'sweep' }, fact: { kind: 'noticeEnded' } } as const;

/** Returns how many went on. `at`: the instant, in ms. Run at start and every hour. */
export async function endNotices(engine: Pick<Store, 'db' | 'keys'>, at: number): Promise<number> {
  let ended = 0;
  for (;;) {
    const due = await lapsing(engine, formatDate(dayOf(at)), BATCH);
    const moved = await appendAll(engine, due, () => ENDED, at);
    ended += moved;
    if (due.length < BATCH || moved === 0) return ended;
  }
}
