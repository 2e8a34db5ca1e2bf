/** The whole case: how it stands, 27 departments, questions, certificates, courier, materials, log; and what may be done. */
import { COLUMN_STATES } from '@/domain/certificate/actions';
import type { Column } from '@/domain/certificate/board';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import type { IssuedCertificate } from '@/domain/certificate/ledger';
import { compareDates, formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { departmentName } from '../../catalogue';
import type { CaseFile } from '../../certificate/desk-types';
import { reference } from '../../certificate/rules';
import { html, type Html } from '../html';
import type { Visit } from '../route';
import { mask } from '../words';
import { caseForms, outcomeText } from './case-forms';
import { columnForms } from './column-forms';
import { casePath, faultBox } from './open';
import { fileList, logList, materialRows } from './task-page';
import { CELLS, clockText, COLUMN_TONES, COURIER_STEPS, mainText } from './words';

function milestonesOf({ at }: Visit, { state }: CaseFile): Html | false {
  if (state.milestones.length === 0 || state.decided) return false;
  const today = shanghaiMoment(at).date;
  return html`<ol class="milestones" aria-label="内部节点">
    ${state.milestones.map(({ name, due }) => {
      const order = compareDates(due, today);
      const tone = order < 0 ? 'late' : order === 0 ? 'soon' : 'muted';
      return html`<li>
        <span class="${tone}"
          >${name} ${formatDate(due)}${order < 0 ? '（过了）' : order === 0 ? '（今天）' : ''}</span
        >
      </li>`;
    })}
  </ol>`;
}

function headOf(visit: Visit, file: CaseFile): Html {
  const { state, number, contact } = file;
  const { scope } = state;
  const clock = state.clock && !state.decided ? clockText(state.clock) : undefined;
  const purpose = reference.purposes.find(({ id }) => id === scope.purpose)?.name ?? scope.purpose;
  return html`<section>
    <p class="sentence">
      ${mainText(state.main)}${clock && html` · <span class="${clock.tone}">${clock.text}</span>`}
    </p>
    ${milestonesOf(visit, file)}
    <p class="muted">
      ${scope.companyName} ${scope.creditCode} · ${purpose} · 受理编号 ${showReceiptNumber(number)} · 期间
      ${formatDate(scope.period.start)} 至 ${formatDate(scope.period.end)} · 经办人 ${contact.name}
      ${mask(contact.mobile)} · ${scope.output === 'once' ? '全部完成后一次出具' : '已完成先出'} ·
      ${scope.language === 'zh' ? '中文' : '中英文'} · ${file.application.copies} 份
    </p>
  </section>`;
}

const countsOf = ({ cells }: Column): Html => {
  const marks = cells.map(({ state }) => CELLS[state][1]);
  return html`${[...new Set(marks)].map((word) => `${word} ${marks.filter((one) => one === word).length}`).join('，')}`;
};

const columnRow = (visit: Visit, file: CaseFile, column: Column): Html =>
  html`<tr>
    <th scope="row">
      ${departmentName(column.department)}${
        column.holder !== column.department &&
        html` <span class="muted">由${departmentName(column.holder)}承办</span>`
      }
    </th>
    <td>
      <span class="${COLUMN_TONES[column.state]}">${COLUMN_STATES[column.state]}</span>
      ${column.overdue && html`<span class="late">超期</span>`}
      ${column.wait && html`<span class="muted">${column.wait.reason}</span>`}
    </td>
    <td class="whole">${column.clock && formatDate(column.clock.due)}</td>
    <td>${countsOf(column)}</td>
    <td>${columnForms(visit, file, column)}</td>
  </tr>`;

function boardOf(visit: Visit, file: CaseFile): Html {
  const { state, number } = file;
  return html`<section>
    <h2>${state.board.length} 个部门</h2>
    <p><a href="${casePath(number)}/matrix">看全部主体 × 部门的对照</a></p>
    <div class="scroll" tabindex="0" role="region" aria-label="部门">
      <table class="board stack">
        <tr>
          <th>部门</th>
          <th>状态</th>
          <th>期限</th>
          <th>主体</th>
          <th>办理</th>
        </tr>
        ${state.board.map((column) => columnRow(visit, file, column))}
      </table>
    </div>
  </section>`;
}

function questionsOf({ state: { questions }, answers, number }: CaseFile): Html | false {
  if (questions.length === 0) return false;
  return html`<section>
    <h2>要企业说明的</h2>
    ${questions.map(({ id, department, text, askedOn }) => {
      const answer = answers.get(id);
      return html`<p class="v">${formatDate(askedOn)} ${departmentName(department)}问：${text}</p>
        ${
          answer
            ? html`<p class="v">答：${answer.text}</p>
                ${fileList(answer.files, casePath(number))}`
            : html`<p class="soon">还没有答</p>`
        }`;
    })}
  </section>`;
}

function complaintsOf({ state: { complaints } }: CaseFile): Html | false {
  if (complaints.length === 0) return false;
  return html`<section>
    <h2>投诉</h2>
    ${complaints.map(
      ({ number, on, text, answer }) =>
        html`<p class="v">第 ${number} 条 ${formatDate(on)}：${text}</p>
          ${
            answer
              ? html`<p class="v">${formatDate(answer.on)} 答复：${answer.text}</p>`
              : html`<p class="late">还没有答复</p>`
          }`,
    )}
  </section>`;
}

const STATUSES: Readonly<Record<IssuedCertificate['status'], readonly [word: string, tone: string]>> = {
  valid: ['有效', 'fine'],
  replaced: ['已替换', 'muted'],
  revoked: ['已撤销', 'late'],
};

function papersOf({ state: { certificates }, number }: CaseFile): Html | false {
  if (certificates.length === 0) return false;
  return html`<section>
    <h2>证明</h2>
    <ul>
      ${certificates.map((one) => {
        const [word, tone] = STATUSES[one.status];
        return html`<li>
          ${one.number} · ${formatDate(one.issuedOn)} · <span class="${tone}">${word}</span> ·
          <a href="${casePath(number)}/papers/${one.number}">下载 PDF</a>
        </li>`;
      })}
    </ul>
  </section>`;
}

function courierOf({ state, courier }: CaseFile): Html | false {
  if (!state.courier) return false;
  const spent = state.returns >= reference.parameters.returnsBeforeCollection;
  return html`<section>
    <h2>快递</h2>
    <p>
      ${COURIER_STEPS[state.courier]} · ${courier ? `${courier.company} ${courier.tracking}` : ''} · 退回
      ${state.returns} 次${spent && html` <span class="late">不再寄，改为窗口自取</span>`}
    </p>
  </section>`;
}

const NOT_WRITTEN = '没有设置邮件，不会写信给他们；结果请另行告知。请系统管理员设置 SMTP_URL 和 MAIL_FROM。';

function intermediariesOf({ service }: Visit, { intermediaries }: CaseFile): Html | false {
  if (intermediaries.length === 0) return false;
  return html`<section>
    <h2>抄送结果的中介机构</h2>
    <ul>
      ${intermediaries.map(({ name, email }) => html`<li>${name} · ${email}</li>`)}
    </ul>
    ${!service.certificate?.notices && html`<p class="late">${NOT_WRITTEN}</p>`}
  </section>`;
}

export function caseBody(visit: Visit, file: CaseFile, fault?: string): Html {
  const forms = caseForms(visit, file);
  const path = casePath(file.number);
  return html`${faultBox(fault)} ${headOf(visit, file)}
    <div class="columns">
      <div>
        ${complaintsOf(file)} ${papersOf(file)} ${courierOf(file)} ${intermediariesOf(visit, file)}
        ${boardOf(visit, file)} ${questionsOf(file)}
        <section>
          <h2>材料</h2>
          <table>
            ${materialRows(file.materials, path)}
          </table>
        </section>
        ${logList(file.log)}
      </div>
      <section>
        <h2>可以办的</h2>
        ${forms.length === 0 && file.state.decided === undefined && outcomeText(file)}
        ${forms.length > 0 ? forms : html`<p class="muted">现在没有要您办的。</p>`}
      </section>
    </div>`;
}
