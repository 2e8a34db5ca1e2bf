/** What supervisors watch: complaints and bad ratings, 清单之外, and figures of each item. */
import { sql } from 'kysely';
import { RETURN_REASONS } from '@/domain/case/correction';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { mayReadAll } from '../certificate/access';
import { complainedOf, type ComplaintRow } from '../certificate/desk';
import { fromEventRow } from '../cases/event-rows';
import type { Store } from '../cases/store';
import { getItem, guideName } from '../catalogue';
import type { CaseStatesTable } from '../db/schema';
import { handleReport, openReports } from '../outside/reports';
import { auditStaff } from '../staff/accounts';
import { hasRole } from '../staff/access';
import { casePath } from './case-data';
import { casePath as certificatePath } from './certificates/open';
import { form } from './csrf';
import { html, type Html } from './html';
import { NOT_FOUND, page, see, type ConsoleRoute, type Visit } from './route';
import { timeOf } from './words';

const LIMIT = 100;

interface Watched {
  readonly at: number;
  readonly number: string;
  readonly path: string;
  readonly name: string;
  readonly stars: number | null;
}

const ofCase = ({ receipt, item, updated_at, stars }: CaseStatesTable): Watched => ({
  at: updated_at,
  number: receipt,
  path: casePath(receipt),
  name: getItem(item).name,
  stars,
});

const ofCertificate = ({ number, at }: ComplaintRow): Watched => ({
  at,
  number,
  path: certificatePath(number),
  name: '企业上市无违规证明',
  stars: null,
});

const caseRow = ({ at, number, path, name, stars }: Watched): Html =>
  html`<tr>
    <td>${timeOf(at)}</td>
    <td><a href="${path}">${showReceiptNumber(number)}</a></td>
    <td>${name}</td>
    <td>${stars === null ? '' : `${stars} 星`}</td>
  </tr>`;

const caseTable = (title: string, rows: readonly Watched[]): Html =>
  html`<section>
    <h2>${title}</h2>
    ${
      rows.length === 0
        ? html`<p>没有。</p>`
        : html`<div class="scroll">
            <table>
              <tr>
                <th>时间</th>
                <th>受理编号</th>
                <th>事项</th>
                <th>评价</th>
              </tr>
              ${rows.map(caseRow)}
            </table>
          </div>`
    }
  </section>`;

/** Certificates are confidential: of them only who reads whole ones is told. */
async function complaintsPage({ service, staff }: Visit): Promise<Html> {
  const certificates = mayReadAll(staff) ? await complainedOf(service.store, LIMIT) : [];
  const states = service.store.db.selectFrom('case_states').selectAll().orderBy('updated_at').limit(LIMIT);
  const complaints = await states.where('complaint_open', '=', true).execute();
  const bad = await states.where('stars', '<=', 2).execute();
  const open = [...complaints.map(ofCase), ...certificates.map(ofCertificate)].sort((a, b) => a.at - b.at);
  return html`${caseTable('还没有答复的投诉', open)} ${caseTable('差评', bad.map(ofCase))}`;
}

async function reportsPage(visit: Visit): Promise<Html> {
  const reports = await openReports(visit.service.store, LIMIT);
  if (reports.length === 0) return html`<section><p>没有要看的。</p></section>`;
  const mayHandle = hasRole(visit.staff, 'supervisor');
  return html`${reports.map(
    ({ id, guide, version, field, text, on, at }) =>
      html`<section>
        <h2>${guideName(guide)} · ${field}</h2>
        <p class="v">${text}</p>
        <p class="muted">${on} 遇到 · ${timeOf(at)} 收到 · 指南第 ${version} 版</p>
        ${mayHandle && form(visit, `/console/reports/${id}/handled`, html`<button>已转责任部门核实</button>`)}
      </section>`,
  )}`;
}

interface Figures {
  readonly item: string;
  readonly cases: number;
  readonly open: number;
  readonly corrected: number;
  readonly days: number | null;
  readonly stars: number | null;
}

const figuresOf = async ({ db }: Store): Promise<readonly Figures[]> => {
  const { rows } = await sql<Figures>`
    select s.item, count(*)::int as cases,
      count(*) filter (where s.status in ('submitted','correcting','corrected','accepted','reviewing','paused'))::int as open,
      count(distinct a.case_id)::int as corrected,
      avg((d.at - c.created_at) / 86400000.0)::float8 as days,
      avg(s.stars)::float8 as stars
    from case_states s
    join cases c on c.id = s.case_id
    left join case_events d on d.case_id = s.case_id and d.kind = 'decided'
    left join (select distinct case_id from case_events where kind = 'correctionAsked') a on a.case_id = s.case_id
    group by s.item order by cases desc, s.item`.execute(db);
  return rows;
};

/** Of the latest notices; what they say is sealed, so that they are opened one by one. */
async function reasonsOf({ db, keys }: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('case_events')
    .selectAll()
    .where('kind', '=', 'correctionAsked')
    .orderBy('case_id', 'desc')
    .limit(500)
    .execute();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { fact } = fromEventRow(keys, row);
    if (fact.kind !== 'correctionAsked') continue;
    for (const { reason } of fact.items) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

const rounded = (value: number | null): string => (value === null ? '' : value.toFixed(1));

async function itemsPage({ service }: Visit): Promise<Html> {
  const [figures, reasons] = [await figuresOf(service.store), await reasonsOf(service.store)];
  return html`<section>
      <div class="scroll">
        <table>
          <tr>
            <th>事项</th>
            <th>收件</th>
            <th>在办</th>
            <th>补正过</th>
            <th>平均办结（自然日）</th>
            <th>平均评价</th>
          </tr>
          ${figures.map(
            ({ item, cases, open, corrected, days, stars }) =>
              html`<tr>
                <th scope="row">${getItem(item).name}</th>
                <td>${cases}</td>
                <td>${open}</td>
                <td>${corrected}</td>
                <td>${rounded(days)}</td>
                <td>${rounded(stars)}</td>
              </tr>`,
          )}
        </table>
      </div>
    </section>
    <section>
      <h2>补正原因（最近 500 次通知）</h2>
      <table>
        ${Object.entries(RETURN_REASONS).map(
          ([code, text]) =>
            html`<tr>
              <th scope="row">${code} ${text}</th>
              <td>${reasons.get(code) ?? 0}</td>
            </tr>`,
        )}
      </table>
    </section>`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const watchRoutes: readonly ConsoleRoute[] = [
  {
    method: 'GET',
    path: '/console/complaints',
    roles: ['supervisor', 'auditor'],
    run: async (visit) => page('投诉和差评', await complaintsPage(visit)),
  },
  {
    method: 'GET',
    path: '/console/reports',
    roles: ['supervisor', 'auditor'],
    run: async (visit) => page('清单之外', await reportsPage(visit)),
  },
  {
    method: 'POST',
    path: '/console/reports/:id/handled',
    roles: ['supervisor'],
    run: async ({ service, staff, params, at }) => {
      const id = params['id'] ?? '';
      if (!UUID.test(id) || !(await handleReport(service.store, id, staff.id, at))) return NOT_FOUND;
      const by = { id: staff.id, role: 'supervisor' } as const;
      await auditStaff(service.store, by, { action: 'reportHandled', about: { report: id } }, at);
      return see('/console/reports');
    },
  },
  {
    method: 'GET',
    path: '/console/items',
    roles: [],
    run: async (visit) => page('事项统计', await itemsPage(visit)),
  },
];
