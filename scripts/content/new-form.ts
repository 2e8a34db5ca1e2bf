/** Starts a form from its guide: clock and materials as residents were told them, and the pages that nearly all forms have. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { FormSource } from '@/domain/form/source';
import type { Guide, Material, TimeLimit } from '@/domain/guide/guide';
import { err, ok, type Result } from '@/domain/shared/result';

export type NewFormFault = 'noGuide' | 'exists';

export const NEW_FORM_MESSAGES: Readonly<Record<NewFormFault, string>> = {
  noGuide: '没有同名的指南：表单跟着指南走，先用 npm run new-guide 建指南。',
  exists: '这个编号已经有表单了：请直接改那份文件。',
};

const HEAD = `# 由指南生成的骨架:申请人、送达、承诺三页先搭好。
# 1 在 fields 里加本事项要问的,在 pages 里排好(一页一件事,最多 5 个紧密相关的字段)
# 2 材料的 form 写清收什么样的,情形材料的 when 写成条件
# 3 minutes 写实际填写要多久
# 4 加进 src/content/online-items.yaml,指南的 depth 改为 online
# 5 npm run content:lint 看有没有错;字段种类见 docs/content.md
`;

const clockOf = (promised: TimeLimit): FormSource['clock'] => {
  switch (promised.kind) {
    case 'limit':
      return { kind: 'days', days: promised.days, unit: promised.unit };
    case 'instant':
      return { kind: 'instant' };
    case 'none':
    case 'scheduled':
    case 'pending':
      return { kind: 'scheduled', note: promised.note ?? '以责任部门公布为准' };
  }
};

type FormMaterial = FormSource['materials'][number];

const needOf = ({ deferral, necessity }: Material): FormMaterial['need'] => {
  if (deferral) return 'deferrable';
  return necessity === 'required' ? 'required' : 'conditional';
};

const sourceOf = ({ source }: Material): FormMaterial['source'] => (source === 'issued' ? 'own' : source);

function materialOf(material: Material): FormMaterial {
  const { id, name, copies, originals, whenText } = material;
  const source = sourceOf(material);
  const need = needOf(material);
  return {
    id,
    name,
    form: source === 'own' ? '照片或扫描件' : '免提交',
    count: source === 'own' ? String(Math.max(1, originals + copies)) : '0',
    need,
    ...(need === 'conditional' ? { whenText: whenText ?? '视您的情形' } : {}),
    source,
  };
}

export function formSkeleton({ id, audience, time, materials }: Guide): FormSource {
  const forPeople = audience.includes('person');
  const who = forPeople ? 'applicant' : 'enterprise';
  return {
    id,
    version: 1,
    minutes: 10,
    clock: clockOf(time.promised),
    pages: [
      {
        id: who,
        title: forPeople ? '谁来申请?' : '是哪家单位?',
        why: '已核验过的信息自动带出,请核对。',
        fields: [who],
      },
      { id: 'delivery', title: '办好了怎么拿?', fields: ['delivery'] },
      { id: 'consent', title: '请逐条看清,再勾选', why: '不同意也可以到窗口办。', fields: ['consent'] },
    ],
    fields: [
      { key: who, label: forPeople ? '申请人' : '企业(单位)', kind: 'block', block: who },
      { key: 'delivery', label: '送达方式', kind: 'block', block: 'delivery' },
      { key: 'consent', label: '承诺与同意', kind: 'block', block: 'consent' },
    ],
    materials: materials.map(materialOf),
  };
}

/** Writes `folder/ID.yaml` and gives its path; never over a form that is there. */
export function createForm(folder: string, guide: Guide | undefined): Result<string, NewFormFault> {
  if (!guide) return err('noGuide');
  const path = join(folder, `${guide.id}.yaml`);
  if (existsSync(path)) return err('exists');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${HEAD}${stringify(formSkeleton(guide), { lineWidth: 120 })}`, { flag: 'wx' });
  return ok(path);
}
