/** What else a department may do with its task. */
import type { ColumnAction } from '@/domain/certificate/actions';
import type { TaskFile } from '../../certificate/desk-types';
import { reference } from '../../certificate/rules';
import { fileForm, form } from '../csrf';
import { html, type Html } from '../html';
import type { Visit } from '../route';
import { findingForms } from './finding-form';
import { taskPath } from './open';

export const noteField = (name: string, label: string): Html =>
  html`<label for="${name}">${label}</label
    ><textarea id="${name}" name="${name}" maxlength="500" required></textarea>`;

const isOffline = ({ department }: TaskFile): boolean =>
  reference.departments.some(({ id, offline }) => id === department && offline);

export function taskForms(visit: Visit, task: TaskFile): readonly Html[] {
  const may = (action: ColumnAction): boolean => task.allowed.includes(action);
  const version = html`<input type="hidden" name="version" value="${task.version}" />`;
  const one = (action: string, summary: string, fields: Html, button: string): Html =>
    html`<details>
      <summary>${summary}</summary>
      ${form(visit, `${taskPath(task)}/${action}`, html`${version}${fields}`, html`<p><button>${button}</button></p>`)}
    </details>`;
  return [
    ...(may('found') ? findingForms(visit, task) : []),
    ...(may('taken')
      ? [
          form(
            visit,
            `${taskPath(task)}/taken`,
            html`${version}<button>开始审查（企业会看到“审查中”）</button>`,
          ),
        ]
      : []),
    ...(may('asked')
      ? [
          one(
            'asked',
            '要企业说明',
            html`<p class="muted">发出后本部门和全件都停止计时，直到企业答复。</p>
              ${noteField('text', '要说明什么（原样发给企业）')}`,
            '先看企业会收到什么',
          ),
        ]
      : []),
    ...(may('externalReplied')
      ? [
          html`<details open>
            <summary>外部已回复，上传扫描件</summary>
            ${fileForm(
              visit,
              `${taskPath(task)}/externalReplied`,
              html`${version}<label for="scan">回复的扫描件（PDF、JPG 或 PNG）</label>
                <input id="scan" type="file" name="file" accept=".pdf,.jpg,.jpeg,.png" required />
                <p><button class="main">上传，恢复计时</button></p>`,
            )}
          </details>`,
        ]
      : []),
    ...(may('externalWait') && isOffline(task)
      ? [
          one(
            'externalWait',
            '等外部回复',
            html`<p class="muted">线下查询时用；全件停止计时，理由企业看得到。</p>
              ${noteField('reason', '理由')}`,
            '标为等外部回复',
          ),
        ]
      : []),
    ...(may('recused')
      ? [one('recused', '不属本部门', noteField('reason', '理由（由牵头部门改派或裁定）'), '退给牵头部门')]
      : []),
  ];
}
