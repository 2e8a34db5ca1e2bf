/** What the pages know without the server. */
import type { Rules } from '@/domain/certificate/state';
import calendar from '@/generated/calendar';
import reference from '@/generated/certificate/reference';

export const rules: Rules = { calendar, reference };

export const fieldNames = new Map(
  reference.departments.map(({ id, fields }) => [id, fields.map(({ name }) => name).join('、')]),
);

/** The twelve that a listing review nearly always asks for. */
export const core: readonly string[] = reference.departments.filter((each) => each.core).map(({ id }) => id);
export const all: readonly string[] = reference.departments.map(({ id }) => id);
