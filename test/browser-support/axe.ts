import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { isRecord, list, text } from '../weapp/host/values';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about the frame around the page, which the mini-program does not own. */
const FRAME_RULES = [
  'region',
  'landmark-one-main',
  'page-has-heading-one',
  'meta-viewport',
  'scrollable-region-focusable',
];

/** Passes are not told: collecting them takes longer than the checks. Nothing here has media or frames to preload. */
const QUICK = { resultTypes: ['violations'], preload: false };

const ALL_RULES = { rules: Object.fromEntries(FRAME_RULES.map((rule) => [rule, { enabled: false }])) };

/** Violations of axe-core in the page, one line each: rule, how grave, where. `only` runs these rules alone. */
export async function axeViolations(page: Page, only?: readonly string[]): Promise<readonly string[]> {
  const known: unknown = await page.evaluate('typeof axe');
  if (known === 'undefined') await page.evaluate(source);
  const options = { ...QUICK, ...(only === undefined ? ALL_RULES : { runOnly: only }) };
  const result: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  const violations = isRecord(result) ? list(result['violations']).filter(isRecord) : [];
  return violations.flatMap((violation) =>
    list(violation['nodes'])
      .filter(isRecord)
      .map(
        (node) =>
          `${text(violation['id'])} (${text(violation['impact'])}) ${text(node['html']).slice(0, 160)}`,
      ),
  );
}

/** Controls smaller than a finger: anything with a role that is tapped, below `least` px in height or width. */
export async function smallTargets(
  page: Page,
  least: number,
  within = '#screen',
): Promise<readonly string[]> {
  return page.evaluate(
    ([size, root]) => {
      const selector =
        '[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=switch],button,input,textarea,switch';
      return Array.from(document.querySelectorAll<HTMLElement>(`${root} :is(${selector})`))
        .filter((element) => element.offsetParent !== null)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < size - 0.5 || box.width < size - 0.5))
        .map(
          ({ element, box }) =>
            `${Math.round(box.width)}x${Math.round(box.height)} <${element.localName} class="${element.className}"> ${element.innerText.slice(0, 20)}`,
        );
    },
    [least, within] as const,
  );
}
