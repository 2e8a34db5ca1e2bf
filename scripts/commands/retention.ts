import { join } from 'node:path';
import rules from '@/generated/retention';
import { openStore } from '../../server/cases/open-store';
import { filesFrom } from '../../server/config';
import { nameOf, placeFrom } from '../../server/db/open';
import { openingLine } from '../../server/db/opening-line';
import { retain } from '../../server/upkeep/retention';
import { projectRoot } from '../lib/shell';

/**
 * `npm run retention [-- --write]`: what is kept longer than src/content/retention.yaml says; with --write it is removed,
 * as the server does by itself every six hours.
 */
export default async function retention(args: string[]): Promise<number> {
  const { env } = process;
  const folder = env['DATA_DIR'] || join(projectRoot, '.data');
  const files = filesFrom(env, folder, Date.now);
  if (!files.ok) {
    console.error(files.error);
    return 2;
  }
  const opened = await openStore(env, folder, Date.now());
  if (!opened.ok) {
    console.error(openingLine(nameOf(placeFrom(env, folder)), opened.error));
    return 2;
  }
  const { store, database } = opened.value;
  const write = args.includes('--write');
  try {
    for (const { id, over } of await retain(store, files.value, { rules, write }, Date.now())) {
      const rule = rules.find((one) => one.id === id);
      const days = rule?.days === 'pending' ? '待责任部门确定' : `${rule?.days} 天`;
      const found = over === undefined ? '不删' : `${write ? '删除' : '超期'} ${over}`;
      console.log([id, days, found, rule?.text].join('  '));
    }
    return 0;
  } finally {
    await database.close();
  }
}
