import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { formatDate, parseDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { openStore } from '../../server/cases/open-store';
import { nameOf, placeFrom } from '../../server/db/open';
import { openingLine } from '../../server/db/opening-line';
import { generate } from '../../server/matching/sample/generate';
import { modeFrom } from '../../server/mode';
import { projectRoot } from '../lib/shell';
import { checkStamp } from '../../server/stamp';

const USAGE = 'npm run population -- --size N --seed S [--on YYYY-MM-DD] [--data FOLDER]';
const SAID_EVERY = 100_000;

interface Options {
  readonly size: number;
  readonly seed: number;
  readonly on: string;
  readonly data: string;
}

function optionsOf(args: string[], today: string): Options | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        size: { type: 'string' },
        seed: { type: 'string', default: '1' },
        on: { type: 'string', default: today },
        data: { type: 'string', default: process.env['DATA_DIR'] || join(projectRoot, '.data') },
      },
    });
    const [size, seed] = [Number(values.size), Number(values.seed)];
    if (!Number.isSafeInteger(size) || size < 1 || !Number.isSafeInteger(seed) || !parseDate(values.on))
      return undefined;
    return { size, seed, on: values.on, data: values.data };
  } catch {
    return undefined;
  }
}

/**
 * `npm run population -- --size N --seed S`: 演示数据, people and enterprises who do not exist, the same for the same seed.
 * Refused in production and on a production database: made-up people beside real ones would be on real lists.
 */
export default async function population(args: string[]): Promise<number> {
  const options = optionsOf(args, formatDate(shanghaiMoment(Date.now()).date));
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const mode = modeFrom(process.env);
  if (!mode.ok || mode.value !== 'demo') {
    console.error(mode.ok ? 'Production takes no made-up people.' : mode.error);
    return 2;
  }
  const opened = await openStore(process.env, options.data, Date.now());
  if (!opened.ok) {
    console.error(openingLine(nameOf(placeFrom(process.env, options.data)), opened.error));
    return 2;
  }
  const { store, database } = opened.value;
  const stamp = await checkStamp(store, 'demo');
  if (!stamp.ok) {
    await database.close();
    console.error(stamp.error);
    return 2;
  }
  const [started, cpu] = [Date.now(), process.cpuUsage()];
  const { size, seed, on: asOf } = options;
  const stored = await generate(store, { size, seed, asOf }, (count) => {
    if (count % SAID_EVERY === 0) console.error(`${count}`);
  });
  await database.close();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = [Date.now() - started, (user + system) / 1000].map((ms) => (ms / 1000).toFixed(1));
  console.log(
    `${stored} rows for ${size} people, seed ${seed}: ${seconds[0]} s, ${seconds[1]} s of this process`,
  );
  return 0;
}
