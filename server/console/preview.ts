/** What the person will be told, before it is sent. */
import type { CaseFact } from '@/domain/case/event';
import { RETURN_REASONS, type CorrectionItem } from '@/domain/case/correction';
import { casePath, linesOf, type CaseFile } from './case-data';
import { form } from './csrf';
import { html, type Html } from './html';
import type { Visit } from './route';
import { messageFor } from '../outbox/messages';

function targetName(visit: Visit, file: CaseFile, { target }: CorrectionItem): string {
  if (target.kind === 'material')
    return file.item.form.materials.find(({ id }) => id === target.id)?.name ?? target.id;
  const line = linesOf(file, file.latest, visit.service.store).find(({ path }) => path === target.path);
  return line?.labels.join(' · ') ?? target.path;
}

const itemsOf = (visit: Visit, file: CaseFile, items: readonly CorrectionItem[]): Html =>
  html`<ol>
    ${items.map(
      (item) =>
        html`<li>
          <strong>${targetName(visit, file, item)}</strong>：${RETURN_REASONS[item.reason]}
          <span class="v">${item.note}</span>
        </li>`,
    )}
  </ol>`;

/** The same fields once more: nothing is kept between the two pages. */
const carried = ({ fields }: Visit): readonly Html[] =>
  [...fields]
    .filter(([name]) => name !== 'csrf' && name !== 'step')
    .flatMap(([name, values]) =>
      values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
    );

export function previewBody(visit: Visit, file: CaseFile, fact: CaseFact): Html {
  const { receipt } = file.stored.row;
  const message = messageFor(fact, { item: file.item.name, receipt });
  return html`<section>
    <p>下面是申请人在手机上会看到的。发出后不能撤回。</p>
    <div class="preview">
      <p><strong>${message.title}</strong></p>
      <p class="v">${message.body}</p>
      ${fact.kind === 'correctionAsked' && itemsOf(visit, file, fact.items)}
      ${
        (fact.kind === 'notAccepted' || fact.kind === 'decided') &&
        html`<p class="v">${fact.basis && `依据：${fact.basis}\n`}${fact.note}</p>`
      }
    </div>
    ${form(
      visit,
      `${casePath(receipt)}/${fact.kind}`,
      html`${carried(visit)}<input type="hidden" name="step" value="send" />
        <p><button class="main">发给申请人</button> <a href="${casePath(receipt)}">不发，回到办件</a></p>`,
    )}
  </section>`;
}
