/** What is done with a whole list at once; each entitlement has its own event and audit entry all the same. */
import { formatDate, parseDate } from '@/domain/shared/civil-date';
import type { Actor } from '@/domain/case/event';
import type { EntitlementFact } from '@/domain/matching/event';
import type { EntitlementStatus, EntitlementView } from '@/domain/matching/state';
import { appendToList } from '../../matching/append';
import { enrol } from '../../matching/enrol';
import { fieldOf, NOT_FOUND, see, type Shown, type Visit } from '../route';
import { looked, openRun, runPath, type OpenRun } from './open';
import { runBody } from './run-page';

const STEPS = ['enrol', 'noticed', 'deducted', 'paid'] as const;
type StepName = (typeof STEPS)[number];

/** From which state, and what happens on the day given. */
const OF_LIST: Readonly<
  Record<
    Exclude<StepName, 'enrol'>,
    {
      readonly from: EntitlementStatus;
      readonly fact: (view: EntitlementView, day: string) => EntitlementFact | undefined;
    }
  >
> = {
  noticed: { from: 'matched', fact: (_view, until) => ({ kind: 'noticed', until }) },
  deducted: { from: 'matched', fact: (_view, on) => ({ kind: 'deducted', on }) },
  paid: {
    from: 'paying',
    fact: ({ cents }, on) => (cents === null ? undefined : { kind: 'paid', on, cents }),
  },
};

async function moveAll(
  { service, staff, at }: Visit,
  { policy }: OpenRun,
  step: Exclude<StepName, 'enrol'>,
  day: string,
): Promise<number> {
  const { from, fact } = OF_LIST[step];
  const actor: Actor = { role: 'reviewer', id: staff.id };
  return appendToList(
    service.store,
    policy.id,
    from,
    (view) => {
      const happens = fact(view, day);
      return happens && { actor, fact: happens };
    },
    at,
  );
}

const again = async (visit: Visit, open: OpenRun, fault: string): Promise<Shown> => ({
  kind: 'page',
  title: open.policy.name,
  body: await runBody(visit, open, { fault }),
  status: 422,
});

export async function doStep(visit: Visit): Promise<Shown> {
  const open = await openRun(visit);
  const step = STEPS.find((known) => known === visit.params['step']);
  if (!open || !step) return NOT_FOUND;
  if (open.run.status !== 'done') return again(visit, open, '比对还没有完成，完成后再办。');
  if (step === 'enrol') {
    const { matched, rematched, stopped } = await enrol(visit.service.store, open.run, visit.at);
    await looked(visit, 'listEnrolled', { run: open.run.id, matched, rematched, stopped });
    return see(runPath(open.run));
  }
  const day = parseDate(fieldOf(visit.fields, 'day'));
  if (!day) return again(visit, open, '请填日期。');
  const moved = await moveAll(visit, open, step, formatDate(day));
  if (moved === 0)
    return again(
      visit,
      open,
      step === 'noticed' ? '公示的最后一天要在今天之后。' : '没有能办的：日期不能晚于今天，金额要已经公布。',
    );
  await looked(visit, 'listMoved', { run: open.run.id, step, moved });
  return see(runPath(open.run));
}
