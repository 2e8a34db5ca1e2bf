import { parse } from 'yaml';
import { newPolicy } from './new-policy';
import { policySchema } from './policy-schema';

describe('newPolicy', () => {
  it('makes a file of the right shape', () => {
    const made = newPolicy('heating-subsidy', '采暖补贴', false);
    const value: unknown = made.ok ? parse(made.value) : undefined;
    expect(policySchema.safeParse(value).error).toBeUndefined();
    expect(value).toMatchObject({ id: 'heating-subsidy', name: '采暖补贴' });
  });

  it.each([
    ['Heating', '采暖补贴', false],
    ['../x', '采暖补贴', false],
    ['heating', '补', false],
    ['heating', '采暖: 补贴', false],
    ['heating', '采暖补贴', true],
  ])('refuses %s %s %s', (id, name, exists) => {
    expect(newPolicy(id, name, exists).ok).toBe(false);
  });
});
