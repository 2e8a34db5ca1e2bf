/** Every check of every form is seen to find what it is for, and to leave alone what just fits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '@/domain/form/form';
import { checksOf, validateForm } from '@/domain/form/validate';
import { openedForms, type Opened } from './library';
import { withPath } from './set';

interface CheckCase {
  readonly check: string;
  /** All forms that have the check, and all their samples, unless given. */
  readonly form?: string;
  readonly sample?: string;
  /** Where the error is; where the check says unless given. */
  readonly at?: string;
  readonly set: Readonly<Record<string, unknown>>;
  /** What to set instead so that nothing is wrong. */
  readonly fits?: Readonly<Record<string, unknown>>;
}

const cases: readonly CheckCase[] = JSON.parse(
  readFileSync(join(__dirname, '../fixtures/form-checks.json'), 'utf8'),
);

const changed = (answers: unknown, set: CheckCase['set']): unknown =>
  Object.entries(set).reduce((now, [path, value]) => withPath(now, path, value), answers);

const found = ({ form, context }: Opened, answers: unknown, at: string): string | undefined => {
  const error = validateForm(form, answers, context).find(({ field }) => field === at);
  return error && `${error.check} ${error.code}`;
};

/** In one sample at least: a sample of another branch may not have what is set. */
function fires({ sample, at, set, fits }: CheckCase, check: Check, opened: Opened): boolean {
  return Object.entries(opened.samples).some(([name, answers]) => {
    if (sample !== undefined && sample !== name) return false;
    const place = at ?? check.at;
    const fault = found(opened, changed(answers, set), place);
    return (
      fault === `${check.id} ${check.code}` &&
      (!fits || found(opened, changed(answers, fits), place) === undefined)
    );
  });
}

const all = [...openedForms].flatMap(([id, opened]) =>
  checksOf(opened.form.fields).map((check) => [id, check.id, check, opened] as const),
);

describe('checks', () => {
  it.each(all)('%s %s', (id, name, check, opened) => {
    const mine = cases.filter((each) => each.check === name && (each.form ?? id) === id);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.filter((each) => !fires(each, check, opened))).toEqual([]);
  });
});
