import { join } from 'node:path';
import { writeIfChanged } from '../content/emit';
import { loadLibrary } from '../content/library';
import { loadPolicies } from '../content/policy-compile';
import { benefitRules } from '../content/policy-docs';
import { projectRoot } from '../lib/shell';

/** `npm run docs:rules`: writes docs/benefit-rules.md from the policies as they are. */
export default function docsRules(): number {
  const names = new Map(loadLibrary().departments.map(({ id, name }) => [id, name]));
  const text = benefitRules(loadPolicies(), (department) => names.get(department) ?? department);
  writeIfChanged(join(projectRoot, 'docs/benefit-rules.md'), text);
  return 0;
}
