/** The content report of packages/staff: counts and paths only, no text of any guide. */
import type { ContentReport, ReportedGuide } from '@/domain/guide/content-report';
import { dateOf } from '@/domain/shared/civil-date';
import type { Library } from './library';
import { lintLibrary, type LintReport } from './lint';
import type { Problem } from './load';

/** The same day on every machine and every day; overdue reviews are worked out on the phone, for the day asked. */
const LINT_DAY = dateOf('2000-01-01');

function reportedGuide(library: Library, lint: LintReport, id: string): ReportedGuide[] {
  const guide = library.guides.get(id);
  if (guide === undefined) return [];
  const file = `guides/${id}.yaml`;
  const count = (problems: readonly Problem[]): number =>
    problems.filter((problem) => problem.file === file).length;
  const open = lint.unconfirmed.filter((value) => value.file === file);
  return [
    {
      id,
      department: guide.department,
      errors: count(lint.errors),
      warnings: count(lint.warnings),
      pending: open.filter(({ kind }) => kind === 'pending').map(({ path }) => path),
      assumed: open.filter(({ kind }) => kind === 'P').map(({ path }) => path),
      reviewBy: guide.freshness.reviewBy,
    },
  ];
}

export function contentReport(library: Library): ContentReport {
  const lint = lintLibrary(library, LINT_DAY);
  const halls = lint.unconfirmed.filter(({ file }) => file === 'halls.yaml');
  return {
    guides: [...library.guides.keys()].flatMap((id) => reportedGuide(library, lint, id)),
    online: lint.online,
    errors: lint.errors.length,
    warnings: lint.warnings.length,
    halls: {
      pending: halls.filter(({ kind }) => kind === 'pending').length,
      assumed: halls.filter(({ kind }) => kind === 'P').length,
    },
  };
}
