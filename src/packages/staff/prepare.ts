import type { RouteParams } from '@/platform/ports';
import { parseDate } from '@/domain/shared/civil-date';
import type { Preparation } from '@/preview-states';
import { listCases } from '@/services/cases';
import { listCertificates, readCertificate } from '@/services/certificate';
import { api, drafts, random, sessions } from '@/shell/online';
import { clock } from '@/shell/ports';
import { checklists, preferences, reports, saved, trip } from '@/shell/stores';
import { todayText } from '@/shell/today';
import { newDraft } from '@/stores/draft';
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
      said.map((report) => ({ ...report, version: 1, on: todayText(), sent: false })),
      true,
    );
}

/** In place of whatever was begun of that form. */
export async function prepareDraft({ draft }: Preparation): Promise<void> {
  if (draft === undefined) return;
  const { form, formVersion, answers } = draft;
  const handle = drafts.open(form);
  await handle.ready;
  const start = newDraft({ form, formVersion, key: await random.key(), page: '', at: clock.now() });
  handle.store.setState({ ...start, answers }, true);
}

/** The number of the signed-in person's case of that item. */
async function numberOf(item: string): Promise<string | undefined> {
  const listed = await listCases(api);
  return listed.ok ? listed.value.cases.find((each) => each.item === item)?.number : undefined;
}

/** The certificate for that purpose, and what is asked of it. */
async function certificateParams(purpose: string): Promise<RouteParams | undefined> {
  const listed = await listCertificates(api);
  const number = listed.ok
    ? listed.value.certificates.find((each) => each.purpose === purpose)?.number
    : undefined;
  if (number === undefined) return undefined;
  const read = await readCertificate(api, number);
  const question = read.ok ? read.value.questions.find(({ state }) => state === 'open')?.id : undefined;
  return { number, ...(question === undefined ? {} : { question }) };
}

/** Signs in as a demo person, and finds the case that the page shows; `undefined` when no demo server answers. */
export async function prepareOnline({
  signIn,
  caseOf,
  certificateOf,
}: Preparation): Promise<RouteParams | undefined> {
  if (signIn === undefined) return {};
  const signed = await sessions.signIn({ provider: 'demo', person: signIn });
  if (!signed.ok) return undefined;
  if (certificateOf !== undefined) return certificateParams(certificateOf);
  if (caseOf === undefined) return {};
  const number = await numberOf(caseOf);
  return number === undefined ? undefined : { number };
}
