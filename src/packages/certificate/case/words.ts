/** What a case says first, and each line of its log. */
import type { CertificateDetail } from '@/contract/certificate';
import { COLUMN_STATES, MAIN_STATES } from '@/domain/certificate/actions';
import type { StopReason } from '@/domain/certificate/clock';
import type { Action, CourierStep } from '@/domain/certificate/events';
import { showDate } from '@/domain/form/kinds/dates';
import { departmentName } from '@/shell/catalogue';

type Clock = NonNullable<CertificateDetail['clock']>;

/** Who stops the clock for that reason, each once. */
const who = ({ stoppedBy }: Clock, wanted: StopReason): string => {
  const ids = stoppedBy.filter(({ why }) => why === wanted).map(({ department }) => department);
  return [...new Set(ids)].map(departmentName).join('、');
};

function pausedText(clock: Clock): string {
  const [asking, waiting] = [who(clock, 'question'), who(clock, 'externalWait')];
  const parts = [
    ...(asking === '' ? [] : [`${asking}等您说明，答复的下一个工作日接着走`]),
    ...(waiting === '' ? [] : [`${waiting}在等外部回复`]),
  ];
  return `时钟停着：${parts.join('；')}。`;
}

/** Why the number is what it is. */
export function clockText(clock: Clock): string {
  if (clock.paused) return pausedText(clock);
  const due = showDate(clock.due);
  if (clock.overdue) return `应在 ${due}前出证，已经超过。超时不会当成无记录，还在催办。`;
  return `应在 ${due}前出证${clock.provisional ? '（今天有答复才算数）' : ''}。`;
}

export function sentenceOf({ main, submittedOn, questions, corrections }: CertificateDetail): string {
  switch (main) {
    case 'submitted':
      return `${showDate(submittedOn)}提交，等受理。`;
    case 'correction':
      return `要补正 ${corrections.length} 处。`;
    case 'clarifying': {
      const open = questions.filter(({ state }) => state === 'open').length;
      return `有 ${open} 个问题等您说明，其余部门照常审。`;
    }
    case 'rejected':
      return '不予受理，理由在下面。';
    case 'withdrawn':
      return '已撤回，不再办。';
    default:
      return `${MAIN_STATES[main]}。`;
  }
}

const ACTION_WORDS: Readonly<Record<Action, string>> = {
  submitted: '提交申请',
  correctionAsked: '要求补正',
  corrected: '提交补正',
  rejected: '不予受理',
  accepted: '受理，次日起计时',
  dispatched: '同时派给各部门',
  taken: '开始审查',
  found: '答复了一个主体',
  asked: '要求说明，时钟停',
  answered: '您答复了问题',
  recused: '说不归本部门管',
  reassigned: '改派',
  ruled: '裁定归属',
  externalWait: '等外部回复，时钟停',
  externalReplied: '外部回复到了',
  reopened: '重新审查',
  urged: '催办',
  extended: '延期',
  aggregated: '汇总完',
  decided: '作出决定',
  withdrawn: '您撤回了申请',
  courier: '快递',
  handedOver: '送达',
  replaced: '换发证明',
  revoked: '撤销证明',
  rated: '您评价了',
  closed: '办结',
  complained: '您投诉了',
  complaintAnswered: '答复了您的投诉',
};

const ROLE_WORDS: Readonly<Record<string, string>> = {
  enterprise: '您',
  window: '窗口',
  coordinator: '区营商局',
  supervisor: '督办',
  system: '系统',
};

export const COURIER_WORDS: Readonly<Record<CourierStep, string>> = {
  ordered: '已叫快递',
  picked: '快递已取走',
  inTransit: '在路上',
  delivered: '已签收',
  returned: '退回来了',
};

const isStep = (text: string): text is CourierStep => text in COURIER_WORDS;

type Entry = CertificateDetail['log'][number];

/** A line of the log: one department's answers on thirty entities are one line. */
export interface Line extends Entry {
  readonly times: number;
}

const isSame = (a: Entry, b: Entry): boolean =>
  a.action === b.action && a.department === b.department && a.on === b.on && a.note === b.note;

export const linesOf = (log: readonly Entry[]): readonly Line[] =>
  log.reduce<readonly Line[]>((lines, entry) => {
    const last = lines[lines.length - 1];
    return last !== undefined && isSame(last, entry)
      ? [...lines.slice(0, -1), { ...entry, times: last.times + 1 }]
      : [...lines, { ...entry, times: 1 }];
  }, []);

export function logText({ action, by, department, note, times }: Line): string {
  const actor = department === null ? (ROLE_WORDS[by] ?? '') : departmentName(department);
  // A courier's note is its step.
  const step = action === 'courier' && note !== null && isStep(note) ? COURIER_WORDS[note] : undefined;
  if (step !== undefined) return `快递：${step}`;
  const done = action === 'found' && times > 1 ? `答复了 ${times} 个主体` : ACTION_WORDS[action];
  const what = `${actor}：${done}`;
  return note === null || note.trim() === '' ? what : `${what}（${note}）`;
}

type Column = CertificateDetail['board'][number];

/** The state word of a department, with what it is late by: being late says nothing of records. */
export const columnWord = ({ state, overdue }: Column): string =>
  overdue ? `${COLUMN_STATES[state]}，超时` : COLUMN_STATES[state];

/** The board in one line: 已答 20，在审 6，要说明 1. */
export function boardText(board: readonly Column[]): string {
  const counts = new Map<string, number>();
  for (const { state } of board) {
    const word = COLUMN_STATES[state];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${word} ${count}`).join('，');
}
