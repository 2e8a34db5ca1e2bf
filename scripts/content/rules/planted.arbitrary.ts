/** For tests of the rules: the first guide, sound in a small world of its own, and what the rules say of a spoilt copy. */
import { dateOf, type CivilDate } from '@/domain/shared/civil-date';
import type { Guide } from '@/domain/guide/guide';
import { guideSchema } from '../guide-schema';
import { loadCalendar } from '../holiday-compile';
import { loadLibrary, type Library } from '../library';
import { guideRules } from '../lint';
import { loadFile } from '../load';
import type { Fault, RuleContext } from './rule';

const loaded = loadFile('guides/elderly-allowance.yaml', guideSchema);
if (!loaded.value) throw new Error(JSON.stringify(loaded.problems));
export const sound: Guide = loaded.value;

const tables = loadLibrary();
const calendar = loadCalendar();

/** Related guides exist in name, whatever is written of them yet. */
function worldOf(guide: Guide, fileName: string): Library {
  const neighbours = sound.related.map((id): [string, Guide] => [id, { ...sound, id }]);
  return { ...tables, guides: new Map([...neighbours, [fileName, guide]]) };
}

export interface World {
  readonly fileName: string;
  readonly today: CivilDate;
  readonly formIds: ReadonlySet<string>;
}

/** Faults of one guide by the whole set of rules, as `rule id path`; warnings end in `!`. */
export function faultsOf(guide: Guide, world: Partial<World> = {}): string[] {
  const {
    fileName = sound.id,
    today = dateOf('2026-11-24'),
    formIds = new Set([sound.id, 'other-form']),
  } = world;
  const context: RuleContext = {
    library: worldOf(guide, fileName),
    onlineIds: new Set([sound.id]),
    policyIds: new Set(sound.policies),
    formIds,
    calendar,
    today,
  };
  const line = (rule: string, { path, level }: Fault): string =>
    `${rule} ${path}${level === 'warning' ? '!' : ''}`;
  return guideRules.flatMap(({ id, check }) => check(guide, context).map((fault) => line(id, fault)));
}
