import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLibrary } from './library';
import { loadPolicies } from './policy-compile';
import { benefitRules } from './policy-docs';

const text = readFileSync(join(__dirname, '../../docs/benefit-rules.md'), 'utf8');
const policies = loadPolicies();

describe('docs/benefit-rules.md', () => {
  it('is what npm run docs:rules writes now', () => {
    const names = new Map(loadLibrary().departments.map(({ id, name }) => [id, name]));
    expect(text).toBe(benefitRules(policies, (id) => names.get(id) ?? id));
  });

  it('shows every condition of every policy with its clause', () => {
    const missing = [...policies.policies.values()].flatMap(({ id, conditions, rows }) =>
      [...conditions, ...(rows?.conditions ?? [])]
        .filter((each) => !text.includes(`\`${each.id}\``) || !text.includes(each.clause))
        .map((each) => `${id} ${each.id}`),
    );
    expect(missing).toEqual([]);
  });
});
