/** How states, verdicts and days of a certificate are said. */
import type { TagKind } from '@/components/tag/tag';
import type { ColumnState } from '@/domain/certificate/actions';
import type { CellState } from '@/domain/certificate/board';
import type { Verdict } from '@/domain/certificate/triage';
import reference from '@/generated/certificate/reference';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  replaceable: '可用信用报告代替',
  jointReview: '要联审',
  outside: '不归本区',
  notApplicable: '不用查',
};

export const VERDICT_TAGS: Readonly<Record<Verdict, TagKind>> = {
  replaceable: 'done',
  jointReview: 'plain',
  outside: 'wait',
  notApplicable: 'plain',
};

/** What the enterprise reads on the board; each has its own word and its own drawing. */
export const COLUMN_TAGS: Readonly<Record<ColumnState, TagKind>> = {
  pending: 'plain',
  assigned: 'plain',
  reviewing: 'plain',
  needClarify: 'wait',
  clarified: 'plain',
  externalWait: 'wait',
  recused: 'wait',
  noRecord: 'done',
  recordFound: 'wait',
  lapsed: 'stop',
  excluded: 'wait',
};

export const CELL_WORDS: Readonly<Record<CellState, string>> = {
  outside: '区外注册，不派给本区部门',
  waiting: '等部门答复',
  noRecord: '无记录',
  cleared: '有记录，不妨碍出证',
  blocked: '有记录，这个部门不出证',
  withheld: '这个部门不含在证明里',
};

export const CELL_TAGS: Readonly<Record<CellState, TagKind>> = {
  outside: 'wait',
  waiting: 'plain',
  noRecord: 'done',
  cleared: 'wait',
  blocked: 'stop',
  withheld: 'wait',
};

export const purposeName = (id: string): string =>
  reference.purposes.find((purpose) => purpose.id === id)?.name ?? id;

export const boardName = (id: string): string =>
  reference.boards.find((board) => board.id === id)?.name ?? id;

export const materialName = (id: string): string =>
  reference.materials.find((material) => material.id === id)?.name ?? id;

/** `第 1 行` for an entity that has no name yet. */
export const nameOr = (name: string, i: number): string =>
  name.trim() === '' ? (i === 0 ? '本公司' : `第 ${i + 1} 个主体`) : name;

export const PAPER_WORDS = { valid: '有效', replaced: '已替换', revoked: '已撤销' } as const;
