/** Kills a process that stores cases under load, at random moments, and counts what became of each case. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { verify } from '../../scripts/audit-verify/verify';
import { rebuild } from '../../server/cases/rebuild';
import { submit } from '../../server/cases/submit';
import { keysFromEnvironment } from '../../server/crypto/key-source';
import { openDatabase } from '../../server/db/open';
import { NOON, storeOver, submission } from '../server-support/cases';
import { Child } from '../server-support/child';
import type { Place } from '../server-support/engines';
import { trailOf } from '../server-support/trail';

export interface Toll {
  kills: number;
  acknowledged: number;
  /** Acknowledged, and not there any more. */
  lost: number;
  /** Rows of a case that do not belong together: event, answers, audit, projection. */
  half: number;
  /** Two cases for one key, after all that was not acknowledged was sent again. */
  doubled: number;
}

const OWNER = '00000000-0000-7000-8000-000000000001';
const secret = (): string => randomBytes(32).toString('base64');

interface Said {
  readonly sent: Set<string>;
  readonly acknowledged: Map<string, string>;
  readonly steps: Map<string, number>;
}

function hear({ sent, acknowledged, steps }: Said, line: string): void {
  const [verb, first = '', second = ''] = line.split(' ');
  if (verb === 'send') sent.add(first);
  if (verb === 'ack') acknowledged.set(first, second);
  if (verb === 'step') steps.set(first, Number(second));
}

const toldIn = ({ acknowledged, steps }: Said): number => acknowledged.size + steps.size;

/** What is heard after the kill was on its way already: it counts. */
async function killOnce(
  place: Place,
  env: Record<string, string>,
  said: Said,
  { afterAcknowledged, afterMs }: { readonly afterAcknowledged: number; readonly afterMs: number },
): Promise<void> {
  const child = new Child('submit-child.ts', [JSON.stringify(place.place)], env);
  await child.line();
  const enough = toldIn(said) + afterAcknowledged;
  let killed: Promise<void> | undefined;
  const killSoon = (): void => void (killed ??= wait(afterMs).then(() => child.kill()));
  if (afterAcknowledged === 0) killSoon();
  for (let line = await child.line(); line !== ''; line = await child.line()) {
    hear(said, line);
    if (toldIn(said) >= enough) killSoon();
  }
  await killed;
}

async function count(place: Place, env: Record<string, string>, said: Said, toll: Toll): Promise<void> {
  const opened = await openDatabase(place.place, NOON);
  const keys = keysFromEnvironment(env);
  if (!opened.ok || !keys?.ok) throw new Error('cannot open again');
  const { db, close } = opened.value;
  const store = storeOver(opened.value, keys.value);
  // The phone sends again whatever was not acknowledged.
  for (const key of said.sent)
    if (!said.acknowledged.has(key)) await submit(store, submission({ owner: OWNER, key }), NOON);
  const stored = new Map(
    (await db.selectFrom('cases').select(['id', 'version']).execute()).map(({ id, version }) => [
      id,
      version,
    ]),
  );
  for (const caseId of said.acknowledged.values()) if (!stored.has(caseId)) toll.lost += 1;
  for (const [caseId, version] of said.steps) if ((stored.get(caseId) ?? 0) < version) toll.lost += 1;
  toll.doubled += stored.size - said.sent.size;
  toll.acknowledged = toldIn(said);
  const { differences } = await rebuild(store, { write: false });
  toll.half += differences.length + verify(await trailOf(db)).length;
  await close();
}

export interface Run {
  readonly kills: number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The longest life of a process, in ms after it is ready and has acknowledged what it has to. */
  readonly longestMs: number;
  /** How much a process acknowledges at most before its time begins: on a slow machine it else dies having done nothing. */
  readonly mostAcknowledged?: number;
}

export async function killUnderLoad(place: Place, run: Run): Promise<Toll> {
  const { kills, random, longestMs, mostAcknowledged = 0 } = run;
  const env = { APP_KEYS: `k1:sm4-cbc-hmac-sm3:${secret()}`, APP_INDEX_KEY: secret() };
  const said: Said = { sent: new Set(), acknowledged: new Map(), steps: new Map() };
  const toll: Toll = { kills: 0, acknowledged: 0, lost: 0, half: 0, doubled: 0 };
  for (; toll.kills < kills; toll.kills++)
    await killOnce(place, env, said, {
      afterAcknowledged: Math.floor(random() * mostAcknowledged),
      afterMs: random() * longestMs,
    });
  await count(place, env, said, toll);
  return toll;
}
