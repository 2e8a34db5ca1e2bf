/** What passing days alone do to a case: silence accepts it, and a correction that does not come lapses. */
import type { Calendar } from '../calendar/calendar';
import { addWorkdays } from '../calendar/workdays';
import { addDays, isAfter, type CivilDate } from '../shared/civil-date';
import type { CaseState } from './state';

/** The last day to ask for a correction; `undefined` where silence means nothing, or no longer does, or not yet: unsigned. */
export function silenceUntil(state: CaseState, calendar: Calendar): CivilDate | undefined {
  const waiting =
    (state.status === 'submitted' || state.status === 'corrected') && state.unsigned.length === 0;
  const { silenceDays } = state.rules;
  return waiting && silenceDays !== undefined
    ? addWorkdays(calendar, state.receivedOn, silenceDays)
    : undefined;
}

/** The first day on which the case changes by itself. */
export function wakesOn(state: CaseState, calendar: Calendar): CivilDate | undefined {
  const { correction, status } = state;
  const last =
    status === 'correcting' && correction && !correction.lapsed
      ? correction.until
      : silenceUntil(state, calendar);
  return last && addDays(last, 1);
}

/** 逾期不告知的，自收到申请材料之日起即为受理. */
export const deemAccepted = (state: CaseState, recorded: boolean): CaseState => ({
  ...state,
  status: 'accepted',
  acceptance: { on: state.receivedOn, deemed: true, recorded },
});

export function lapse(state: CaseState): CaseState {
  const { correction, rules } = state;
  if (rules.onCorrectionLapse === 'withdrawn') return { ...state, status: 'withdrawn', withdrawnBy: 'lapse' };
  return correction ? { ...state, correction: { ...correction, lapsed: true } } : state;
}

/** The case on that day, nothing else having happened. */
export function advance(state: CaseState, day: CivilDate, calendar: Calendar): CaseState {
  const wakes = wakesOn(state, calendar);
  if (!wakes || isAfter(wakes, day)) return state;
  return state.status === 'correcting' ? lapse(state) : deemAccepted(state, false);
}
