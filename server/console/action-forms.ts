/** The form of each action, beside the case. */
import { RETURN_REASONS, targetKey } from '@/domain/case/correction';
import { PAUSE_REASONS } from '@/domain/case/event';
import type { Field } from '@/domain/form/form';
import type { ReviewLine } from '@/domain/form/review';
import { departmentName } from '../catalogue';
import { mayReview, type Allowed } from '../staff/access';
import { casePath, linesOf, type CaseFile } from './case-data';
import { form } from './csrf';
import { needsPreview } from './facts';
import { html, type Html, type Part } from './html';
import type { Visit } from './route';
import { DELIVERY_NAMES } from './words';

const note = (label: string, required = false, name = 'note'): Html =>
  html`<label for="${name}">${label}</label
    ><textarea id="${name}" name="${name}" maxlength="500" ${required && html`required`}></textarea>`;

const options = (all: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(all).map(([value, label]) => html`<option value="${value}">${label}</option>`);

const radio = (name: string, all: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(all).map(
    ([value, label]) =>
      html`<label class="tick"
        ><input type="radio" name="${name}" value="${value}" required />${label}</label
      >`,
  );

const pick = (key: string, label: string): Html =>
  html`<details>
    <summary>${label}</summary>
    <label class="tick"><input type="checkbox" name="pick" value="${key}" />要改这一处</label>
    <label
      >原因<select name="reason:${key}">
        ${options(Object.fromEntries(Object.entries(RETURN_REASONS).map(([code, text]) => [code, `${code} ${text}`])))}
      </select></label
    >
    <label>怎样改（写给申请人）<input name="note:${key}" maxlength="500" size="36" /></label>
  </details>`;

const labelOf = ({ labels }: ReviewLine): string => labels.join(' · ');

/** Worked out from other answers: nobody can mend it. */
function isDerived(fields: readonly Field[], path: string): boolean {
  const [first = '', ...rest] = path.replace(/\[\d+\]/g, '').split('.');
  const field = fields.find(({ key }) => key === first);
  if (field?.kind === 'group') return isDerived(field.fields, rest.join('.'));
  if (field?.kind === 'rows') return isDerived(field.columns, rest.join('.'));
  return field?.kind === 'derived';
}

/** Once a notice has been sent, another may only name the same places. */
function correctionForm({ service }: Visit, file: CaseFile): Part {
  const { view, item, latest } = file;
  const named = new Set(view.named.map(({ target }) => targetKey(target)));
  const mayName = (key: string): boolean => named.size === 0 || named.has(key);
  const fields = linesOf(file, latest, service.store)
    .filter(({ path }) => !isDerived(item.form.fields, path))
    .map((line) => [`field:${line.path}`, labelOf(line)] as const)
    .filter(([key]) => mayName(key));
  const materials = item.form.materials
    .filter(({ source }) => source !== 'platform')
    .map(({ id, name }) => [`material:${id}`, `材料：${name}`] as const)
    .filter(([key]) => mayName(key));
  return html`<p class="muted">补正要一次性告知：把要改的都选上，申请人只能改选中的地方。</p>
    ${[...materials, ...fields].map(([key, label]) => pick(key, label))}`;
}

function reviewForm({ staff }: Visit, { view }: CaseFile): Part {
  const own = view.tasks.filter(({ department }) => mayReview(staff, department));
  return html`<label for="task">哪一项</label
    ><select id="task" name="task">
      ${own.map(({ id, department }) => html`<option value="${id}">${departmentName(department)} ${id}</option>`)}
    </select>
    ${radio('opinion', { pass: '通过', fail: '不通过（写明理由）' })}${note('意见（不给申请人看）')}`;
}

function fieldsOf(visit: Visit, file: CaseFile, { action }: Allowed): Part {
  switch (action) {
    case 'accepted':
      return html`<p>受理后开始计算办理期限。</p>`;
    case 'resumed':
      return html`<p>从明天起继续计时。</p>`;
    case 'correctionAsked':
      return correctionForm(visit, file);
    case 'notAccepted':
      return html`${note('依据（哪部法、哪一条）', true, 'basis')}${note('理由和去处（写给申请人）', true)}`;
    case 'reviewed':
      return reviewForm(visit, file);
    case 'decided':
      return html`${radio('outcome', { approved: '准予', refused: '不予（写明依据和理由）' })}
      ${note('依据', false, 'basis')}${note('说明（写给申请人）')}`;
    case 'delivered':
      return html`${radio('method', DELIVERY_NAMES)}${note('说明（快递单号、领取地点）')}`;
    case 'paused':
      return html`<label for="why">原因</label
        ><select id="why" name="reason">
          ${options(PAUSE_REASONS)}</select
        >${note('说明', true)}`;
    case 'extended':
      return html`<label for="days">延长几天（最多 ${file.view.rules.extensionDays} 天，只有一次）</label
        ><input
          id="days"
          name="days"
          inputmode="numeric"
          size="4"
          required
        />${note('理由（写给申请人）', true)}`;
    case 'complaintAnswered':
      return html`<label for="complaint">哪一条</label
        ><select id="complaint" name="complaint">
          ${file.view.complaints
            .filter(({ answered }) => !answered)
            .map(({ seq }) => html`<option value="${seq}">第 ${seq} 步的投诉</option>`)}</select
        >${note('答复（写给申请人）', true)}`;
    case 'ratingAnswered':
      return note('答复（写给申请人）', true);
    default:
      return undefined;
  }
}

export const ACTION_NAMES = {
  accepted: '受理',
  correctionAsked: '一次性告知补正',
  notAccepted: '不予受理',
  reviewed: '提审查意见',
  decided: '办结',
  delivered: '送达',
  paused: '暂停计时',
  resumed: '恢复计时',
  extended: '延长期限',
  complaintAnswered: '答复投诉',
  ratingAnswered: '答复差评',
} as const;

export type StaffAction = keyof typeof ACTION_NAMES;

export const isStaffAction = (action: string): action is StaffAction => Object.hasOwn(ACTION_NAMES, action);

export function actionForms(visit: Visit, file: CaseFile, allowed: readonly Allowed[]): readonly Html[] {
  return allowed.flatMap((one) => {
    const { action } = one;
    if (!isStaffAction(action)) return [];
    const path = `${casePath(file.stored.row.receipt)}/${action}`;
    const isPreviewed = needsPreview(action);
    return [
      html`<details>
        <summary>${ACTION_NAMES[action]}</summary>
        ${form(
          visit,
          path,
          html`<input type="hidden" name="version" value="${file.view.version}" />
            <input type="hidden" name="step" value="${isPreviewed ? 'preview' : 'send'}" />
            ${fieldsOf(visit, file, one)}
            <p>
              <button class="main">${isPreviewed ? '先看申请人会收到什么' : ACTION_NAMES[action]}</button>
            </p>`,
        )}
      </details>`,
    ];
  });
}
