/** Which member of staff is what in the joint review. */
import type { Role } from '@/domain/certificate/events';
import { departmentsOf, hasRole, mayReview } from '../staff/access';
import type { Staff } from '../staff/accounts';
import { reference } from './rules';

/** The window is whoever receives for all departments. */
const isWindow = ({ grants }: Staff): boolean =>
  grants.some(({ role, department }) => role === 'clerk' && department === '*');

export type DeskRole = Extract<Role, 'coordinator' | 'window'>;

/** Roles over whole cases; the coordinator does what the window does too. */
export function deskRoles(staff: Staff): readonly DeskRole[] {
  if (hasRole(staff, 'coordinator')) return ['coordinator', 'window'];
  return isWindow(staff) ? ['window'] : [];
}

/** Whole cases are read by those who act on them, by 督办 and by 审计; never by a department. */
export const mayReadAll = (staff: Staff): boolean =>
  deskRoles(staff).length > 0 ||
  staff.grants.some(
    ({ role, department }) => (role === 'supervisor' || role === 'auditor') && department === '*',
  );

/** Departments whose tasks the person does. */
export const reviewedBy = (staff: Staff): readonly string[] =>
  departmentsOf(
    { ...staff, grants: staff.grants.filter(({ role }) => role === 'reviewer') },
    reference.departments.map(({ id }) => id),
  );

export const reviews = (staff: Staff, department: string): boolean => mayReview(staff, department);
