import type { Calendar } from '@/domain/calendar/calendar';
import type { Guide } from '@/domain/guide/guide';
import type { CivilDate } from '@/domain/shared/civil-date';
import type { Library } from '../library';
import type { Problem } from '../load';

/** What rules over guides may look at beside the guide itself. */
export interface RuleContext {
  readonly library: Library;
  readonly onlineIds: ReadonlySet<string>;
  readonly policyIds: ReadonlySet<string>;
  readonly formIds: ReadonlySet<string>;
  readonly calendar: Calendar;
  /** Overdue reviews are judged on this day. */
  readonly today: CivilDate;
}

export interface Fault {
  readonly path: string;
  readonly message: string;
  readonly level?: 'warning';
}

/** One rule of the guide lint; its number is the one in docs/content.md. */
export interface Rule {
  readonly id: string;
  readonly check: (guide: Guide, context: RuleContext) => readonly Fault[];
}

export const when = (broken: boolean, path: string, message: string): readonly Fault[] =>
  broken ? [{ path, message }] : [];

export function runRules(rules: readonly Rule[], context: RuleContext): Problem[] {
  const problems: Problem[] = [];
  for (const [name, guide] of context.library.guides) {
    for (const rule of rules) {
      for (const { path, message, level = 'error' } of rule.check(guide, context)) {
        problems.push({ rule: rule.id, level, file: `guides/${name}.yaml`, path, message });
      }
    }
  }
  return problems;
}
