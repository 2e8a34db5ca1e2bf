/** Open cases for whoever leads, receives or watches: what is due first comes first. */
import type { MainState } from '@/domain/certificate/actions';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { coordinatorBoard } from '../../certificate/desk';
import type { BoardRow } from '../../certificate/desk-types';
import { mayReadAll } from '../../certificate/access';
import { reference } from '../../certificate/rules';
import { html, type Html } from '../html';
import { FORBIDDEN, page, type Shown, type Visit } from '../route';
import { casePath, dueText } from './open';
import { mainText } from './words';
import { afterIn, nextLink } from './task-queue';

const PAGE = 50;

/** The milestone that a case works towards. */
const MILESTONE_OF: Readonly<Partial<Record<MainState, string>>> = {
  accepted: 'departments',
  jointReview: 'departments',
  clarifying: 'departments',
  aggregating: 'aggregation',
  deciding: 'signature',
  issued: 'issue',
  partiallyIssued: 'issue',
};

function milestone({ main }: BoardRow): string {
  const next = reference.parameters.milestones.find(({ id }) => id === MILESTONE_OF[main]);
  return next ? `第 ${next.day} 天：${next.name}` : '';
}

const flag = (count: number, text: string, tone: string): Html | false =>
  count > 0 && html`<span class="${tone}">${text} ${count}</span> `;

const row = (visit: Visit, one: BoardRow): Html =>
  html`<tr>
    <td class="whole">${dueText(visit, one.due)}</td>
    <td class="whole"><a href="${casePath(one.number)}">${showReceiptNumber(one.number)}</a></td>
    <td>${one.companyName}</td>
    <td>${mainText(one.main)}${one.paused && html` <span class="soon">不计时</span>`}</td>
    <td>${milestone(one)}</td>
    <td class="whole">
      <progress max="${one.departments}" value="${one.returned}" aria-label="已答复的部门"></progress>
      ${one.returned}/${one.departments}
    </td>
    <td>
      ${flag(one.escalated, '要督办', 'late')}${flag(one.overdue, '超期', 'late')}${flag(one.toAnswer, '等企业说明', 'soon')}
    </td>
  </tr>`;

export async function boardPage(visit: Visit): Promise<Shown> {
  if (!mayReadAll(visit.staff)) return FORBIDDEN;
  const { cases, next } = await coordinatorBoard(visit.service.store, { ...afterIn(visit), limit: PAGE });
  const body =
    cases.length === 0
      ? html`<section><p>现在没有在办的。</p></section>`
      : html`<section>
          <div class="scroll" tabindex="0" role="region" aria-label="在办的上市证明">
            <table class="stack">
              <tr>
                <th>期限</th>
                <th>受理编号</th>
                <th>企业</th>
                <th>状态</th>
                <th>下一节点</th>
                <th>部门答复</th>
                <th>要留意</th>
              </tr>
              ${cases.map((one) => row(visit, one))}
            </table>
          </div>
          ${nextLink('/console/certificates', next)}
        </section>`;
  return page('企业上市无违规证明', body);
}
