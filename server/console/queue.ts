/** The queues: by department and stage, what is due first comes first. */
import { sql } from 'kysely';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { parseDate, type CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { queue, type QueueAfter } from '../cases/read';
import type { Stage } from '../cases/project';
import type { Store } from '../cases/store';
import { departmentName, departments, getItem } from '../catalogue';
import type { CaseTasksTable } from '../db/schema';
import { departmentsOf } from '../staff/access';
import { casePath } from './case-data';
import { html, type Html } from './html';
import { fieldOf, FORBIDDEN, page, type ConsoleRoute, type Visit } from './route';
import { dueIn } from './words';

const PAGE = 50;

const STAGES: Readonly<Record<Stage, string>> = {
  receive: '待受理',
  review: '待审查',
  decide: '待办结',
  deliver: '待送达',
  wait: '等别人',
  closed: '已结束',
};

const NEVER = '9999-12-31';

/** Where the office has to do something. */
const BUSY: readonly Stage[] = ['receive', 'review', 'decide', 'deliver'];

const isStage = (text: string): text is Stage => Object.hasOwn(STAGES, text);

function dueCell({ calendar }: Store, day: string, today: CivilDate): Html {
  const due = day === NEVER ? undefined : parseDate(day);
  if (!due) return html`<span class="muted">没有期限</span>`;
  const { text, tone } = dueIn(calendar, due, today);
  return html`${day} <span class="${tone}">${text}</span>`;
}

const row = (store: Store, task: CaseTasksTable, today: CivilDate): Html =>
  html`<tr>
    <td>${dueCell(store, task.queue_day, today)}</td>
    <td><a href="${casePath(task.receipt)}">${showReceiptNumber(task.receipt)}</a></td>
    <td>${getItem(task.item).name}</td>
    <td>${task.opinion === 'pass' ? '已提：通过' : task.opinion === 'fail' ? '已提：不通过' : ''}</td>
  </tr>`;

const linkOf = (department: string, stage: Stage): string =>
  `/console?${new URLSearchParams({ department, stage }).toString()}`;

interface Count {
  readonly department: string;
  readonly stage: Stage;
  readonly n: number;
}

/** Above it a number tells no more than "many", and counting a long queue at each look takes longer than showing it. */
const COUNTED = 100;

/** What departments of the person have in hand, up to {@link COUNTED} each. */
async function countsOf({ db }: Store, own: readonly string[]): Promise<readonly Count[]> {
  if (own.length === 0) return [];
  const { rows } = await sql<{ department: string; stage: string; n: number }>`
    select department, stage, n
    from unnest(${[...own]}::text[]) as department
    cross join unnest(${[...BUSY]}::text[]) as stage
    cross join lateral (
      select count(*)::int as n from (
        select 1 from case_tasks as t
        where t.department = department.department and t.stage = stage.stage limit ${sql.lit(COUNTED)}
      ) as capped
    ) as counted
    where n > 0
    order by department`.execute(db);
  return rows.flatMap(({ department, stage, n }) => (isStage(stage) ? [{ department, stage, n }] : []));
}

const afterIn = ({ query }: Pick<Visit, 'query'>): QueueAfter | undefined => {
  const [queueDay = '', caseId = ''] = fieldOf(query, 'after').split(' ');
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(queueDay) && /^[0-9a-f-]{36}$/.test(caseId);
  return isWhole ? { queueDay, caseId } : undefined;
};

interface Chosen {
  readonly department: string;
  readonly stage: Stage;
}

/** With a plus where more were not counted. */
function sumOf(counts: readonly Count[], matches: (count: Count) => boolean): string {
  const counted = counts.filter(matches);
  const sum = counted.reduce((all, { n }) => all + Math.min(n, COUNTED - 1), 0);
  return `${sum}${counted.some(({ n }) => n === COUNTED) ? '+' : ''}`;
}

function tabs({ department, stage }: Chosen, counts: readonly Count[]): Html {
  const mark = (is: boolean) => is && html`aria-current="page"`;
  const names = [...new Set([...counts.map((count) => count.department), department])];
  return html`<ul class="tabs" aria-label="部门">
      ${names.map(
        (id) =>
          html`<li>
            <a href="/console?department=${id}" ${mark(id === department)}
              >${departmentName(id)} ${sumOf(counts, (count) => count.department === id)}</a
            >
          </li>`,
      )}
    </ul>
    <ul class="tabs" aria-label="环节">
      ${Object.keys(STAGES)
        .filter(isStage)
        .map((id) => {
          const n = sumOf(counts, (count) => count.department === department && count.stage === id);
          return html`<li>
            <a href="${linkOf(department, id)}" ${mark(id === stage)}
              >${STAGES[id]} ${BUSY.includes(id) && n}</a
            >
          </li>`;
        })}
    </ul>`;
}

async function listOf({ service, at, query }: Visit, chosen: Chosen): Promise<Html> {
  const { store } = service;
  const after = afterIn({ query });
  const rows = await queue(store, chosen, { limit: PAGE + 1, ...(after ? { after } : {}) });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const today = shanghaiMoment(at).date;
  if (shown.length === 0) return html`<section><p>这里没有办件。</p></section>`;
  return html`<section>
    <div class="scroll">
      <table>
        <tr>
          <th>期限</th>
          <th>受理编号</th>
          <th>事项</th>
          <th>意见</th>
        </tr>
        ${shown.map((task) => row(store, task, today))}
      </table>
    </div>
    ${
      last &&
      rows.length > PAGE &&
      html`<p>
        <a
          href="${linkOf(chosen.department, chosen.stage)}&amp;after=${encodeURIComponent(
            `${last.queue_day} ${last.case_id}`,
          )}"
          >后面的</a
        >
      </p>`
    }
  </section>`;
}

export const queueRoute: ConsoleRoute = {
  method: 'GET',
  path: '/console',
  roles: [],
  run: async (visit) => {
    const own = departmentsOf(
      visit.staff,
      departments.map(({ id }) => id),
    );
    const counts = await countsOf(visit.service.store, own);
    const asked = fieldOf(visit.query, 'department');
    const department = asked === '' ? (counts[0]?.department ?? own[0]) : asked;
    if (department === undefined || !own.includes(department)) return FORBIDDEN;
    const wanted = fieldOf(visit.query, 'stage');
    const busy = BUSY.find((stage) =>
      counts.some((one) => one.department === department && one.stage === stage),
    );
    const stage: Stage = isStage(wanted) ? wanted : (busy ?? 'receive');
    const chosen = { department, stage };
    return page('办件队列', html`${tabs(chosen, counts)} ${await listOf(visit, chosen)}`);
  },
};
