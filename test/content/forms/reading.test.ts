/** What pages, papers, the review and the sentences are made of. */
import { answersToSend, errorsOn, materialState, pagesShown } from '@/domain/form/pages';
import { reviewOf } from '@/domain/form/review';
import { fieldAt, sayError } from '@/domain/form/say';
import { readAnswers, validateForm } from '@/domain/form/validate';
import { openedForms, type Opened } from './library';
import { withPath } from './set';
import { trialsOf } from './trials';

function opened(id: string): Opened {
  const found = openedForms.get(id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
}

const read = (id: string, answers: unknown): ReturnType<typeof readAnswers> => {
  const { form, context } = opened(id);
  return readAnswers(form, answers, context);
};

describe('pages', () => {
  it('leaves out pages with nothing to ask', () => {
    const { form, samples } = opened('temporary-relief');
    const ids = (sample: string): string[] =>
      pagesShown(form, read('temporary-relief', samples[sample])).map(({ id }) => id);
    expect(ids('emergency')).toEqual(['who', 'type', 'event', 'amount', 'bank', 'consent']);
    expect(ids('expense')).toEqual([
      'who',
      'type',
      'period',
      'expenses',
      'members',
      'amount',
      'bank',
      'consent',
    ]);
  });

  it('gives each error to one page', () => {
    for (const { form, context } of openedForms.values()) {
      const errors = validateForm(form, {}, context);
      const paged = form.pages.flatMap((page) => errorsOn(page, errors));
      expect(paged).toHaveLength(errors.length);
    }
  });
});

describe('materials', () => {
  const stateOf = (id: string, answers: unknown, material: string): string | undefined => {
    const found = opened(id).form.materials.find((each) => each.id === material);
    return found && materialState(found, read(id, answers));
  };

  it('follows the answers', () => {
    const agent = opened('elderly-allowance').samples['agent'];
    expect(stateOf('elderly-allowance', agent, 'id-card')).toBe('needed');
    expect(stateOf('elderly-allowance', agent, 'authorization')).toBe('needed');
    expect(stateOf('elderly-allowance', { ...agent, agent: { isAgent: false } }, 'authorization')).toBe(
      'notNeeded',
    );
    expect(stateOf('minimum-living-security', {}, 'divorce-proof')).toBe('ask');
  });
});

describe('answers to send', () => {
  it('leaves out what went away, and is then as right as the rest', () => {
    for (const { form, context, samples } of openedForms.values())
      for (const answers of Object.values(samples)) {
        const sent = answersToSend(readAnswers(form, answers, context));
        expect(validateForm(form, sent, context)).toEqual([]);
      }
    const { form, context, samples } = opened('temporary-relief');
    const stale = { ...samples['expense'], ...samples['emergency'] };
    expect(validateForm(form, stale, context).map(({ code }) => code)).toContain('hiddenField');
    expect(validateForm(form, answersToSend(readAnswers(form, stale, context)), context)).toEqual([]);
  });
});

describe('review', () => {
  it('shows what was answered and worked out, as people read it', () => {
    const { form, samples } = opened('minimum-living-security');
    const lines = reviewOf(form, read('minimum-living-security', samples['family']));
    const text = (path: string): string | undefined => lines.find((line) => line.path === path)?.text;
    expect(text('applicant.idNo')).toBe('210213 19900307 9993');
    expect(text('members[2].birthDate')).toBe('2024 年 2 月 29 日');
    expect(text('members[1].relation')).toBe('配偶');
    expect(text('assets.deposits')).toBe('1,000.00 元');
    expect(text('assets.businessRegistered')).toBe('否');
    expect(text('perCapita')).toBe('433.33 元');
    expect(text('authorizations')).toBe('2 人签名');
    expect(text('bank.cardNo')).toBe('6228 4809 9999 9999 991');
    expect(lines.find((line) => line.path === 'members[0].name')?.labels).toEqual([
      '共同生活家庭成员',
      '第 1 行',
      '姓名',
    ]);
  });

  it('has text for every answer of every sample', () => {
    for (const { form, context, samples } of openedForms.values())
      for (const answers of Object.values(samples)) {
        const reading = readAnswers(form, answers, context);
        const silent = reviewOf(form, reading).filter(({ path, text }) => {
          const field = fieldAt(form, path);
          return text === '' && field?.required === undefined && field?.kind !== 'derived';
        });
        expect(silent.map(({ path }) => path)).toEqual([]);
      }
  });
});

describe('sentences', () => {
  it('says every error of every form in a whole sentence', () => {
    for (const each of openedForms.values()) {
      const said = new Map<string, string>();
      for (const { sample, at, each: fault } of trialsOf(each)) {
        const answers = withPath(each.samples[sample], at, fault.value);
        for (const error of validateForm(each.form, answers, each.context))
          said.set(`${error.field} ${error.code}`, sayError(each.form, error));
      }
      const poor = [...said].filter(
        ([, text]) => !/^[^。].*。$/.test(text) || /undefined|NaN|null/.test(text),
      );
      expect(poor).toEqual([]);
      expect(said.size).toBeGreaterThan(30);
    }
  });
});
