import book from '@/generated/policies';
import { compileBook } from '../benefit/compiled';
import { evaluate } from '../benefit/evaluate';
import type { Policy } from '../benefit/policy';
import { dateOf } from '../shared/civil-date';
import { fromLetters, toLetters } from './letters';
import { maskAccount, maskName, maskNumber, publicEntry } from './masked';

const compiled = compileBook(book);

function lettersOf(id: string, facts: unknown, on = '2026-11-24'): readonly [Policy, string] {
  const place = book.policies.findIndex((policy) => policy.id === id);
  const [policy, judged] = [book.policies[place], evaluate(compiled, facts, dateOf(on))[place]];
  if (!policy || !judged) throw new Error(id);
  return [policy, toLetters(policy, judged)];
}

describe('reasons as letters', () => {
  it.each([
    ['met', { birthDate: '1940-01-01', hukou: 'jinpu' }, 'mmmm'],
    ['not met', { birthDate: '1940-01-01', hukou: 'outside' }, 'mumm'],
    ['only time lacking', { birthDate: '1946-12-01', hukou: 'jinpu' }, 'mmmt'],
    ['not known', {}, 'mkmk'],
  ])('%s', (_, person, letters) => {
    const [policy, written] = lettersOf('elderly-allowance', { person });
    expect(written).toBe(letters);
    expect(
      fromLetters(policy, written)
        ?.map(({ letter }) => letter)
        .join(''),
    ).toBe(letters);
  });

  it('has a group for each row', () => {
    const child = { birthDate: '2024-05-05', chineseNational: true, lawfulBirth: true, claimedYears: [] };
    const children = [
      { ...child, hukou: 'jinpu' },
      { ...child, hukou: 'outside' },
    ];
    const [policy, written] = lettersOf('child-rearing-subsidy', { person: { children } });
    expect(written).toBe('mm|mmmmmm|mmmumm');
    const read = fromLetters(policy, written) ?? [];
    expect(read.filter(({ letter }) => letter === 'u')).toMatchObject([{ id: 'childHukouJinpu', row: 1 }]);
    expect(read.map(({ row }) => row)).toEqual([
      undefined,
      undefined,
      ...Array(6).fill(0),
      ...Array(6).fill(1),
    ]);
  });

  it('keeps the places of what was not asked or not looked at', () => {
    expect(lettersOf('listing-subsidy', { enterprise: {} })[1]).toMatch(/-/);
    expect(lettersOf('job-stabilization-refund', {})[1]).toMatch(/^u-+$/);
  });

  it('is not read by other conditions', () => {
    const [policy] = lettersOf('elderly-allowance', {});
    expect([fromLetters(policy, 'mmm'), fromLetters(policy, 'mmmx'), fromLetters(policy, 'mmmm|m')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what a public list shows', () => {
  it.each([
    ['李', '李'],
    ['李明', '李*'],
    ['王小丽', '王*丽'],
    ['欧阳翡翠', '欧**翠'],
    ['𠮷野家', '𠮷*家'],
    ['', ''],
  ])('of %s is %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it('of a number neither birthday nor street', () => {
    expect(maskNumber('210299194611239995')).toBe('2102**********9995');
    expect(maskNumber('12345678901')).toBe('***********');
    expect(maskNumber('123456789012')).toBe('1234****9012');
    expect(maskAccount('6228480999999999991')).toBe('**** 9991');
  });

  it('of an enterprise is what it is', () => {
    const one = { name: '演示公司', number: '91210299000000017A' };
    expect(publicEntry(one, 'enterprise', 5)).toEqual({ ...one, cents: 5 });
    expect(publicEntry({ name: '李明', number: '210299194611239995' }, 'person', null)).toEqual({
      name: '李*',
      number: '2102**********9995',
      cents: null,
    });
  });
});
