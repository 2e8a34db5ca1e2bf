/** What anybody may ask, and the slots. */
import { operations } from '@/contract/operations';
import type { TimeResponse } from '@/contract/time';
import { formatDate } from '@/domain/shared/civil-date';
import { err, ok } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { findItem, hasGuide } from '../catalogue';
import { storeReport } from '../outside/reports';
import { listSlots, makeDemoSlots } from '../slots/list';
import { hasSlot } from './appointment';
import { bind } from './call';

export const timeAt = (epochMs: number): TimeResponse => ({
  epochMs,
  date: formatDate(shanghaiMoment(epochMs).date),
});

export const publicRoutes = [
  bind(operations.time, async (_service, { at }) => ok(timeAt(at))),
  bind(operations.report, async ({ store }, { body, at }) =>
    hasGuide(body.guide) ? ok({ id: await storeReport(store, body, at) }) : err({ code: 'badRequest' }),
  ),
  bind(operations.slots, async ({ store, mode }, { params, at }) => {
    const item = findItem(params['form'] ?? '');
    if (!item || !hasSlot(item.form.fields)) return err({ code: 'notFound', detail: '这个事项不用预约。' });
    if (mode === 'demo') await makeDemoSlots(store, item.id, at);
    return ok({ demo: mode === 'demo', slots: [...(await listSlots(store, item.id, at))] });
  }),
];
