import { join, relative } from 'node:path';
import { z } from 'zod';
import { contentRoot, loadFile } from '../content/load';
import { createGuide, NEW_GUIDE_MESSAGES } from '../content/new-guide';
import { projectRoot } from '../lib/shell';
import { todayInShanghai } from '../lib/today';

/** `npm run new-guide -- my-id "事项名称"`: starts src/content/guides/my-id.yaml. */
export default function newGuide(args: string[]): number {
  const [id, name] = args;
  if (id === undefined || name === undefined || args.length > 2) {
    console.error('用法：npm run new-guide -- my-id "事项名称"');
    return 1;
  }
  const online = loadFile('online-items.yaml', z.array(z.string()));
  const created = createGuide(join(contentRoot, 'guides'), {
    id,
    name,
    today: todayInShanghai(),
    onlineIds: new Set(online.value ?? []),
  });
  if (!created.ok) {
    console.error(`${id}:${NEW_GUIDE_MESSAGES[created.error]}`);
    return 1;
  }
  console.log(
    `已建 ${relative(projectRoot, created.value)}。填好后运行 npm run content:lint，会逐处列出还没有填写的。`,
  );
  return 0;
}
