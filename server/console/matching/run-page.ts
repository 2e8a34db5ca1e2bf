/** One list: figures, what changed since the one before, which data was missing, and what may be done with it now. */
import { ENTITLEMENT_STATUSES, ENTITLEMENT_STATUS_NAMES, PATHS } from '@/domain/matching/state';
import { departmentName } from '../../catalogue';
import { VERDICT_NAMES, judged } from '../../matching/counts';
import { peopleOnlyIn } from '../../matching/difference';
import { namesOf, statusCounts, type NamedEntry, type Why } from '../../matching/lists';
import type { Run } from '../../matching/runs';
import { hasRole } from '../../staff/access';
import { form } from '../csrf';
import { html, type Html } from '../html';
import type { Visit } from '../route';
import { runPath, type OpenRun } from './open';
import { LETTER_NAMES, factName, yuan } from './words';

const SHOWN = 50;

const figures = ({ run, policy }: OpenRun): Html => {
  const { counts } = run;
  return html`<section>
    <p>${policy.summary}</p>
    <table>
      <tr>
        <th scope="row">按哪一天</th>
        <td>${run.on}</td>
      </tr>
      <tr>
        <th scope="row">看了</th>
        <td>${judged(counts)} 个</td>
      </tr>
      ${(['eligible', 'notYet', 'unknown', 'ineligible', 'suspended'] as const).map(
        (verdict) =>
          html`<tr>
            <th scope="row">${VERDICT_NAMES[verdict]}</th>
            <td>${counts.verdicts[verdict]}</td>
          </tr>`,
      )}
      <tr>
        <th scope="row">金额合计（已公布标准的）</th>
        <td>${yuan(counts.cents)}</td>
      </tr>
    </table>
    ${run.status === 'running' && html`<p>正在比对，刷新看进展。</p>`}
    <p><a href="${runPath(run, 'list')}">公示名单（已隐去姓名和号码）</a></p>
  </section>`;
};

const names = (title: string, entries: readonly NamedEntry[], all: number): Html =>
  html`<h3>${title} ${all}</h3>
    ${
      entries.length === 0
        ? html`<p class="muted">没有。</p>`
        : html`<ul>
            ${entries.map(({ name, number }) => html`<li>${name} ${number}</li>`)}
          </ul>`
    }
    ${all > entries.length && html`<p class="muted">只列前 ${entries.length} 个。</p>`}`;

async function difference({ service }: Visit, { previous, id, added, removed }: Run): Promise<Html> {
  if (previous === null)
    return html`<section>
      <h2>比上一次</h2>
      <p>这是第一次。</p>
    </section>`;
  const { store } = service;
  const came = await namesOf(store, await peopleOnlyIn(store, id, previous, SHOWN));
  const went = await namesOf(store, await peopleOnlyIn(store, previous, id, SHOWN));
  return html`<section>
    <h2>比<a href="${runPath({ id: previous })}">上一次</a></h2>
    ${names('新增', came, added ?? 0)} ${names('减少', went, removed ?? 0)}
  </section>`;
}

function sources({ run, policy }: OpenRun): Html {
  const missing = Object.entries(run.counts.missing).sort(([, a], [, b]) => b - a);
  return html`<section>
    <h2>缺的数据</h2>
    ${
      missing.length === 0
        ? html`<p>没有因为缺数据而判不了的。</p>`
        : html`<p>下面的数据没有送到，这些人判不了，不算不符合。</p>
            <table>
              ${missing.map(
                ([path, n]) =>
                  html`<tr>
                    <th scope="row">${factName(path)} <span class="muted">${path}</span></th>
                    <td>${n} 个</td>
                  </tr>`,
              )}
            </table>`
    }
    <p class="muted">
      名单的数据来自：${policy.sources
        .map(({ name, department }) => `${name}（${departmentName(department)}）`)
        .join('、')}
    </p>
  </section>`;
}

const MOST = 200;

