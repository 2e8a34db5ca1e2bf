/** Which member of staff is what in the joint review. */
import type { Role } from '@/domain/certificate/events';
import { departmentsOf, hasRole, mayReview } from '../staff/access';
import type { Staff, StaffRole } from '../staff/accounts';
import { reference } from './rules';

const isForAll = ({ grants }: Staff, wanted: StaffRole): boolean =>
  grants.some(({ role, department }) => role === wanted && department === '*');

export type DeskRole = Extract<Role, 'coordinator' | 'window' | 'supervisor'>;

/** The window is whoever receives for all departments; the coordinator does what the window does too. */
function officeRoles(staff: Staff): readonly DeskRole[] {
  if (hasRole(staff, 'coordinator')) return ['coordinator', 'window'];
  return isForAll(staff, 'clerk') ? ['window'] : [];
}

/** Roles over whole cases. */
export const deskRoles = (staff: Staff): readonly DeskRole[] => [
  ...officeRoles(staff),
  ...(isForAll(staff, 'supervisor') ? (['supervisor'] as const) : []),
];

/** Whole cases are read by those who act on them, by 督办 and by 审计; never by a department. */
export const mayReadAll = (staff: Staff): boolean =>
  deskRoles(staff).length > 0 || isForAll(staff, 'auditor');

/** Departments whose tasks the person does. */
export const reviewedBy = (staff: Staff): readonly string[] =>
  departmentsOf(
    { ...staff, grants: staff.grants.filter(({ role }) => role === 'reviewer') },
    reference.departments.map(({ id }) => id),
  );

export const reviews = (staff: Staff, department: string): boolean => mayReview(staff, department);
