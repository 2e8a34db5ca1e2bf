/** Starts a guide file. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import { guideSkeleton } from './guide-skeleton';

export type NewGuideFault = 'id' | 'name' | 'exists';

export const NEW_GUIDE_MESSAGES: Readonly<Record<NewGuideFault, string>> = {
  id: '编号不对：用小写字母、数字和连字符（kebab-case），例如 elderly-allowance。',
  name: '事项名称不对：写正式名称，4 到 40 个字。',
  exists: '这个编号已经有指南了：请直接改那份文件，或换一个编号。',
};

export interface NewGuide {
  readonly id: string;
  readonly name: string;
  readonly today: CivilDate;
  readonly onlineIds: ReadonlySet<string>;
}

/** Writes `folder/ID.yaml` and gives its path; never over a file that is there. */
export function createGuide(
  folder: string,
  { id, name, today, onlineIds }: NewGuide,
): Result<string, NewGuideFault> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) return err('id');
  const title = name.trim();
  if ([...title].length < 4 || [...title].length > 40 || /[\r\n]/.test(title)) return err('name');
  const path = join(folder, `${id}.yaml`);
  if (existsSync(path)) return err('exists');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, guideSkeleton({ id, name: title, online: onlineIds.has(id), today }), { flag: 'wx' });
  return ok(path);
}
