/** Those of a policy in one state, and what one of them needs: an objection answered, a failed account noted. */
import { allowedActions } from '@/domain/matching/actions';
import { OBJECTION_OUTCOMES, type EntitlementFact, type ObjectionOutcome } from '@/domain/matching/event';
import {
  ENTITLEMENT_STATUSES,
  ENTITLEMENT_STATUS_NAMES,
  type EntitlementStatus,
  type EntitlementView,
} from '@/domain/matching/state';
import { append } from '../../matching/append';
import { FIRST_ID, pageOf, viewAt, type StoredEntitlement } from '../../matching/entitlements';
import { namesOf } from '../../matching/lists';
import { hasRole } from '../../staff/access';
import { form } from '../csrf';
import { html, type Html } from '../html';
import { fieldOf, NOT_FOUND, page, see, type Fields, type Shown, type Visit } from '../route';
import { openEntitlement, openRun, runPath, type OpenRun } from './open';
import { yuan } from './words';

const PAGE = 50;

const OUTCOME_NAMES: Readonly<Record<ObjectionOutcome, string>> = {
  kept: '维持',
  corrected: '改正金额，或恢复',
  removed: '不在名单上，停发',
};

const note = (id: string): Html =>
  html`<label for="note-${id}">理由（本人会看到）</label>
    <input id="note-${id}" name="note" maxlength="500" required />`;

const version = (view: EntitlementView): Html =>
  html`<input type="hidden" name="version" value="${view.version}" />`;

function forms(
  visit: Visit,
  { row }: StoredEntitlement,
  view: EntitlementView,
  run: OpenRun,
): readonly Html[] {
  const own = allowedActions(view, 'reviewer');
  const send = (action: string, button: string, more: Html): Html =>
    form(
      visit,
      `/console/entitlements/${row.id}/${action}`,
      html`${version(view)}<input type="hidden" name="run" value="${run.run.id}" />${more}
        <button>${button}</button>`,
    );
  return [
    own.includes('objectionAnswered')
      ? send(
          'objectionAnswered',
          '答复异议',
          html`<label for="outcome-${row.id}">结果</label>
            <select id="outcome-${row.id}" name="outcome">
              ${OBJECTION_OUTCOMES.map((id) => html`<option value="${id}">${OUTCOME_NAMES[id]}</option>`)}
            </select>
            <label for="yuan-${row.id}">改正后的金额（元）</label>
            <input id="yuan-${row.id}" name="yuan" inputmode="decimal" size="8" />${note(row.id)}`,
        )
      : html``,
    own.includes('accountFailed') ? send('accountFailed', '账户收不到钱', note(row.id)) : html``,
  ];
}

async function listBody(visit: Visit, open: OpenRun, status: EntitlementStatus): Promise<Html> {
  const { store } = visit.service;
  const after = fieldOf(visit.query, 'after');
  const page = await pageOf(store, open.policy.id, status, {
    after: /^[0-9a-f-]{36}$/.test(after) ? after : FIRST_ID,
    limit: PAGE + 1,
  });
  const shown = page.slice(0, PAGE);
  const people = await namesOf(
    store,
    shown.map(({ row }) => row.person),
  );
  const nameOf = new Map(people.map(({ person, name, number }) => [person, `${name} ${number}`]));
  const last = shown.at(-1);
  const mayAct = hasRole(visit.staff, 'reviewer');
  if (!last) return html`<section><p>没有。</p></section>`;
  return html`<section>
    ${shown.map((stored) => {
      const view = viewAt(stored, visit.at);
      return html`<div class="preview">
        <p><strong>${nameOf.get(stored.row.person)}</strong> ${yuan(view.cents)}</p>
        ${view.objection !== undefined && html`<p class="v">异议：${view.objection}</p>`}
        ${mayAct && forms(visit, stored, view, open)}
      </div>`;
    })}
    ${
      page.length > PAGE &&
      html`<p>
        <a href="${runPath(open.run, 'entitlements')}?status=${status}&amp;after=${last.row.id}">后面的</a>
      </p>`
    }
  </section>`;
}

export async function entitlementList(visit: Visit): Promise<Shown> {
  const open = await openRun(visit);
  const asked = fieldOf(visit.query, 'status');
  const status = ENTITLEMENT_STATUSES.find((known) => known === asked) ?? 'disputed';
  if (!open) return NOT_FOUND;
  return page(
    `${open.policy.name}：${ENTITLEMENT_STATUS_NAMES[status]}`,
    await listBody(visit, open, status),
  );
}

/** Yuan as typed, in cents. */
function centsIn(text: string): number | undefined {
  const [, yuans = '', cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  return yuans === '' ? undefined : Number(yuans) * 100 + Number(cents.padEnd(2, '0'));
}

function factFrom(action: string, fields: Fields): EntitlementFact | undefined {
  const text = fieldOf(fields, 'note');
  switch (action) {
    case 'accountFailed':
      return { kind: 'accountFailed', note: text };
    case 'objectionAnswered': {
      const asked = fieldOf(fields, 'outcome');
      const outcome = OBJECTION_OUTCOMES.find((known) => known === asked);
      const cents = centsIn(fieldOf(fields, 'yuan'));
      return (
        outcome && {
          kind: 'objectionAnswered',
          outcome,
          note: text,
          ...(cents === undefined ? {} : { cents }),
        }
      );
    }
    default:
      return undefined;
  }
}

export async function actOnEntitlement(visit: Visit): Promise<Shown> {
  const stored = await openEntitlement(visit);
  const fact = factFrom(visit.params['action'] ?? '', visit.fields);
  if (!stored || !fact) return NOT_FOUND;
  const done = await append(
    visit.service.store,
    {
      id: stored.row.id,
      actor: { role: 'reviewer', id: visit.staff.id },
      fact,
      expected: Number(fieldOf(visit.fields, 'version')),
    },
    visit.at,
  );
  if (done.ok) return see(`/console/matching/${stored.row.run}/entitlements?status=${done.value.row.status}`);
  return {
    kind: 'page',
    title: '没有办成',
    body: html`<p role="alert">
        ${done.error === 'stale' ? '刚被别人动过，请回去再看。' : '没有填完，或现在的状态不能这样办。'}
      </p>
      <p><a href="/console/matching/${stored.row.run}">回到名单</a></p>`,
    status: done.error === 'stale' ? 409 : 422,
  };
}
