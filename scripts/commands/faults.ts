import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../lib/shell';
import { killUnderLoad, type Toll } from '../../test/faults/kill';
import type { Place } from '../../test/server-support/engines';

const KILLS = 100;
const LONGEST_MS = 2500;

const nothing = (): Promise<void> => Promise.resolve();

async function run(engine: string, place: Place, kills: number): Promise<number> {
  const toll: Toll = await killUnderLoad(place, { kills, random: Math.random, longestMs: LONGEST_MS });
  console.log(
    `${engine}: ${toll.kills} kills, ${toll.acknowledged} acknowledged: ` +
      `${toll.lost} lost, ${toll.half} half, ${toll.doubled} doubled`,
  );
  return toll.lost + toll.half + toll.doubled;
}

/** `npm run faults [-- KILLS]`: kill -9 under load, so many times on each engine (100). Minutes to an hour. */
export default async function faults([text = String(KILLS)]: string[]): Promise<number> {
  const kills = Number(text);
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  let wrong = await run('embedded', { place: { engine: 'embedded', folder }, remove: nothing }, kills);
  const guard = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'test/server-support/postgres-guard.ts')],
    { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  for await (const url of createInterface({ input: guard.stdout })) {
    wrong += await run('postgres', { place: { engine: 'postgres', url }, remove: nothing }, kills);
    guard.stdin.end();
  }
  return wrong === 0 ? 0 : 1;
}
