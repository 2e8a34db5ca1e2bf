/** The department's word: for all entities at once where there is nothing, else entity by entity. */
import type { Cell } from '@/domain/certificate/board';
import type { Phrase } from '@/domain/certificate/reference';
import { formatDate } from '@/domain/shared/civil-date';
import type { TaskFile } from '../../certificate/desk-types';
import { reference } from '../../certificate/rules';
import { form, fileForm } from '../csrf';
import { html, type Html } from '../html';
import { fieldOf, type Visit } from '../route';
import { taskPath } from './open';
import { ASSESSMENTS, CELLS } from './words';

export const ROWS = 3;
const ROWS_MAX = 20;

/** A page without a script has as many rows as its address says. */
export const rowsIn = ({ query }: Visit): number => {
  const rows = Number(fieldOf(query, 'rows'));
  return Number.isInteger(rows) && rows > ROWS && rows <= ROWS_MAX ? rows : ROWS;
};

const CLASSES = [
  ['A', 'A 无记录'],
  ['B', 'B 有记录，不影响出证'],
  ['C', 'C 部门意见书（要上传）'],
] as const;

const textOf = ({ text }: Phrase): string =>
  text.replace('{entity}', '该主体').replace('{start}', '期初').replace('{end}', '期末');

const phraseOptions = (kinds: readonly Phrase['class'][]): readonly Html[] =>
  CLASSES.filter(([kind]) => kinds.includes(kind)).map(
    ([kind, label]) =>
      html`<optgroup label="${label}">
        ${reference.phrases
          .filter((phrase) => phrase.class === kind)
          .map((phrase) => html`<option value="${phrase.id}">${textOf(phrase)}</option>`)}
      </optgroup>`,
  );

const hidden = ({ version }: TaskFile): Html =>
  html`<input type="hidden" name="version" value="${version}" />`;

/** The usual case in two taps. */
function noneAtAll(visit: Visit, task: TaskFile, count: number): Html {
  return form(
    visit,
    `${taskPath(task)}/none`,
    html`${hidden(task)}
      <label for="phrase">用语</label>
      <select id="phrase" name="phrase">
        ${phraseOptions(['A'])}
      </select>
      <p><button class="main">${count} 个主体都无记录</button></p>`,
  );
}

const recordRow = (code: string, at: number, { period }: TaskFile['scope']): Html => {
  const name = (key: string): string => `${key}:${code}:${at}`;
  const limits = html`min="${formatDate(period.start)}" max="${formatDate(period.end)}"`;
  return html`<fieldset>
    <legend>第 ${at + 1} 份决定书</legend>
    <label>文号 <input name="${name('document')}" maxlength="80" /></label>
    <label>作出机关 <input name="${name('agency')}" maxlength="80" /></label>
    <label>决定日（须在证明期间内） <input type="date" name="${name('decided')}" ${limits} /></label>
    <label>行为发生日（只作参考） <input type="date" name="${name('happened')}" /></label>
    <label>金额（元，可不填） <input name="${name('amount')}" inputmode="decimal" size="12" /></label>
  </fieldset>`;
};

function entityFields(task: TaskFile, { entity, state }: Cell, rows: number): Html {
  const name = task.scope.entities.find(({ creditCode }) => creditCode === entity)?.name ?? entity;
  return html`<details class="entity">
    <summary>${name} <span class="muted">${entity} · ${CELLS[state][1]}</span></summary>
    <label
      >用语
      <select name="phrase:${entity}">
        <option value="">这次不答复这个主体</option>
        ${phraseOptions(['A', 'B', 'C'])}
      </select></label
    >
    <label
      >定性（用 C 类用语时选，其余由用语决定）
      <select name="assessment:${entity}">
        <option value="">由用语决定</option>
        ${Object.entries(ASSESSMENTS).map(([id, label]) => html`<option value="${id}">${label}</option>`)}
      </select></label
    >
    <details>
      <summary>决定书（有记录时至少填一份）</summary>
      ${Array.from({ length: rows }, (_, at) => recordRow(entity, at, task.scope))}
      ${rows < ROWS_MAX && html`<p><a href="${taskPath(task)}?rows=${ROWS_MAX}">要填更多份（最多 20 份；已填的会清空）</a></p>`}
    </details>
  </details>`;
}

function oneByOne(visit: Visit, task: TaskFile, inside: readonly Cell[]): Html {
  const rows = rowsIn(visit);
  return fileForm(
    visit,
    `${taskPath(task)}/found`,
    html`${hidden(task)}<input type="hidden" name="rows" value="${rows}" />
      ${inside.map((cell) => entityFields(task, cell, rows))}
      <label for="opinion">部门意见书（C 类用语必须有；PDF、JPG 或 PNG）</label>
      <input id="opinion" type="file" name="file" accept=".pdf,.jpg,.jpeg,.png" />
      <p><button class="main">记下选了用语的主体</button></p>`,
  );
}

export function findingForms(visit: Visit, task: TaskFile): readonly Html[] {
  const inside = task.column.cells.filter(({ state }) => state !== 'outside');
  return [
    html`<details open>
      <summary>全部无记录</summary>
      ${noneAtAll(visit, task, inside.length)}
    </details>`,
    html`<details ${rowsIn(visit) > ROWS && html`open`}>
      <summary>逐个主体答复（有记录时用这个）</summary>
      ${oneByOne(visit, task, inside)}
    </details>`,
  ];
}
