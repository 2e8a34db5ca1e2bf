/** What goes out, before it goes: the words, to whom, and the same fields once more. */
import { form } from '../csrf';
import { html, type Html, type Part } from '../html';
import type { Visit } from '../route';

const carried = ({ fields }: Visit): readonly Html[] =>
  [...fields]
    .filter(([name]) => name !== 'csrf' && name !== 'step')
    .flatMap(([name, values]) =>
      values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
    );

export interface Preview {
  /** Where the form goes, and where one goes back to. */
  readonly action: string;
  readonly back: string;
  readonly intro: string;
  readonly shown: Part;
  readonly button: string;
  readonly stop?: boolean;
}

export const confirmBody = (
  visit: Visit,
  { action, back, intro, shown, button, stop = false }: Preview,
): Html =>
  html`<section>
    <p>${intro}</p>
    <div class="preview">${shown}</div>
    ${form(
      visit,
      action,
      html`${carried(visit)}<input type="hidden" name="step" value="send" />
        <p>
          <button class="${stop ? 'stop' : 'main'}">${button}</button>
          <a href="${back}">不办，回去</a>
        </p>`,
    )}
  </section>`;
