import { join, relative } from 'node:path';
import { loadLibrary } from '../content/library';
import { contentRoot } from '../content/load';
import { createForm, NEW_FORM_MESSAGES } from '../content/new-form';
import { projectRoot } from '../lib/shell';

/** `npm run new-form -- my-id`: starts src/content/forms/my-id.yaml from the guide of that name. */
export default function newForm(args: string[]): number {
  const [id] = args;
  if (id === undefined || args.length > 1) {
    console.error('用法：npm run new-form -- my-id（指南的编号）');
    return 1;
  }
  const created = createForm(join(contentRoot, 'forms'), loadLibrary().guides.get(id));
  if (!created.ok) {
    console.error(`${id}：${NEW_FORM_MESSAGES[created.error]}`);
    return 1;
  }
  console.log(`已建 ${relative(projectRoot, created.value)}。文件开头写着接下来的五步。`);
  return 0;
}
