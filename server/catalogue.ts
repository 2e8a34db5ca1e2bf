/** The items as the server needs them: form, guide, department, and the rules that a new case is made with. */
import departmentsTable from '@/generated/reference';
import formLibrary from '@/generated/form-library';
import formTable from '@/generated/forms';
import guideTable from '@/generated/guides';
import type { CaseTask } from '@/domain/case/event';
import { LICENCE_RULES, type CaseRules } from '@/domain/case/rules';
import type { Form } from '@/domain/form/form';
import { openForm } from '@/domain/form/source';

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly form: Form;
  readonly department: string;
  readonly rules: CaseRules;
}

/** Only licences have the rule that silence accepts; the others are handled by the promise alone. */
const OTHER_RULES: Omit<CaseRules, 'clock'> = {
  correctionDays: 15,
  onCorrectionLapse: 'remind',
  laterCorrection: false,
  extensionDays: 0,
};

/** 法律援助条例 第43条: what is not added in time counts as withdrawn. */
const LEGAL_AID = 'legal-aid';

function rulesOf(form: Form, powerType: string): CaseRules {
  const { kind } = form.clock;
  const clock: CaseRules['clock'] =
    form.clock.kind === 'days'
      ? { kind: 'days', days: form.clock.days, unit: form.clock.unit }
      : { kind: kind === 'instant' ? 'instant' : 'scheduled' };
  if (powerType === 'licence') return { ...LICENCE_RULES, clock };
  return { ...OTHER_RULES, clock, ...(form.id === LEGAL_AID ? { onCorrectionLapse: 'withdrawn' } : {}) };
}

function open(id: string): Item | undefined {
  const [form, guide] = [formTable[id]?.(), guideTable[id]?.()];
  if (!form || !guide) return undefined;
  const opened = openForm(form, formLibrary);
  const { commonName: name, department, powerType } = guide;
  return { id, name, form: opened, department, rules: rulesOf(opened, powerType) };
}

const opened = new Map<string, Item>();

/** Ids come from outside: only those of the table itself count, never `constructor`. */
export function findItem(id: string): Item | undefined {
  const item = opened.get(id) ?? (Object.hasOwn(formTable, id) ? open(id) : undefined);
  if (item) opened.set(id, item);
  return item;
}

/** An item of a stored case. */
export function getItem(id: string): Item {
  const item = findItem(id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

export const itemIds: readonly string[] = Object.keys(formTable);

export const departments = departmentsTable.departments;

export const departmentName = (id: string): string =>
  departments.find((department) => department.id === id)?.name ?? id;

export const hasGuide = (id: string): boolean => Object.hasOwn(guideTable, id);

export const guideName = (id: string): string =>
  (hasGuide(id) ? guideTable[id]?.().commonName : undefined) ?? id;

/** 联办: one task for each department whose part was asked for. */
export function tasksOf(
  { form, department }: Item,
  answers: Readonly<Record<string, unknown>>,
): readonly CaseTask[] {
  const chosen = answers['subItems'];
  const parts = (form.joint ?? []).filter(({ item }) => Array.isArray(chosen) && chosen.includes(item));
  return parts.length > 0
    ? parts.map(({ item, department: of }) => ({ id: item, department: of }))
    : [{ id: 'main', department }];
}
