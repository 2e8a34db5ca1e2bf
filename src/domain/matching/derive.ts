/** Where an entitlement stands on a day: its events, and what passing days do to it. */
import { compareDates, dateOf, type CivilDate } from '../shared/civil-date';
import type { EntitlementEvent, EntitlementFact, StopReason } from './event';
import { nextOn, type EntitlementStatus, type EntitlementView } from './state';

type Folded = Omit<EntitlementView, 'notice'> & { readonly until: string | undefined };
type Of<K extends EntitlementFact['kind']> = Extract<EntitlementFact, { kind: K }>;

const start = ({ policy, mode, per, run, on, cents, lastDay }: Of<'matched'>): Folded => ({
  policy,
  mode,
  per,
  status: 'matched',
  before: 'matched',
  run,
  matchedOn: on,
  cents,
  until: undefined,
  account: undefined,
  payments: [],
  objection: undefined,
  stop: undefined,
  lastDay,
  version: 1,
});

const to = (view: Folded, status: EntitlementStatus): Folded => ({ ...view, status });
const aside = (view: Folded, status: EntitlementStatus): Folded => ({
  ...view,
  status,
  before: view.status,
});
const stopped = (view: Folded, stop: StopReason): Folded => ({ ...view, status: 'stopped', stop });

function answered(view: Folded, { outcome, cents }: Of<'objectionAnswered'>): Folded {
  const back = { ...view, status: view.before, objection: undefined };
  switch (outcome) {
    case 'kept':
      return back;
    case 'corrected':
      // Who was stopped by mistake goes through the public notice again.
      return {
        ...back,
        cents: cents ?? view.cents,
        ...(view.before === 'stopped' ? { status: 'matched', stop: undefined } : {}),
      };
    case 'removed':
      return stopped(back, 'decided');
  }
}

const accountChanged = (view: Folded, account: string): Folded => ({
  ...view,
  account,
  status: view.status === 'accountFault' ? 'paying' : view.status,
});

const rematched = (view: Folded, { run, on, cents }: Of<'rematched'>): Folded => ({
  ...view,
  status: 'matched',
  run,
  matchedOn: on,
  cents,
  stop: undefined,
  until: undefined,
});

const continued = (view: Folded, lastDay: string | undefined): Folded => ({
  ...view,
  lastDay,
  status: view.status === 'awaitingSuccessor' ? view.before : view.status,
});

type OfPolicy = Of<'matched' | 'rematched' | 'noticed' | 'noticeEnded' | 'successorAwaited' | 'continued'>;
type OfPerson = Exclude<EntitlementFact, OfPolicy>;

function isOfPolicy(fact: EntitlementFact): fact is OfPolicy {
  return ['matched', 'rematched', 'noticed', 'noticeEnded', 'successorAwaited', 'continued'].includes(
    fact.kind,
  );
}

/** What happens to a whole list at once. */
function stepOfPolicy(view: Folded, fact: OfPolicy): Folded {
  switch (fact.kind) {
    case 'matched':
      throw new Error('matched comes first and once');
    case 'rematched':
      return rematched(view, fact);
    case 'noticed':
      return { ...to(view, 'notice'), until: fact.until };
    case 'noticeEnded':
      return to(view, nextOn(view.mode, 'notice'));
    case 'successorAwaited':
      return aside(view, 'awaitingSuccessor');
    case 'continued':
      return continued(view, fact.lastDay);
  }
}

function stepOfPerson(view: Folded, fact: OfPerson): Folded {
  switch (fact.kind) {
    case 'confirmed':
      return { ...to(view, 'paying'), account: fact.account };
    case 'declined':
      return to(view, 'declined');
    case 'objected':
      return { ...aside(view, 'disputed'), objection: fact.note };
    case 'objectionAnswered':
      return answered(view, fact);
    case 'paid':
      return { ...to(view, 'paid'), payments: [...view.payments, { on: fact.on, cents: fact.cents }] };
    case 'deducted':
      return to(view, 'deducted');
    case 'accountFailed':
      return to(view, 'accountFault');
    case 'accountChanged':
      return accountChanged(view, fact.account);
    case 'stopped':
      return stopped(view, fact.reason);
  }
}

const step = (view: Folded, fact: EntitlementFact): Folded =>
  isOfPolicy(fact) ? stepOfPolicy(view, fact) : stepOfPerson(view, fact);

/** What an over policy ends: what is not yet due, and what would come again. Money that is due is still paid. */
function endsWithPolicy({ status, per }: Folded): boolean {
  switch (status) {
    case 'matched':
    case 'notice':
    case 'awaiting':
      return true;
    case 'paid':
    case 'deducted':
      return per === 'month' || per === 'year';
    default:
      return false;
  }
}

const isPast = (day: string, asOf: CivilDate): boolean => compareDates(asOf, dateOf(day)) > 0;

/** `events`: all of them, in order; the first is `matched`. */
export function derive(events: readonly EntitlementEvent[], asOf: CivilDate): EntitlementView {
  const [first, ...rest] = events;
  if (first?.fact.kind !== 'matched') throw new Error('an entitlement begins with a match');
  const folded = rest.reduce<Folded>(
    (view, { seq, fact }) => ({ ...step(view, fact), version: seq }),
    start(first.fact),
  );
  const { until, ...view } = folded;
  const isOver = view.lastDay !== undefined && isPast(view.lastDay, asOf) && endsWithPolicy(folded);
  return {
    ...view,
    notice: until === undefined ? undefined : { until, isOver: isPast(until, asOf) },
    ...(isOver ? { status: 'expired', before: view.status } : {}),
  };
}
