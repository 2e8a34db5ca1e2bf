/** What the coordinator does with one department's column. */
import { COLUMN_ACTIONS, type ColumnAction } from '@/domain/certificate/actions';
import type { Column } from '@/domain/certificate/board';
import { departmentName } from '../../catalogue';
import type { CaseFile } from '../../certificate/desk-types';
import { reference } from '../../certificate/rules';
import { fileForm, form } from '../csrf';
import { html, type Html } from '../html';
import type { Visit } from '../route';
import { casePath } from './open';

/** Ids are told apart by column: a page has one of each. */
const noteFor = (id: string, label: string): Html =>
  html`<label for="${id}">${label}</label
    ><textarea id="${id}" name="reason" maxlength="500" required></textarea>`;

const others = ({ holder }: Column): readonly Html[] =>
  reference.departments
    .filter(({ id }) => id !== holder)
    .map(({ id }) => html`<option value="${id}">${departmentName(id)}</option>`);

function fieldsOf(action: ColumnAction, column: Column): Html | undefined {
  const { department } = column;
  switch (action) {
    case 'urged':
      return html`<p><button class="small">催办（已催 ${column.urged} 次）</button></p>`;
    case 'reassigned':
      return html`<label for="to-${department}">改派给</label
        ><select id="to-${department}" name="to">
          ${others(column)}
        </select>
        <p><button>改派</button></p>`;
    case 'ruled':
      return html`<label class="tick"
          ><input type="radio" name="ruling" value="keeps" required />仍由这个部门承办</label
        >
        <label class="tick"
          ><input type="radio" name="ruling" value="excluded" required />证明里写明不含</label
        >
        ${noteFor(`ruled-${department}`, '裁定理由')}
        <p><button>裁定</button></p>`;
    case 'externalWait':
      return html`${noteFor(`wait-${department}`, '等外部回复的理由（全件停止计时）')}
        <p><button>标为等外部回复</button></p>`;
    case 'externalReplied':
      return html`<label for="scan-${department}">回复的扫描件</label
        ><input id="scan-${department}" type="file" name="file" accept=".pdf,.jpg,.jpeg,.png" required />
        <p><button>上传，恢复计时</button></p>`;
    case 'reopened':
      return html`${noteFor(`reopen-${department}`, '重新审查的理由（如文书撤销）')}
        <p><button class="stop">清掉答复，重新审查</button></p>`;
    default:
      return undefined;
  }
}

const ACTIONS: readonly ColumnAction[] = [
  'urged',
  'reassigned',
  'ruled',
  'externalReplied',
  'externalWait',
  'reopened',
];

export function columnForms(visit: Visit, file: CaseFile, column: Column): Html | false {
  const { number, version, allowed } = file;
  const forms = ACTIONS.filter(
    (action) => allowed.includes(action) && COLUMN_ACTIONS[action].includes(column.state),
  ).flatMap((action) => {
    const fields = fieldsOf(action, column);
    const make = action === 'externalReplied' ? fileForm : form;
    return fields
      ? [
          make(
            visit,
            `${casePath(number)}/${action}`,
            html`<input type="hidden" name="version" value="${version}" /><input
                type="hidden"
                name="department"
                value="${column.department}"
              />${fields}`,
          ),
        ]
      : [];
  });
  return (
    forms.length > 0 &&
    html`<details class="acts">
      <summary>办理<span class="away">：${departmentName(column.department)}</span></summary>
      ${forms}
    </details>`
  );
}
