/** One department's task: what it needs to review, and nothing of the others. */
import { COLUMN_STATES } from '@/domain/certificate/actions';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { ENTITY_KINDS } from '@/domain/certificate/draft';
import { formatDate } from '@/domain/shared/civil-date';
import { departmentName } from '../../catalogue';
import type { TaskFile } from '../../certificate/desk-types';
import { reference } from '../../certificate/rules';
import type { Attachment } from '../../files/attachments';
import { html, type Html } from '../html';
import type { Visit } from '../route';
import { timeOf } from '../words';
import { faultBox, taskPath } from './open';
import { taskForms } from './task-forms';
import { CELLS, clockText, COLUMN_TONES, ROLE_NAMES, sentenceOf } from './words';

export const fileList = (files: readonly Attachment[], path: string): Html =>
  files.length === 0
    ? html`<span class="muted">没有文件</span>`
    : html`<ul>
        ${files.map(
          ({ id, name, size }) =>
            html`<li>
              <a href="${path}/files/${id}">${name}</a>
              <span class="muted">${Math.ceil(size / 1024)} KB</span>
            </li>`,
        )}
      </ul>`;

export const materialRows = (materials: TaskFile['materials'], path: string): readonly Html[] =>
  materials.map(
    ({ kind, files }) =>
      html`<tr>
        <th scope="row">${reference.materials.find(({ id }) => id === kind)?.name ?? kind}</th>
        <td>${fileList(files, path)}</td>
      </tr>`,
  );

/** A joint review of 27 has a hundred steps. */
const SHORT_LOG = 12;

export const logList = (log: TaskFile['log']): Html =>
  html`<section>
    <h2>经过</h2>
    <details ${log.length <= SHORT_LOG && html`open`}>
      <summary>${log.length} 步，新的在前</summary>
      <ol class="log">
        ${[...log].reverse().map(
          (entry) =>
            html`<li>
              <span class="muted">${timeOf(entry.at)} ${ROLE_NAMES[entry.event.by.role]}</span>
              <p>${sentenceOf(entry)}</p>
            </li>`,
        )}
      </ol>
    </details>
  </section>`;

function headOf(task: TaskFile): Html {
  const { column, scope } = task;
  const clock = column.clock && clockText(column.clock);
  const checks = reference.departments.find(({ id }) => id === task.department)?.checks;
  return html`<section>
    <p class="sentence">
      <span class="${COLUMN_TONES[column.state]}">${COLUMN_STATES[column.state]}</span>
      ${clock && html` · <span class="${clock.tone}">${clock.text}</span>`}
    </p>
    <p class="muted">
      ${departmentName(task.department)}${column.holder !== task.department && html`（由${departmentName(column.holder)}承办）`}
      · 受理编号 ${showReceiptNumber(task.number)}
    </p>
    <table class="facts">
      <tr>
        <th scope="row">企业</th>
        <td>${scope.companyName} ${scope.creditCode}</td>
      </tr>
      <tr>
        <th scope="row">证明期间</th>
        <td>${formatDate(scope.period.start)} 至 ${formatDate(scope.period.end)}（按处罚决定日算）</td>
      </tr>
      <tr>
        <th scope="row">核查什么</th>
        <td>${checks ?? ''}</td>
      </tr>
    </table>
  </section>`;
}

const entitiesOf = ({ entities, column }: TaskFile): Html =>
  html`<section>
    <h2>主体</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="主体">
      <table class="stack">
        <tr>
          <th>名称</th>
          <th>统一社会信用代码</th>
          <th>类型</th>
          <th>本部门的答复</th>
        </tr>
        ${entities.map(({ name, creditCode, kind, formerNames }) => {
          const cell = column.cells.find(({ entity }) => entity === creditCode);
          const [, word, tone] = CELLS[cell?.state ?? 'waiting'];
          return html`<tr>
            <th scope="row">
              ${name}${formerNames.length > 0 && html` <span class="muted">曾用名：${formerNames.join('、')}</span>`}
            </th>
            <td class="whole">${creditCode}</td>
            <td class="whole">${ENTITY_KINDS[kind]}</td>
            <td><span class="${tone}">${word}</span></td>
          </tr>`;
        })}
      </table>
    </div>
  </section>`;

function recordsOf({ knownRecords }: TaskFile): Html | false {
  if (knownRecords.length === 0) return false;
  return html`<section>
    <h2>企业自己列的处罚</h2>
    <ul>
      ${knownRecords.map(
        ({ documentNumber, agency, decidedOn, reason, remedied }) =>
          html`<li>
            ${documentNumber} · ${agency} · ${formatDate(decidedOn)} · ${reason} ·
            ${remedied ? '说已整改' : '说未整改'}
          </li>`,
      )}
    </ul>
  </section>`;
}

function questionsOf({ questions, ...task }: TaskFile): Html | false {
  if (questions.length === 0) return false;
  return html`<section>
    <h2>要企业说明的</h2>
    ${questions.map(
      ({ text, askedOn, answer, lapsed }) =>
        html`<p class="v">${formatDate(askedOn)} 问：${text}</p>
          ${
            answer
              ? html`<p class="v">答：${answer.text}</p>
                  ${fileList(answer.files, taskPath(task))}`
              : html`<p class="${lapsed ? 'late' : 'soon'}">${lapsed ? '逾期没有说明' : '还没有答'}</p>`
          }`,
    )}
  </section>`;
}

export function taskBody(visit: Visit, task: TaskFile, fault?: string): Html {
  const forms = taskForms(visit, task);
  const path = taskPath(task);
  return html`${faultBox(fault)} ${headOf(task)}
    <div class="columns">
      <div>
        ${questionsOf(task)} ${entitiesOf(task)} ${recordsOf(task)}
        <section>
          <h2>材料</h2>
          <table>
            ${materialRows(task.materials, path)}
          </table>
          ${
            task.files.length > 0 &&
            html`<h3>本部门上传的</h3>
              ${fileList(task.files, path)}`
          }
        </section>
        ${logList(task.log)}
      </div>
      <section>
        <h2>可以办的</h2>
        ${forms.length > 0 ? forms : html`<p class="muted">现在没有要您办的。</p>`}
      </section>
    </div>`;
}
