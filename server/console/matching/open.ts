/** What a member of staff may open: runs and entitlements of policies that the own department pays. */
import { departments } from '../../catalogue';
import { findEntitlement, type StoredEntitlement } from '../../matching/entitlements';
import { getPolicy, policies } from '../../matching/rules';
import { findRun, type Run } from '../../matching/runs';
import { departmentsOf, hasRole } from '../../staff/access';
import { auditStaff } from '../../staff/accounts';
import type { Policy } from '@/domain/benefit/policy';
import type { Visit } from '../route';

export const ownPolicies = ({ staff }: Pick<Visit, 'staff'>): readonly Policy[] => {
  const own = departmentsOf(
    staff,
    departments.map(({ id }) => id),
  );
  return policies.filter(({ department }) => own.includes(department));
};

const isOwn = (visit: Pick<Visit, 'staff'>, policy: string): boolean =>
  ownPolicies(visit).some(({ id }) => id === policy);

export interface OpenRun {
  readonly run: Run;
  readonly policy: Policy;
}

/** Numbers of runs fit in 32 bits. */
const NUMBER = /^[1-9]\d{0,8}$/;

export async function openRun(visit: Visit): Promise<OpenRun | undefined> {
  const id = visit.params['id'] ?? '';
  const run = NUMBER.test(id) ? await findRun(visit.service.store, Number(id)) : undefined;
  return run && isOwn(visit, run.policy) ? { run, policy: getPolicy(run.policy) } : undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function openEntitlement(visit: Visit): Promise<StoredEntitlement | undefined> {
  const id = visit.params['id'] ?? '';
  const stored = UUID.test(id) ? await findEntitlement(visit.service.store, id) : undefined;
  return stored && isOwn(visit, stored.row.policy) ? stored : undefined;
}

export const runPath = ({ id }: Pick<Run, 'id'>, more = ''): string =>
  `/console/matching/${id}${more && `/${more}`}`;

/** Who looked at whose name, or moved whose list, is written down. */
export const looked = (
  { service, staff, at }: Visit,
  action: string,
  about: Readonly<Record<string, string | number>>,
): Promise<void> => {
  const role = hasRole(staff, 'reviewer')
    ? 'reviewer'
    : hasRole(staff, 'supervisor')
      ? 'supervisor'
      : 'auditor';
  return auditStaff(service.store, { id: staff.id, role }, { action, about }, at);
};
