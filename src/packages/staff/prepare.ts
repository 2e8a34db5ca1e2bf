import { parseDate } from '@/domain/shared/civil-date';
import type { Preparation } from '@/preview-states';
import { clock } from '@/shell/ports';
import { checklists, preferences, reports, saved, trip } from '@/shell/stores';
import { todayText } from '@/shell/today';
import { noonInShanghai } from './moment';

/** Every screen takes this day for today, until the program is opened anew or `showToday`. */
export function showDay(text: string): boolean {
  const date = parseDate(text);
  if (date === undefined) return false;
  clock.heard(noonInShanghai(date));
  return true;
}

/** Back to the device's own clock. */
export const showToday = (): void => clock.heard(Date.now());

/** Puts on the phone what a state needs. */
export function prepare({
  elder,
  on,
  answers,
  trip: chosen,
  favourites,
  recents,
  reports: said,
}: Preparation) {
  if (on !== undefined) showDay(on);
  if (elder !== undefined) preferences.store.setState({ elder });
  for (const [guide, given] of Object.entries(answers ?? {}))
    checklists.store.setState((all) => ({ ...all, [guide]: { answers: given, ticked: [] } }));
  if (chosen !== undefined) trip.store.setState(chosen, true);
  if (favourites !== undefined) saved.store.setState({ favourites });
  if (recents !== undefined) saved.store.setState({ recents });
  if (said !== undefined)
    reports.store.setState(
      said.map((report) => ({ ...report, version: 1, on: todayText() })),
      true,
    );
}
