import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDate } from '@/domain/shared/civil-date';
import { openStore } from '../../server/cases/open-store';
import { nameOf, placeFrom } from '../../server/db/open';
import { openingLine } from '../../server/db/opening-line';
import { VERDICT_NAMES } from '../../server/matching/counts';
import { policies } from '../../server/matching/rules';
import { BATCH, finishAll } from '../../server/matching/run';
import { findRun, openRuns, type Run } from '../../server/matching/runs';
import { projectRoot } from '../lib/shell';
import type { Store } from '../../server/cases/store';

const USAGE = 'npm run match -- --policy ID|all --on YYYY-MM-DD [--batch 2000] [--data FOLDER]';

interface Options {
  readonly policies: readonly string[];
  readonly on: string;
  readonly batch: number;
  readonly data: string;
}

/** By id or number: `elderly-allowance`, `P01`, `all`. */
const chosen = (text: string | undefined): readonly string[] =>
  policies.filter(({ id, number }) => text === 'all' || text === id || text === number).map(({ id }) => id);

function optionsOf(args: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        policy: { type: 'string' },
        on: { type: 'string' },
        batch: { type: 'string', default: String(BATCH) },
        data: { type: 'string', default: process.env['DATA_DIR'] || join(projectRoot, '.data') },
      },
    });
    const { on, data } = values;
    const [ids, batch] = [chosen(values.policy), Number(values.batch)];
    if (ids.length === 0 || on === undefined || !parseDate(on)) return undefined;
    return Number.isSafeInteger(batch) && batch > 0 ? { policies: ids, on, batch, data } : undefined;
  } catch {
    return undefined;
  }
}

function line({ policy, counts, added, removed, previous }: Run): string {
  const number = policies.find(({ id }) => id === policy)?.number ?? '';
  const { eligible, notYet, unknown, ineligible, suspended } = counts.verdicts;
  const figures = [eligible, notYet, unknown, ineligible, suspended].map((n) => String(n).padStart(9));
  const change = previous === null ? '' : `  +${added ?? 0} -${removed ?? 0}`;
  return `${number}${figures.join('')}  ${policy}${change}`;
}

function missingLines({ policy, counts }: Run): readonly string[] {
  return Object.entries(counts.missing)
    .sort(([, a], [, b]) => b - a)
    .map(([path, n]) => `${String(n).padStart(12)}  ${policy}  ${path}`);
}

async function report(store: Store, runs: readonly Run[]): Promise<void> {
  const done = (await Promise.all(runs.map(({ id }) => findRun(store, id)))).flatMap((run) => run ?? []);
  console.log(`编号  ${Object.values(VERDICT_NAMES).join('  ')}`);
  for (const run of done) console.log(line(run));
  const missing = done.flatMap(missingLines);
  if (missing.length > 0) console.log(`缺的数据\n${missing.join('\n')}`);
}

/**
 * `npm run match -- --policy ID|all --on DATE`: judges the population by the rules of the phone and stores who is on the
 * list. Stopped at any moment, the same command goes on; done, it reports the same once more.
 */
export default async function match(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const opened = await openStore(process.env, options.data, Date.now());
  if (!opened.ok) {
    console.error(openingLine(nameOf(placeFrom(process.env, options.data)), opened.error));
    return 2;
  }
  const { store, database } = opened.value;
  const [started, cpu] = [Date.now(), process.cpuUsage()];
  let most = 0;
  const runs = await openRuns(store, { ...options, actor: { role: 'system', id: 'command' } }, started);
  if (runs.ok) {
    await finishAll(store, Date.now, options.batch, () => {
      most = Math.max(most, process.memoryUsage().rss);
    });
    await report(store, runs.value);
    const { user, system } = process.cpuUsage(cpu);
    const seconds = [Date.now() - started, (user + system) / 1000].map((ms) => (ms / 1000).toFixed(1));
    console.log(`${seconds[0]} s, ${seconds[1]} s of this process, at most ${Math.round(most / 2 ** 20)} MB`);
  } else console.error(runs.error);
  await database.close();
  return runs.ok ? 0 : 2;
}
