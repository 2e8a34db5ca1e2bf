/** What a member of staff may see and do: by role and department. */
import { allowedActions, type Action } from '@/domain/case/actions';
import type { CaseView } from '@/domain/case/derive';
import type { CaseStaffRole, Staff, StaffRole } from './accounts';

const covers = (granted: string, department: string): boolean => granted === '*' || granted === department;

const isOfCases = (role: StaffRole): role is CaseStaffRole => role !== 'coordinator';

/** Roles that the person has for a case of these departments. */
export const rolesFor = ({ grants }: Staff, departments: readonly string[]): readonly CaseStaffRole[] => [
  ...new Set(
    grants
      .filter(({ department }) => departments.some((one) => covers(department, one)))
      .map(({ role }) => role)
      .filter(isOfCases),
  ),
];

export const hasRole = ({ grants }: Staff, ...roles: readonly StaffRole[]): boolean =>
  grants.some(({ role }) => roles.includes(role));

/** Departments whose queues the person has; every one of `all` where a grant is for all. */
export const departmentsOf = ({ grants }: Staff, all: readonly string[]): readonly string[] =>
  all.filter((department) => grants.some((grant) => covers(grant.department, department)));

export interface Allowed {
  readonly action: Action;
  /** In which of the person's roles. */
  readonly role: CaseStaffRole;
}

export const departmentsIn = ({ tasks }: Pick<CaseView, 'tasks'>): readonly string[] =>
  tasks.map(({ department }) => department);

/** Each action once, in the first role that allows it. */
export function allowedFor(staff: Staff, view: CaseView): readonly Allowed[] {
  const all = rolesFor(staff, departmentsIn(view)).flatMap((role) =>
    allowedActions(view, role).map((action) => ({ action, role })),
  );
  return all.filter(({ action }, i) => all.findIndex((other) => other.action === action) === i);
}

/** A department gives its opinion on its own tasks only. */
export const mayReview = ({ grants }: Staff, department: string): boolean =>
  grants.some((grant) => grant.role === 'reviewer' && covers(grant.department, department));
