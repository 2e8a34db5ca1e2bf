import type { ReportedGuide } from '@/domain/guide/content-report';

/** Parts of a guide as its editors know them; longer paths win over shorter ones. */
const PARTS: Readonly<Record<string, string>> = {
  'channels.complaint': '投诉渠道',
  'channels.consultation': '咨询渠道',
  'channels.windows': '窗口',
  'time.promised': '承诺时限',
  'time.statutory': '法定时限',
  'time.variants': '分情形时限',
  basis: '法律依据',
  conditions: '条件',
  materials: '材料',
  fees: '收费',
  channels: '渠道',
  time: '时限',
  steps: '步骤',
  result: '结果',
};

/** `materials[2].deferral.days` → 材料; a part without a word keeps its own name. */
export function partName(path: string): string {
  const [first = '', second = ''] = path.replace(/\[\d+\]/g, '').split('.');
  return PARTS[`${first}.${second}`] ?? PARTS[first] ?? first;
}

export function countText({ pending, assumed, errors, warnings }: ReportedGuide): string {
  const counts = [
    ['错误', errors],
    ['提醒', warnings],
    ['未知', pending.length],
    ['待核', assumed.length],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(' ');
}

/** Which parts are open, each once. */
export const pathsText = ({ pending, assumed }: ReportedGuide): string =>
  [...new Set([...pending, ...assumed].map(partName))].join('、');
