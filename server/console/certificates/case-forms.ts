/** What the window, the coordinator and 督办 do with a case as a whole. */
import type { Action } from '@/domain/certificate/events';
import { openComplaints } from '@/domain/certificate/state';
import { departmentName } from '../../catalogue';
import type { CaseFile } from '../../certificate/desk-types';
import { reference } from '../../certificate/rules';
import { form } from '../csrf';
import { html, type Html } from '../html';
import type { Visit } from '../route';
import { casePath } from './open';
import { COURIER_STEPS, REVOCATIONS } from './words';

const note = (action: string, label: string): Html =>
  html`<label for="${action}-note">${label}</label
    ><textarea id="${action}-note" name="reason" maxlength="500" required></textarea>`;

const options = (all: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(all).map(([value, label]) => html`<option value="${value}">${label}</option>`);

/** So much of it tells one complaint from another. */
const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

const KIND_NAMES = {
  issued: '出具证明',
  partiallyIssued: '出具部分证明',
  notIssued: '不予出证',
  withdrawn: '按撤回处理（逾期没有说明）',
} as const;

/** What the board comes to is worked out; the coordinator signs it or leaves it. */
export function outcomeText({ state: { outcome } }: CaseFile): Html | false {
  if (!outcome) return false;
  const withheld = 'withheld' in outcome ? outcome.withheld : [];
  return html`<p>汇总结果：<strong>${KIND_NAMES[outcome.kind]}</strong></p>
    ${
      withheld.length > 0 &&
      html`<ul>
        ${withheld.map(
          ({ department, why }) =>
            html`<li>
              ${departmentName(department)}：${why === 'blocked' ? '有记录，不出' : '逾期没有说明'}
            </li>`,
        )}
      </ul>`
    }`;
}

export const decisionButton = ({ state: { outcome } }: CaseFile): string =>
  outcome ? KIND_NAMES[outcome.kind] : '签批';

function fieldsOf(action: Action, file: CaseFile): Html | undefined {
  switch (action) {
    case 'accepted':
      return html`<p>受理后当天分派给 ${file.state.scope.departments.length} 个部门，下一个工作日起算。</p>`;
    case 'correctionAsked':
      return html`<label for="items">要补正的（一行一处，一次说全）</label
        ><textarea id="items" name="items" maxlength="2000" required></textarea>`;
    case 'rejected':
      return note(action, '理由和去处（写给企业）');
    case 'extended':
      return html`<label for="days">延长几天（最多 ${reference.parameters.extensionDays} 天）</label
        ><input
          id="days"
          name="days"
          inputmode="numeric"
          size="4"
          required
        />${note(action, '理由（公示给企业）')}`;
    case 'decided':
      return html`${outcomeText(file)}
      ${file.state.outcome?.kind === 'issued' ? '' : note(action, '书面理由（写给企业）')}`;
    case 'replaced':
      return note(action, '换发理由（写给企业，原证明同时失效）');
    case 'revoked':
      return html`<label for="why">撤销理由</label
        ><select id="why" name="reason">
          ${options(REVOCATIONS)}
        </select>`;
    case 'courier':
      return html`<label for="step">快递到哪一步</label
        ><select id="step" name="step-of-courier">
          ${options(COURIER_STEPS)}
        </select>`;
    case 'handedOver':
      return html`<label for="way">怎样送达</label
        ><select id="way" name="way">
          <option value="electronic">电子送达</option>
          <option value="collected">窗口自取</option>
        </select>`;
    case 'complaintAnswered':
      return html`<label for="complaint">哪一条</label
        ><select id="complaint" name="complaint">
          ${options(Object.fromEntries(openComplaints(file.state).map(({ number, text }) => [number, `第 ${number} 条：${short(text)}`])))}</select
        >${note(action, '答复（写给企业）')}`;
    case 'closed':
      return html`<p>办结后不再催评价。</p>`;
    default:
      return undefined;
  }
}

export const CASE_ACTIONS = {
  accepted: '受理并分派',
  correctionAsked: '要求补正',
  rejected: '不予受理',
  decided: '签批',
  extended: '延期',
  courier: '快递',
  handedOver: '送达',
  replaced: '换发',
  revoked: '撤销',
  closed: '办结',
  complaintAnswered: '答复投诉',
} as const;

export type CaseAction = keyof typeof CASE_ACTIONS;

export const isCaseAction = (text: string): text is CaseAction => Object.hasOwn(CASE_ACTIONS, text);

/** They go out in words, or cannot be taken back: shown first. */
export const PREVIEWED: ReadonlySet<CaseAction> = new Set([
  'correctionAsked',
  'rejected',
  'decided',
  'extended',
  'replaced',
  'revoked',
  'complaintAnswered',
]);

/** What would be refused anyway is not offered. */
function isOffered(action: CaseAction, { state }: CaseFile): boolean {
  const { scope, outcome } = state;
  if (action === 'decided') return outcome !== undefined;
  if (action === 'complaintAnswered') return openComplaints(state).length > 0;
  return action !== 'courier' || scope.delivery === 'courier';
}

export function caseForms(visit: Visit, file: CaseFile): readonly Html[] {
  const { number, version, state } = file;
  // Signing aggregates in the same step.
  const all: readonly Action[] =
    state.main === 'aggregating' && file.allowed.includes('aggregated')
      ? [...file.allowed, 'decided']
      : file.allowed;
  return Object.keys(CASE_ACTIONS)
    .filter(isCaseAction)
    .filter((action) => all.includes(action) && isOffered(action, file))
    .map(
      (action) =>
        html`<details ${action === 'decided' && html`open`}>
          <summary>${CASE_ACTIONS[action]}</summary>
          ${form(
            visit,
            `${casePath(number)}/${action}`,
            html`<input type="hidden" name="version" value="${version}" />${fieldsOf(action, file)}
              <p>
                <button class="main">
                  ${PREVIEWED.has(action) ? '先看会发出什么' : CASE_ACTIONS[action]}
                </button>
              </p>`,
          )}
        </details>`,
    );
}