/** What is sent to whom is said before it is done. */
function steps(visit: Visit, { run, policy }: OpenRun, counts: ReadonlyMap<string, number>): Html {
  const n = (status: string): number => counts.get(status) ?? 0;
  const send = (step: string, text: Html, button: string): Html =>
    form(
      visit,
      runPath(run, step),
      html`<p>${text}</p>
        <p><button>${button}</button></p>`,
    );
  const day = (id: string, label: string): Html =>
    html`<label for="${id}">${label}</label> <input id="${id}" name="day" type="date" required />`;
  return html`${send(
    'enrol',
    html`新符合的列为“已匹配”；这次判为不符合的停发，并在消息里告诉本人原因和怎样提异议。数据不全的不停发。`,
    '按这份名单更新',
  )}
  ${
    n('matched') > 0 &&
    PATHS[policy.mode].includes('notice') &&
    send(
      'noticed',
      html`公示 ${n('matched')}
      个，姓名和号码已隐去。${day('until', '公示到（含）')}${
        policy.mode === 'C' && '公示结束后请本人在手机上确认意愿和账户。'
      }`,
      '开始公示',
    )
  }
  ${
    n('matched') > 0 &&
    policy.mode === 'D' &&
    send('deducted', html`${n('matched')} 个已在缴费时直接少收。${day('deducted', '哪一天')}`, '登记减免')
  }
  ${
    n('paying') + n('paid') > 0 &&
    send(
      'paid',
      html`登记拨付：拨付中的 ${n('paying')}
      个。金额还没有公布的不会登记。本人会收到“已拨付”的消息。${day('paid', '哪一天拨付')}`,
      '登记拨付',
    )
  }`;
}

async function progress(visit: Visit, open: OpenRun): Promise<Html> {
  const counts = await statusCounts(visit.service.store, open.policy.id);
  const shown = ENTITLEMENT_STATUSES.filter((status) => counts.has(status));
  return html`<section>
    <h2>兑现</h2>
    ${
      shown.length === 0
        ? html`<p>还没有人列入。</p>`
        : html`<table>
            ${shown.map(
              (status) =>
                html`<tr>
                  <th scope="row">
                    <a href="${runPath(open.run, 'entitlements')}?status=${status}"
                      >${ENTITLEMENT_STATUS_NAMES[status]}</a
                    >
                  </th>
                  <td>${counts.get(status)} 个</td>
                </tr>`,
            )}
          </table>`
    }
    ${open.run.status === 'done' && hasRole(visit.staff, 'reviewer') && steps(visit, open, counts)}
  </section>`;
}

const reasonsOf = ({ entry, verdict, cents, reasons, missing, isChanged }: Why): Html =>
  html`<p>
      <strong>${entry.name} ${entry.number}</strong>：${verdictName(verdict)}${
        verdict === 'eligible' && html`，${yuan(cents)}`
      }
    </p>
    ${isChanged && html`<p class="soon">数据或规则在这次比对之后有变化，再比对一次结果可能不同。</p>`}
    <table>
      ${reasons.map(({ text, clause, letter, row }) => {
        const { text: state, tone } = LETTER_NAMES[letter];
        return html`<tr>
          <th scope="row">${row !== undefined && `第 ${row + 1} 个：`}${text}</th>
          <td class="${tone}">${state}</td>
          <td class="muted">${clause}</td>
        </tr>`;
      })}
    </table>
    ${missing.length > 0 && html`<p>没有送到的数据：${missing.map(factName).join('；')}</p>`}`;

const verdictName = (verdict: string): string =>
  Object.entries(VERDICT_NAMES).find(([known]) => known === verdict)?.[1] ?? verdict;

/** The number is posted, so that it is in no address and no log. */
const whyForm = (visit: Visit, run: Run, answer: Html | undefined): Html =>
  html`<section>
    <h2>查一个人为什么在或不在</h2>
    ${form(
      visit,
      runPath(run, 'why'),
      html`<p>
          <label for="who">身份证号或统一社会信用代码</label>
          <input id="who" name="who" autocomplete="off" maxlength="${MOST}" required />
        </p>
        <p><button>查</button></p>`,
    )}
    ${answer}
  </section>`;

export async function runBody(
  visit: Visit,
  open: OpenRun,
  { fault, answer }: { readonly fault?: string; readonly answer?: Why | string } = {},
): Promise<Html> {
  const said = typeof answer === 'string' ? html`<p role="alert">${answer}</p>` : answer && reasonsOf(answer);
  return html`${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
  ${answer !== undefined && whyForm(visit, open.run, said)} ${figures(open)} ${await progress(visit, open)}
  ${await difference(visit, open.run)} ${sources(open)}
  ${answer === undefined && whyForm(visit, open.run, undefined)}`;
}
