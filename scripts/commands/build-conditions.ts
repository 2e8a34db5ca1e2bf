import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withConditions } from '../lib/conditions';
import { projectRoot } from '../lib/shell';

/** `npm run build:conditions`: writes src/preview-states.ts into project.config.json as compile modes of WeChat devtools. */
export default function buildConditions(): number {
  const file = join(projectRoot, 'project.config.json');
  writeFileSync(file, withConditions(readFileSync(file, 'utf8')));
  return 0;
}
