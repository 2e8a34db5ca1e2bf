/** 演示数据: a population of any size, the same for the same seed; streamed, so that its size is not in memory. */
import type { Store } from '../../cases/store';
import { putSubjects, setRevision } from '../population';
import type { Subject } from '../subject';
import { randomEnterprise } from './enterprises';
import { creditCode, enterpriseName, idNumbers, personName } from './names';
import { randomPerson } from './people';
import { seeded } from './seeded';

export interface Population {
  readonly size: number;
  readonly seed: number;
  /** The day the data is of. */
  readonly asOf: string;
}

const BATCH = 1000;
/** One enterprise for so many people. */
const PEOPLE_PER_ENTERPRISE = 16;

const textIn = (facts: Subject['facts'], key: string): string => {
  const value = facts[key];
  if (typeof value !== 'string') throw new Error(`no ${key}`);
  return value;
};

/** `size` people, and enterprises that some of them stand for. */
export function* subjects({ size, seed }: Pick<Population, 'size' | 'seed'>): Generator<Subject> {
  const random = seeded(seed);
  const nextNumber = idNumbers();
  for (let n = 1; n <= size; n += 1) {
    const facts = randomPerson(random);
    const number = nextNumber(textIn(facts, 'birthDate'));
    yield { audience: 'person', name: personName(random), number, holder: number, facts };
    if (n % PEOPLE_PER_ENTERPRISE !== 0) continue;
    const nth = n / PEOPLE_PER_ENTERPRISE;
    yield {
      audience: 'enterprise',
      name: enterpriseName(random, nth),
      number: creditCode(nth),
      holder: number,
      facts: randomEnterprise(random),
    };
  }
}

/** Returns how many rows were stored. What was there stays, and is brought up to date where it is of the same numbers. */
export async function generate(
  store: Pick<Store, 'db' | 'keys'>,
  population: Population,
  onBatch: (stored: number) => void = () => undefined,
): Promise<number> {
  const { size, seed, asOf } = population;
  let stored = 0;
  let batch: Subject[] = [];
  const flush = async (): Promise<void> => {
    await putSubjects(store, batch, asOf);
    stored += batch.length;
    batch = [];
    onBatch(stored);
  };
  await setRevision(store, 'loading');
  for (const subject of subjects(population)) {
    batch.push(subject);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  await setRevision(store, `demo-${seed}-${size}-${asOf}`);
  return stored;
}
