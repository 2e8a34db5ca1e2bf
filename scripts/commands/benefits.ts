import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDate } from '@/domain/shared/civil-date';
import { openBenefits, type Answer } from '../lib/benefits-answer';
import { eachLine } from '../lib/lines';
import type { FactError } from '@/domain/benefit/vocabulary';

const USAGE = `用法:npm run -s benefits -- --on YYYY-MM-DD [--input 文件.json](不给 --input 时读标准输入)
      npm run -s benefits -- --lines [--on YYYY-MM-DD](标准输入每行一个 {"on":"YYYY-MM-DD","facts":{…}})`;

interface Options {
  readonly on?: string;
  readonly input?: string;
  readonly lines: boolean;
}

function optionsOf(args: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        on: { type: 'string' },
        input: { type: 'string' },
        lines: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch {
    return undefined;
  }
}

/** File or standard input; `undefined` when it cannot be read. */
function read(input: string | undefined): string | undefined {
  try {
    return readFileSync(input ?? 0, 'utf8');
  } catch {
    return undefined;
  }
}

const errorsText = (errors: readonly FactError[]): string => JSON.stringify({ errors });
const lineText = (answer: Answer): string =>
  answer.ok ? JSON.stringify(answer.value) : errorsText(answer.error);

function refuse(errors: readonly FactError[], hint: string): number {
  console.error(errorsText(errors));
  // Only what a person typed wrong gets a hint: a program reads the JSON alone.
  if (process.stderr.isTTY) console.error(hint);
  return 2;
}

/**
 * `npm run -s benefits -- --on YYYY-MM-DD [--input FACTS.json]`: the 19 policies for one set of facts, as JSON. Exit 0
 * when judged, 2 when the input is wrong (`{"errors":[{path, problem}]}` on stderr). The clock is never read.
 */
export default async function benefits(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options) return refuse([{ path: '', problem: 'unknownPath' }], USAGE);
  const on = options.on === undefined ? undefined : parseDate(options.on);
  if (!on && (options.on !== undefined || !options.lines))
    return refuse([{ path: '--on', problem: 'badDate' }], USAGE);
  const opened = openBenefits();
  if (options.lines) {
    await eachLine((line) => lineText(opened.answerLine(line, on)));
    return 0;
  }
  const text = read(options.input);
  if (text === undefined) return refuse([{ path: '--input', problem: 'badJson' }], USAGE);
  const answer = on ? opened.answer(text, on) : undefined;
  if (!answer?.ok) return refuse(answer?.error ?? [], USAGE);
  console.log(JSON.stringify(answer.value, null, 2));
  return 0;
}
