/** Who may do what, and when: the one table that the phone's buttons, the console and the server's guard read. */
import type { Action, Role } from './events';

export type MainState =
  | 'draft'
  | 'submitted'
  | 'correction'
  | 'accepted'
  | 'jointReview'
  | 'clarifying'
  | 'aggregating'
  | 'deciding'
  | 'issued'
  | 'partiallyIssued'
  | 'notIssued'
  | 'delivering'
  | 'delivered'
  | 'closed'
  | 'withdrawn'
  | 'rejected'
  | 'reissued'
  | 'revoked';

export const MAIN_STATES: Readonly<Record<MainState, string>> = {
  draft: '草稿',
  submitted: '待受理',
  correction: '待补正',
  accepted: '已受理',
  jointReview: '部门联审中',
  clarifying: '等您补充说明',
  aggregating: '汇总中',
  deciding: '签批中',
  issued: '已出证',
  partiallyIssued: '部分出证',
  notIssued: '不予出证',
  delivering: '送达中',
  delivered: '已送达',
  closed: '已办结',
  withdrawn: '已撤回',
  rejected: '不予受理',
  reissued: '已换发',
  revoked: '已撤销',
};

/** Decided, withdrawn or refused: no clock runs, and a new application may follow. */
const OVER: readonly MainState[] = [
  'issued',
  'partiallyIssued',
  'notIssued',
  'delivering',
  'delivered',
  'closed',
  'withdrawn',
  'rejected',
  'reissued',
  'revoked',
];

export const isOver = (main: MainState): boolean => OVER.includes(main);

/** Of a department's column. */
export type ColumnState =
  | 'pending'
  | 'assigned'
  | 'reviewing'
  | 'needClarify'
  | 'clarified'
  | 'externalWait'
  | 'recused'
  | 'noRecord'
  | 'recordFound'
  /** Asked, and not answered within the limit. */
  | 'lapsed'
  /** Nobody's field, by ruling: named in the certificate as not included. */
  | 'excluded';

export const COLUMN_STATES: Readonly<Record<ColumnState, string>> = {
  pending: '待派',
  assigned: '已派',
  reviewing: '审查中',
  needClarify: '要说明',
  clarified: '已说明',
  externalWait: '等外部回复',
  recused: '非本辖区，改派中',
  noRecord: '无记录',
  recordFound: '有记录',
  lapsed: '逾期未说明',
  excluded: '裁定不含',
};

interface Rule {
  readonly roles: readonly Role[];
  readonly states: readonly MainState[];
}

const IN_REVIEW: readonly MainState[] = ['jointReview', 'clarifying'];
const RUNNING: readonly MainState[] = ['accepted', ...IN_REVIEW, 'aggregating', 'deciding'];
const OUT: readonly MainState[] = ['issued', 'partiallyIssued', 'reissued', 'delivering'];
const CERTIFIED: readonly MainState[] = [...OUT, 'delivered', 'closed'];

const isMainState = (key: string): key is MainState => key in MAIN_STATES;
const HANDED_IN: readonly MainState[] = Object.keys(MAIN_STATES)
  .filter(isMainState)
  .filter((state) => state !== 'draft');

export const ACTIONS: Readonly<Record<Action, Rule>> = {
  submitted: { roles: ['enterprise'], states: ['draft'] },
  correctionAsked: { roles: ['window'], states: ['submitted'] },
  corrected: { roles: ['enterprise'], states: ['correction'] },
  rejected: { roles: ['window'], states: ['submitted'] },
  accepted: { roles: ['window'], states: ['submitted'] },
  dispatched: { roles: ['coordinator', 'system'], states: ['accepted'] },
  taken: { roles: ['department'], states: IN_REVIEW },
  found: { roles: ['department'], states: IN_REVIEW },
  asked: { roles: ['department'], states: IN_REVIEW },
  answered: { roles: ['enterprise'], states: ['clarifying'] },
  recused: { roles: ['department'], states: IN_REVIEW },
  reassigned: { roles: ['coordinator'], states: IN_REVIEW },
  ruled: { roles: ['coordinator'], states: IN_REVIEW },
  externalWait: { roles: ['department', 'coordinator'], states: IN_REVIEW },
  externalReplied: { roles: ['department', 'coordinator'], states: IN_REVIEW },
  reopened: { roles: ['coordinator'], states: [...IN_REVIEW, 'aggregating'] },
  urged: { roles: ['enterprise', 'coordinator', 'system'], states: IN_REVIEW },
  extended: { roles: ['coordinator'], states: RUNNING },
  aggregated: { roles: ['coordinator', 'system'], states: ['aggregating'] },
  decided: { roles: ['coordinator'], states: ['deciding'] },
  withdrawn: { roles: ['enterprise'], states: ['submitted', 'correction', ...RUNNING] },
  courier: { roles: ['window', 'system'], states: OUT },
  handedOver: { roles: ['window', 'system'], states: OUT },
  replaced: { roles: ['coordinator'], states: CERTIFIED },
  revoked: { roles: ['coordinator'], states: CERTIFIED },
  rated: { roles: ['enterprise'], states: ['delivered', 'notIssued', 'closed'] },
  closed: { roles: ['coordinator', 'system'], states: ['delivered', 'notIssued'] },
  complained: { roles: ['enterprise'], states: HANDED_IN },
  // Not by those who are complained of: the window, the departments, the coordinator.
  complaintAnswered: { roles: ['supervisor'], states: HANDED_IN },
};

export type ColumnAction =
  | 'taken'
  | 'found'
  | 'asked'
  | 'answered'
  | 'recused'
  | 'reassigned'
  | 'ruled'
  | 'externalWait'
  | 'externalReplied'
  | 'reopened'
  | 'urged';

export const COLUMN_ACTIONS: Readonly<Record<ColumnAction, readonly ColumnState[]>> = {
  taken: ['assigned', 'clarified'],
  found: ['reviewing'],
  asked: ['reviewing'],
  answered: ['needClarify'],
  recused: ['assigned', 'reviewing', 'clarified'],
  reassigned: ['recused'],
  ruled: ['recused'],
  externalWait: ['assigned', 'reviewing', 'clarified'],
  externalReplied: ['externalWait'],
  reopened: ['noRecord', 'recordFound'],
  urged: ['assigned', 'reviewing', 'clarified', 'recused', 'externalWait'],
};

export const mayAct = (action: Action, state: MainState, role: Role): boolean =>
  ACTIONS[action].states.includes(state) && ACTIONS[action].roles.includes(role);

const isAction = (key: string): key is Action => key in ACTIONS;

/** Every action, in the order of the table. */
export const ALL_ACTIONS: readonly Action[] = Object.keys(ACTIONS).filter(isAction);

/** What a role may do now; a department's actions still depend on its column ({@link COLUMN_ACTIONS}). */
export const actionsFor = (state: MainState, role: Role): readonly Action[] =>
  ALL_ACTIONS.filter((action) => mayAct(action, state, role));
