import { entriesIn, isRecord, stringsIn } from './persisted';

/** What a person said and ticked for one guide: situation → option, and materials at hand. */
export interface ChecklistState {
  readonly answers: Readonly<Record<string, string>>;
  readonly ticked: readonly string[];
}

export type Checklists = Readonly<Record<string, ChecklistState>>;

export const NOTHING_TICKED: ChecklistState = { answers: {}, ticked: [] };

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const parseChecklists = (stored: unknown): Checklists =>
  entriesIn(stored, (item) =>
    isRecord(item)
      ? { answers: entriesIn(item['answers'], text), ticked: stringsIn(item['ticked']) }
      : undefined,
  );

export const checklistOf = (all: Checklists, guide: string): ChecklistState => all[guide] ?? NOTHING_TICKED;

const change = (all: Checklists, guide: string, next: Partial<ChecklistState>): Checklists => ({
  ...all,
  [guide]: { ...checklistOf(all, guide), ...next },
});

/** The same answer twice takes it back. */
export function withAnswer(all: Checklists, guide: string, situation: string, option: string): Checklists {
  const { [situation]: before, ...others } = checklistOf(all, guide).answers;
  return change(all, guide, { answers: before === option ? others : { ...others, [situation]: option } });
}

export function withTick(all: Checklists, guide: string, material: string): Checklists {
  const { ticked } = checklistOf(all, guide);
  const without = ticked.filter((id) => id !== material);
  return change(all, guide, { ticked: without.length < ticked.length ? without : [...ticked, material] });
}
