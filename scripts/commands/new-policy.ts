import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot } from '../content/load';
import { newPolicy } from '../content/new-policy';

const USAGE = '用法：npm run new-policy -- my-policy "政策名称"';

/** `npm run new-policy -- ID NAME`: a skeleton under src/content/policies that loads, with every value still to be filled. */
export default function newPolicyCommand([id = '', name = '']: string[]): number {
  const path = join(contentRoot, 'policies', `${id}.yaml`);
  const made = newPolicy(id, name, existsSync(path));
  if (!made.ok) {
    console.error(`${made.error}\n${USAGE}`);
    return 1;
  }
  writeFileSync(path, made.value, { flag: 'wx' });
  console.log(`已建 src/content/policies/${id}.yaml。填好后运行 npm run -s content:lint 核对。`);
  return 0;
}
