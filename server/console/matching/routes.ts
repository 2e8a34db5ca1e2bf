import { publicList, why, type WhyFault } from '../../matching/lists';
import { html } from '../html';
import { fieldOf, NOT_FOUND, page, type ConsoleRoute, type Shown, type Visit } from '../route';
import { actOnEntitlement, entitlementList } from './entitlement-list';
import { looked, openRun, runPath } from './open';
import { overviewPage, startRuns } from './overview';
import { runBody } from './run-page';
import { doStep } from './whole-list';
import { yuan } from './words';

const PAGE = 100;

async function listPage(visit: Visit): Promise<Shown> {
  const open = await openRun(visit);
  if (!open) return NOT_FOUND;
  const { run, policy } = open;
  const after = Number(fieldOf(visit.query, 'after'));
  const entries = await publicList(visit.service.store, run.id, {
    after: Number.isSafeInteger(after) ? after : 0,
    limit: PAGE + 1,
  });
  const shown = entries.slice(0, PAGE);
  const last = shown.at(-1);
  await looked(visit, 'listLooked', { run: run.id });
  return page(
    `${policy.name}公示名单`,
    html`<section>
      <p>按 ${run.on} 的数据，符合 ${run.counts.verdicts.eligible} 个。有异议请向责任部门提出。</p>
      <div class="scroll">
        <table>
          <tr>
            <th>姓名或名称</th>
            <th>号码</th>
            <th>金额</th>
          </tr>
          ${shown.map(
            ({ name, number, cents }) =>
              html`<tr>
                <td>${name}</td>
                <td>${number}</td>
                <td>${yuan(cents)}</td>
              </tr>`,
          )}
        </table>
      </div>
      ${
        last &&
        entries.length > PAGE &&
        html`<p><a href="${runPath(run, 'list')}?after=${last.person}">后面的</a></p>`
      }
    </section>`,
  );
}

const WHY_FAULTS: Readonly<Record<WhyFault, string>> = {
  noSuchNumber: '人口数据里没有这个号码：多半是数据没有送到，请核对号码，或按应享未享登记。',
  notJudged: '这次比对没有看到这个号码：它不属于这项政策的对象，或是比对之后才导入的。',
};

async function whyPage(visit: Visit): Promise<Shown> {
  const open = await openRun(visit);
  if (!open) return NOT_FOUND;
  const number = fieldOf(visit.fields, 'who').trim().slice(0, 40);
  const found = await why(visit.service.store, open.run, number);
  await looked(visit, 'whyLooked', { run: open.run.id });
  return page(
    open.policy.name,
    await runBody(visit, open, { answer: typeof found === 'string' ? WHY_FAULTS[found] : found }),
  );
}

const READERS = ['reviewer', 'supervisor', 'auditor'] as const;

export const matchingRoutes: readonly ConsoleRoute[] = [
  { method: 'GET', path: '/console/matching', roles: READERS, run: (visit) => overviewPage(visit) },
  { method: 'POST', path: '/console/matching/runs', roles: ['reviewer', 'supervisor'], run: startRuns },
  {
    method: 'GET',
    path: '/console/matching/:id',
    roles: READERS,
    run: async (visit) => {
      const open = await openRun(visit);
      return open ? page(open.policy.name, await runBody(visit, open)) : NOT_FOUND;
    },
  },
  { method: 'GET', path: '/console/matching/:id/list', roles: READERS, run: listPage },
  { method: 'GET', path: '/console/matching/:id/entitlements', roles: READERS, run: entitlementList },
  { method: 'POST', path: '/console/matching/:id/why', roles: READERS, run: whyPage },
  { method: 'POST', path: '/console/matching/:id/:step', roles: ['reviewer'], run: doStep },
  { method: 'POST', path: '/console/entitlements/:id/:action', roles: ['reviewer'], run: actOnEntitlement },
];
