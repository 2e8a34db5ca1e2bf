/** What staff must know of the content before they trust it: counts and paths, never texts (it ships in the preview). */
import { dateOf, isAfter, type CivilDate } from '../shared/civil-date';

export interface ReportedGuide {
  readonly id: string;
  readonly department: string;
  readonly errors: number;
  readonly warnings: number;
  /** Paths of values that nobody knows yet. */
  readonly pending: readonly string[];
  /** Paths of plausible local values that a department has to confirm (evidence P). */
  readonly assumed: readonly string[];
  readonly reviewBy: string;
}

export interface ContentReport {
  readonly guides: readonly ReportedGuide[];
  readonly online: number;
  /** Of all content, also what belongs to no guide (forms, tables). */
  readonly errors: number;
  readonly warnings: number;
  /** Halls without a confirmed address, phone or hours. */
  readonly halls: { readonly pending: number; readonly assumed: number };
}

/** Guides past their review day. */
export const overdueOn = (report: ContentReport, today: CivilDate): readonly ReportedGuide[] =>
  report.guides.filter(({ reviewBy }) => isAfter(today, dateOf(reviewBy)));

const openValues = ({ pending, assumed }: ReportedGuide): number => pending.length + assumed.length;

/** Guides with something to confirm, most first. */
export const unconfirmedGuides = (report: ContentReport): readonly ReportedGuide[] =>
  report.guides.filter((guide) => openValues(guide) > 0).sort((a, b) => openValues(b) - openValues(a));

export interface DepartmentWork {
  readonly department: string;
  readonly guides: readonly ReportedGuide[];
  readonly pending: number;
  readonly assumed: number;
}

/** Who has how much to confirm, most first. */
export function workByDepartment(report: ContentReport): readonly DepartmentWork[] {
  const groups = new Map<string, ReportedGuide[]>();
  for (const guide of unconfirmedGuides(report))
    groups.set(guide.department, [...(groups.get(guide.department) ?? []), guide]);
  return [...groups]
    .map(([department, guides]) => ({
      department,
      guides,
      pending: guides.reduce((sum, { pending }) => sum + pending.length, 0),
      assumed: guides.reduce((sum, { assumed }) => sum + assumed.length, 0),
    }))
    .sort((a, b) => b.pending + b.assumed - (a.pending + a.assumed));
}
