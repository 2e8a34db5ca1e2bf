import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMode, previewStates } from '@/preview-states';
import { routes } from '@/routes';
import { parseDate } from '@/domain/shared/civil-date';
import { CERTIFICATE_DRAFT } from '@/stores/drafts';
import { DEMO_PEOPLE } from '../../server/demo/people';
import samples from '../../server/demo/samples.json';
import { loadForms } from '../content/form-compile';
import { loadCalendar } from '../content/holiday-compile';
import { loadLibrary } from '../content/library';
import { parseAppConfig } from '../../test/weapp/host/app-config';
import { withConditions } from './conditions';
import { createJudge } from './form-answer';
import { projectRoot } from './shell';

const config = readFileSync(join(projectRoot, 'project.config.json'), 'utf8');
const library = loadLibrary();

/** Pages of the preview build, as app.config names them. */
function shipped(): readonly string[] {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
  process.env['TARO_APP_STAFF'] = '1';
  const { default: config }: { default: unknown } = jest.requireActual('@/app.config');
  return parseAppConfig(config).pages;
}

const ids = previewStates.map(({ id }) => id);
const guidesIn = previewStates.flatMap(({ page, query, prepare }) => [
  ...(['guide', 'note', 'report'].includes(page) && query?.['id'] !== undefined ? [query['id']] : []),
  ...(prepare?.trip ?? []),
  ...(prepare?.favourites ?? []),
  ...(prepare?.recents ?? []),
  ...(prepare?.reports ?? []).map(({ guide }) => guide),
  ...Object.keys(prepare?.answers ?? {}),
]);

describe('compile modes of project.config.json', () => {
  it('are the preview states (npm run build:conditions)', () => {
    expect(JSON.parse(config)).toEqual(JSON.parse(withConditions(config)));
  });

  it('are at least 12, each with its own id and name, and show each page that the preview has, no other', () => {
    expect(ids.length).toBeGreaterThanOrEqual(12);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(previewStates.map(({ name }) => name)).size).toBe(ids.length);
    const shown = new Set<string>(previewStates.map(({ page }) => routes[page]));
    expect(shown).toEqual(new Set(shipped()));
  });

  it('go through the staff page when the phone must be prepared', () => {
    const state = previewStates.find(({ id }) => id === 'trip');
    expect(state && compileMode(state)).toMatchObject({ pathName: routes.staffStates, query: 'state=trip' });
  });

  it('name guides, options and days that exist, but for the one that is wrong on purpose', () => {
    expect(guidesIn.filter((id) => !library.guides.has(id))).toEqual(['no-such-guide']);
    const options = previewStates.flatMap(({ prepare }) =>
      Object.entries(prepare?.answers ?? {}).flatMap(([guide, answers]) =>
        Object.entries(answers).map(([situation, option]) => ({ guide, situation, option })),
      ),
    );
    const unknown = options.filter(
      ({ guide, situation, option }) =>
        !library.guides
          .get(guide)
          ?.situations.some(
            ({ id, options }) => id === situation && options.some((each) => each.id === option),
          ),
    );
    expect(unknown).toEqual([]);
    expect(previewStates.flatMap(({ prepare }) => prepare?.on ?? []).filter((on) => !parseDate(on))).toEqual(
      [],
    );
  });

  it('name demo people and items of demo cases', () => {
    const people: ReadonlySet<string> = new Set(DEMO_PEOPLE.map(({ id }) => id));
    const items: ReadonlySet<string> = new Set(Object.keys(samples));
    const wrong = previewStates.flatMap(({ prepare: { signIn, caseOf } = {} }) => [
      ...(signIn === undefined || people.has(signIn) ? [] : [signIn]),
      ...(caseOf === undefined || items.has(caseOf) ? [] : [caseOf]),
    ]);
    expect(wrong).toEqual([]);
  });

  it('begins forms of today, with answers that are only not all yet', () => {
    const content = loadForms();
    const judge = createJudge(content, loadCalendar());
    const begun = previewStates
      .flatMap(({ prepare }) => prepare?.draft ?? [])
      .filter(({ form }) => form !== CERTIFICATE_DRAFT);
    expect(begun.length).toBeGreaterThan(0);
    for (const { form, formVersion, answers } of begun) {
      expect(content.forms.get(form)?.version).toBe(formVersion);
      const judged = judge(form, '2026-11-23', answers);
      const errors: readonly { code: string }[] = judged.ok ? JSON.parse(judged.value) : [];
      expect([...new Set(errors.map(({ code }) => code))]).toEqual(['required']);
    }
  });

  it('shows an overdue guide on a day after its review', () => {
    const state = previewStates.find(({ id }) => id === 'guide-overdue');
    const review = library.guides.get(state?.query?.['id'] ?? '')?.freshness.reviewBy ?? '';
    expect(review).not.toBe('');
    expect((state?.prepare?.on ?? '') > review).toBe(true);
  });
});
