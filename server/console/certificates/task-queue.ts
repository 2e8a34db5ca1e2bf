/** Certificate tasks of the departments that the person reviews for: what is due first comes first. */
import { COLUMN_STATES } from '@/domain/certificate/actions';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { departmentName } from '../../catalogue';
import { reviewedBy } from '../../certificate/access';
import type { TaskRow } from '../../certificate/desk-types';
import { taskQueue } from '../../certificate/task';
import { html, type Html } from '../html';
import { fieldOf, page, type Shown, type Visit } from '../route';
import { dueText, taskPath } from './open';
import { COLUMN_TONES } from './words';

const PAGE = 50;

const row = (visit: Visit, task: TaskRow, withDepartment: boolean): Html =>
  html`<tr>
    <td class="whole">${dueText(visit, task.due)}</td>
    <td class="whole"><a href="${taskPath(task)}">${showReceiptNumber(task.number)}</a></td>
    <td>${task.companyName}</td>
    ${withDepartment && html`<td>${departmentName(task.department)}</td>`}
    <td>
      <span class="${COLUMN_TONES[task.state]}">${COLUMN_STATES[task.state]}</span>
      ${task.reminded > 0 && html`<span class="late">已催 ${task.reminded} 次</span>`}
    </td>
  </tr>`;

export const nextLink = (path: string, next: string | undefined): Html | false =>
  next !== undefined && html`<p><a href="${path}?after=${encodeURIComponent(next)}">后面的</a></p>`;

export const afterIn = ({ query }: Visit): { readonly after?: string } => {
  const after = fieldOf(query, 'after');
  return after === '' ? {} : { after };
};

export async function taskQueuePage(visit: Visit): Promise<Shown> {
  const own = reviewedBy(visit.staff);
  const { tasks, next } = await taskQueue(visit.service.store, own, { ...afterIn(visit), limit: PAGE });
  const many = own.length > 1;
  const body =
    tasks.length === 0
      ? html`<section><p>现在没有要本部门核查的。</p></section>`
      : html`<section>
          <div class="scroll" tabindex="0" role="region" aria-label="要核查的">
            <table class="stack">
              <tr>
                <th>本部门期限</th>
                <th>受理编号</th>
                <th>企业</th>
                ${many && html`<th>部门</th>`}
                <th>状态</th>
              </tr>
              ${tasks.map((task) => row(visit, task, many))}
            </table>
          </div>
          ${nextLink('/console/certificate-tasks', next)}
        </section>`;
  return page('上市证明核查', body);
}
