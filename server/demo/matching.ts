/** 演示数据: a small population and two lists under way, so that the console and the person's page have something to show. */
import { addDays, formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import { personFor } from '../identity/people';
import { appendToList } from '../matching/append';
import { enrol } from '../matching/enrol';
import { knowHolder } from '../matching/holders';
import { putSubjects, setRevision } from '../matching/population';
import { generate } from '../matching/sample/generate';
import { finishAll } from '../matching/run';
import { policies } from '../matching/rules';
import { findRun, openRuns } from '../matching/runs';
import type { Subject } from '../matching/subject';
import { endNotices } from '../matching/sweep';
import { DEMO_PEOPLE, findDemoPerson, recordOf } from './people';

const DAY_MS = 86_400_000;
const SIZE = 160;

/** Lists that have come as far as the notice: one asks the person, the other pays by itself. */
const UNDER_WAY = ['child-rearing-subsidy', 'elderly-allowance'];

const FACTS: Readonly<Record<string, Subject['facts']>> = {
  zhang: { birthDate: '1926-11-23', hukou: 'jinpu' },
  li: {
    birthDate: '1990-01-07',
    hukou: 'jinpu',
    children: [
      {
        birthDate: '2025-03-08',
        hukou: 'jinpu',
        chineseNational: true,
        lawfulBirth: true,
        claimedYears: [2025],
      },
    ],
  },
};

const subjectOf = (id: string, facts: Subject['facts']): readonly Subject[] => {
  const person = findDemoPerson(id);
  if (!person) return [];
  const { name, idNo } = person;
  return [{ audience: 'person', name, number: idNo, holder: idNo, facts }];
};

const dayOf = (at: number): string => formatDate(shanghaiMoment(at).date);

export async function seedMatching(store: Store, now: number): Promise<void> {
  const matchedAt = now - 9 * DAY_MS;
  const on = dayOf(matchedAt);
  await generate(store, { size: SIZE, seed: 1, asOf: on });
  const own = Object.entries(FACTS).flatMap(([id, facts]) => subjectOf(id, facts));
  await putSubjects(store, own, on);
  await setRevision(store, `demo-${on}`);
  for (const person of DEMO_PEOPLE)
    await knowHolder(store, await personFor(store, recordOf(person), matchedAt), matchedAt);
  const actor = { role: 'reviewer', id: 'demo' } as const;
  const runs = await openRuns(store, { policies: policies.map(({ id }) => id), on, actor }, matchedAt);
  if (!runs.ok) throw new Error(runs.error);
  await finishAll(store, () => matchedAt);
  const until = formatDate(addDays(shanghaiMoment(matchedAt).date, 7));
  for (const { id, policy } of runs.value) {
    const run = UNDER_WAY.includes(policy) ? await findRun(store, id) : undefined;
    if (!run) continue;
    await enrol(store, run, matchedAt);
    const noticed = { actor, fact: { kind: 'noticed', until } as const };
    await appendToList(store, policy, 'matched', () => noticed, matchedAt + DAY_MS);
  }
  await endNotices(store, now - DAY_MS);
}
