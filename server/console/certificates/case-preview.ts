/** What an action on a case sends out, shown before it is done. */
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { certificateText } from '../../certificate/messages';
import type { CaseFile, DeskAction } from '../../certificate/desk-types';
import { html, type Html } from '../html';
import { page, type Shown, type Visit } from '../route';
import { CASE_ACTIONS, decisionButton, outcomeText, type CaseAction } from './case-forms';
import { confirmBody } from './confirm';
import { casePath } from './open';
import { REVOCATIONS } from './words';

function detailOf(visit: Visit, file: CaseFile, action: DeskAction): Html | undefined {
  switch (action.kind) {
    case 'correctionAsked':
      return html`<ol>
        ${action.items.map((item) => html`<li>${item}</li>`)}
      </ol>`;
    case 'decided':
      return html`${outcomeText(file)}
        <p class="v">${action.reason}</p>
        <p class="muted">
          出具日期 ${formatDate(shanghaiMoment(visit.at).date)}；中介只收到结论，不含明细。
        </p>`;
    case 'extended':
      return html`<p class="v">延长 ${action.days} 天：${action.reason}</p>`;
    case 'revoked':
      return html`<p>${REVOCATIONS[action.reason]}</p>
        <p class="muted">核验页立即显示“已撤销”，并告知中介。</p>`;
    case 'complaintAnswered':
      return html`<p class="v">${action.text}</p>`;
    case 'rejected':
    case 'replaced':
      return html`<p class="v">${action.reason}</p>`;
    default:
      return undefined;
  }
}

export function casePreview(visit: Visit, file: CaseFile, kind: CaseAction, action: DeskAction): Shown {
  const message = certificateText(kind, file.number);
  const path = casePath(file.number);
  return page(
    `${CASE_ACTIONS[kind]}：请核对`,
    confirmBody(visit, {
      action: `${path}/${kind}`,
      back: path,
      intro: '企业在手机上会看到下面的话，理由在办件里。办了不能收回。',
      shown: html`<p><strong>${message?.title}</strong></p>
        <p class="v">${message?.body}</p>
        ${detailOf(visit, file, action)}`,
      button: kind === 'decided' ? decisionButton(file) : CASE_ACTIONS[kind],
      stop: kind === 'revoked' || kind === 'rejected',
    }),
  );
}
