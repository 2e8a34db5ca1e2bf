import { createCompiler } from '../../logic/evaluate';
import { dateOf, formatDate } from '../../shared/civil-date';
import { POLICY_RULES } from './rules';

const { condition } = createCompiler({ rules: POLICY_RULES });

describe('育儿补贴 years', () => {
  const given = {
    birth: { fact: 'birth' },
    claimed: { fact: 'claimed' },
    years: { '2022': [2025], '2023': [2025, 2026], '2024': [2025, 2026, 2027] },
    since: 2025,
  };
  const open = condition({ rule: 'rearingYearOpen', with: given });
  const unclaimed = condition({ rule: 'rearingYearUnclaimed', with: given });
  const say = (test: typeof open, facts: unknown, on: string): string => {
    const { result, from, missing } = test({ facts, asOf: dateOf(on) });
    return [result, from ? formatDate(from) : '', ...missing].filter(Boolean).join(' ');
  };

  it.each([
    ['2022-12-31', undefined, '2025-12-31', 'met'],
    ['2022-12-31', undefined, '2026-01-01', 'unmet'],
    ['2022-01-01', undefined, '2024-12-31', 'unmet 2025-01-01'],
    ['2023-01-01', undefined, '2026-12-31', 'met'],
    ['2024-02-29', undefined, '2027-12-31', 'met'],
    ['2024-02-29', undefined, '2028-01-01', 'unmet'],
    // Refused by another condition.
    ['2021-12-31', undefined, '2026-01-01', 'met'],
    ['2025-01-01', [], '2026-12-31', 'met'],
    ['2025-01-01', [], '2027-01-01', 'unmet'],
    ['2025-01-01', [2026], '2028-12-31', 'met'],
    ['2025-01-01', [2025], '2028-01-01', 'unmet'],
    ['2025-01-01', [2027], '2026-06-01', 'unmet 2027-01-01'],
    ['2025-01-01', undefined, '2026-12-31', 'met'],
    ['2025-01-01', undefined, '2027-01-01', 'unknown claimed'],
    ['2025-01-01', undefined, '2028-12-31', 'unknown claimed'],
    ['2025-01-01', undefined, '2029-01-01', 'unmet'],
    ['2026-06-01', [], '2025-12-31', 'unmet'],
    [undefined, [2025], '2026-12-31', 'unknown birth'],
  ])('born %s, claimed %j, open on %s: %s', (birth, claimed, on, answer) => {
    expect(say(open, { birth, claimed }, on)).toBe(answer);
  });

  it.each([
    ['2024-05-05', [2025], '2026-11-23', 'met'],
    ['2024-05-05', [2025, 2026], '2026-11-23', 'unmet 2027-01-01'],
    ['2023-05-05', [2025, 2026], '2026-11-23', 'unmet'],
    ['2021-05-05', [2026], '2026-11-23', 'unmet'],
    ['2025-05-05', [2026], '2026-11-23', 'unmet 2027-01-01'],
    ['2025-05-05', [2025, 2026, 2027], '2027-11-23', 'unmet'],
    ['2024-05-05', undefined, '2026-11-23', 'unknown claimed'],
    [undefined, [2026], '2026-11-23', 'unknown birth'],
    [undefined, [], '2026-11-23', 'met'],
  ])('born %s, claimed %j, unclaimed on %s: %s', (birth, claimed, on, answer) => {
    expect(say(unclaimed, { birth, claimed }, on)).toBe(answer);
  });
});

describe('失业保险金 period', () => {
  const within = condition({
    rule: 'withinBenefitPeriod',
    with: {
      from: { fact: 'from' },
      paid: { fact: 'paid' },
      carried: { fact: 'carried' },
      tiers: [
        [0, 12],
        [60, 18],
        [120, 24],
      ],
      most: 24,
    },
  });

  it.each([
    [{ from: '2025-12-31', paid: 59, carried: 0 }, 'met'],
    [{ from: '2025-11-30', paid: 59, carried: 0 }, 'unmet'],
    [{ from: '2025-11-30', paid: 59, carried: 1 }, 'met'],
    [{ from: '2025-06-30', paid: 60, carried: 0 }, 'met'],
    [{ from: '2025-05-31', paid: 119, carried: 0 }, 'unmet'],
    [{ from: '2024-12-01', paid: 120 }, 'met'],
    [{ from: '2024-11-30', paid: 120 }, 'unmet'],
    [{ from: '2024-11-30', paid: 12, carried: 99 }, 'unmet'],
    [{ from: '2025-12-01' }, 'met'],
    [{ from: '2025-11-30', paid: 12 }, 'unknown carried'],
    [{ from: '2025-11-30', carried: 0 }, 'unknown paid'],
    [{ from: '2025-11-30', carried: 1 }, 'met'],
    [{ from: '2025-11-30' }, 'unknown paid carried'],
    [{ from: '2024-11-30' }, 'unmet'],
    [{ paid: 120 }, 'unknown from'],
    [{ paid: 60 }, 'unknown from carried'],
    [{}, 'unknown from paid carried'],
    [{ from: '2026-12-15' }, 'unmet 2026-12-01'],
    [{ from: '2026-11-30' }, 'met'],
  ])('%j is %s', (facts, answer) => {
    const { result, from, missing } = within({ facts, asOf: dateOf('2026-11-23') });
    expect([result, from ? formatDate(from) : '', ...missing].filter(Boolean).join(' ')).toBe(answer);
  });
});

it('a rule whose content cannot be read throws when it is compiled', () => {
  expect(() => condition({ rule: 'rearingYearOpen', with: {} })).toThrow('claimed');
  expect(() => condition({ rule: 'withinBenefitPeriod', with: { from: { fact: 'a' } } })).toThrow();
  const years = { birth: { fact: 'a' }, claimed: { fact: 'b' }, since: 2025 };
  const compile = (given: object) => () =>
    condition({ rule: 'rearingYearOpen', with: { ...years, ...given } });
  expect(compile({ years: { '2022': 2025 } })).toThrow('not a list');
  expect(compile({ years: { '2022': ['2025'] } })).toThrow('not a whole number');
  expect(compile({ years: { '2022': [2025.5] } })).toThrow('not a whole number');
  expect(compile({ years: {} })).not.toThrow();
});
