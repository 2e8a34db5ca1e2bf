/** All policies of the department with their latest list, and the form that makes a new one. */
import { formatDate, parseDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Policy } from '@/domain/benefit/policy';
import { judged } from '../../matching/counts';
import { latestRuns } from '../../matching/lists';
import { openRuns, type Run, type RunFault } from '../../matching/runs';
import { hasRole } from '../../staff/access';
import { form } from '../csrf';
import { html, type Html } from '../html';
import { fieldOf, see, type Shown, type Visit } from '../route';
import { looked, ownPolicies, runPath } from './open';

const stateOf = (run: Run): string =>
  run.status === 'running' ? `正在比对，已看 ${judged(run.counts)} 个` : '已完成';

const changes = ({ added, removed }: Run): string =>
  added === null ? '没有上一次' : `新增 ${added}，减少 ${removed ?? 0}`;

const row = (policy: Policy, run: Run | undefined): Html =>
  html`<tr>
    <th scope="row">${policy.number} ${policy.name}</th>
    ${
      run
        ? html`<td><a href="${runPath(run)}">${run.on}</a></td>
            <td>${stateOf(run)}</td>
            <td>${run.counts.verdicts.eligible}</td>
            <td>${run.counts.verdicts.unknown}</td>
            <td>${run.status === 'done' && changes(run)}</td>`
        : html`<td colspan="5" class="muted">还没有比对过</td>`
    }
  </tr>`;

const newRun = (visit: Visit, own: readonly Policy[]): Html =>
  form(
    visit,
    '/console/matching/runs',
    html`<p>
        <label for="policy">政策</label>
        <select id="policy" name="policy">
          <option value="all">全部 ${own.length} 项</option>
          ${own.map(({ id, number, name }) => html`<option value="${id}">${number} ${name}</option>`)}
        </select>
      </p>
      <p>
        <label for="on">按哪一天的规则和年龄</label>
        <input id="on" name="on" type="date" value="${formatDate(shanghaiMoment(visit.at).date)}" required />
      </p>
      <p><button class="main">开始比对</button></p>
      <p class="muted">
        同一天、同一批数据、同样的规则，再比对一次是同一份名单。服务器重新启动后从停下的地方接着比。
      </p>`,
  );

export async function overviewPage(visit: Visit, fault?: string, status: 200 | 422 = 200): Promise<Shown> {
  const own = ownPolicies(visit);
  const runs = await latestRuns(visit.service.store);
  const mayRun = hasRole(visit.staff, 'reviewer', 'supervisor');
  const body = html`${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
    <section>
      <div class="scroll">
        <table>
          <tr>
            <th>政策</th>
            <th>最近一次</th>
            <th>进展</th>
            <th>符合</th>
            <th>数据不全</th>
            <th>比上一次</th>
          </tr>
          ${own.map((policy) => row(policy, runs.get(policy.id)))}
        </table>
      </div>
    </section>
    ${
      mayRun &&
      own.length > 0 &&
      html`<section>
        <h2>新的比对</h2>
        ${newRun(visit, own)}
      </section>`
    }`;
  return { kind: 'page', title: '免申即享名单', body, status };
}

const FAULTS: Readonly<Record<RunFault, string>> = {
  noPopulation: '还没有人口数据。请先导入，演示可以用 npm run population 生成。',
  populationLoading: '人口数据正在导入，导完再比对。',
};

export async function startRuns(visit: Visit): Promise<Shown> {
  const { service, staff, fields, at } = visit;
  const on = parseDate(fieldOf(fields, 'on'));
  const asked = fieldOf(fields, 'policy');
  const chosen = ownPolicies(visit)
    .map(({ id }) => id)
    .filter((id) => asked === 'all' || id === asked);
  if (!on || chosen.length === 0) return overviewPage(visit, '请选政策和日期。', 422);
  const day = formatDate(on);
  const runs = await openRuns(
    service.store,
    { policies: chosen, on: day, actor: { role: 'reviewer', id: staff.id } },
    at,
  );
  if (!runs.ok) return overviewPage(visit, FAULTS[runs.error], 422);
  await looked(visit, 'matchAsked', { on: day, policy: asked });
  const [only] = runs.value;
  return see(only && runs.value.length === 1 ? runPath(only) : '/console/matching');
}
