/** The whole grid of entities and departments: the phone shows a row at a time, here it is seen at once. */
import type { CellState } from '@/domain/certificate/board';
import { departmentName } from '../../catalogue';
import type { CaseFile } from '../../certificate/desk-types';
import { html, type Html } from '../html';
import { casePath } from './open';
import { CELLS } from './words';

const SHOWN: readonly CellState[] = ['noRecord', 'cleared', 'blocked', 'withheld', 'waiting', 'outside'];

const cell = (state: CellState): Html => {
  const [mark, word, tone] = CELLS[state];
  return html`<td class="${tone}" title="${word}">${mark}</td>`;
};

export function matrixBody({ number, state: { board, scope } }: CaseFile): Html {
  return html`<section>
    <p><a href="${casePath(number)}">回到办件</a></p>
    <p class="legend">
      ${SHOWN.map((state) => {
        const [mark, word, tone] = CELLS[state];
        return html`<span><strong class="${tone}">${mark}</strong> ${word}</span> `;
      })}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="主体与部门对照">
      <table class="grid">
        <tr>
          <th scope="col">主体</th>
          ${board.map(({ department }) => html`<th scope="col"><span>${departmentName(department)}</span></th>`)}
        </tr>
        ${scope.entities.map(
          ({ creditCode, name }) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${board.map(({ cells }) => cell(cells.find(({ entity }) => entity === creditCode)?.state ?? 'waiting'))}
            </tr>`,
        )}
      </table>
    </div>
  </section>`;
}
