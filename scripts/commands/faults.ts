import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killUnderLoad, type Toll } from '../../test/faults/kill';
import type { Place } from '../../test/server-support/engines';
import { flag } from '../lib/flags';
import { projectRoot } from '../lib/shell';

/** Each round has a database of its own, is counted, and said: a run that is stopped has shown something. */
const ROUND = 10;

interface Plan {
  readonly kills: number;
  readonly acknowledged: number;
}

const NONE: Toll = { kills: 0, acknowledged: 0, lost: 0, half: 0, doubled: 0 };

const sum = (a: Toll, b: Toll): Toll => ({
  kills: a.kills + b.kills,
  acknowledged: a.acknowledged + b.acknowledged,
  lost: a.lost + b.lost,
  half: a.half + b.half,
  doubled: a.doubled + b.doubled,
});

const say = (engine: string, { kills, acknowledged, lost, half, doubled }: Toll): void =>
  console.log(
    `${engine}: ${kills} kills, ${acknowledged} acknowledged: ${lost} lost, ${half} half, ${doubled} doubled`,
  );

/** On average so many between two kills that the sum is reached. */
const run = (place: Place, { kills, acknowledged }: Plan, count: number): Promise<Toll> =>
  killUnderLoad(place, {
    kills: count,
    random: Math.random,
    longestMs: 50,
    mostAcknowledged: Math.ceil((2 * acknowledged) / kills),
  });

async function rounds(engine: string, plan: Plan, round: (count: number) => Promise<Toll>): Promise<Toll> {
  let toll = NONE;
  while (toll.kills < plan.kills) {
    toll = sum(toll, await round(Math.min(ROUND, plan.kills - toll.kills)));
    say(engine, toll);
  }
  return toll;
}

const nothing = (): Promise<void> => Promise.resolve();

async function onEmbedded(plan: Plan, count: number): Promise<Toll> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  try {
    return await run({ place: { engine: 'embedded', folder }, remove: nothing }, plan, count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(plan: Plan, count: number): Promise<Toll> {
  const guard = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'test/server-support/postgres-guard.ts')],
    { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let toll: Toll | undefined;
  for await (const url of createInterface({ input: guard.stdout })) {
    toll = await run({ place: { engine: 'postgres', url }, remove: nothing }, plan, count);
    guard.stdin.end();
  }
  if (!toll) throw new Error('PostgreSQL did not start');
  return toll;
}

/**
 * `npm run faults [-- --kills 100 --acknowledged 50000]`: kill -9 under load, so many times on each engine, with so much
 * acknowledged in all on each. An hour on a free machine.
 */
export default async function faults(args: string[]): Promise<number> {
  const plan: Plan = {
    kills: Number(flag(args, '--kills') ?? 100),
    acknowledged: Number(flag(args, '--acknowledged') ?? 50_000),
  };
  const postgres = await rounds('postgres', plan, (count) => onPostgres(plan, count));
  const embedded = await rounds('embedded', plan, (count) => onEmbedded(plan, count));
  const { lost, half, doubled } = sum(postgres, embedded);
  return lost + half + doubled === 0 ? 0 : 1;
}
