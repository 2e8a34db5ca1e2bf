import { loadPolicies } from './policy-compile';
import { benefitRules } from './policy-docs';

it('the decision tables name every policy, condition, parameter and figure', () => {
  const library = loadPolicies();
  const text = benefitRules(library, (department) => department);
  for (const policy of library.policies.values()) {
    expect(text).toContain(`(\`${policy.id}\`)`);
    for (const { id } of [...policy.conditions, ...(policy.rows?.conditions ?? [])])
      expect(text).toContain(`\`${id}\``);
  }
  for (const { id } of [...library.parameters.values()].flat()) expect(text).toContain(`\`${id}\``);
  for (const { path } of library.figures) expect(text).toContain(`\`${path}\``);
});
