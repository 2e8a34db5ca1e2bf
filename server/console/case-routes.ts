/** The case page, and what its forms do. */
import { admit, CASE_FAULT_MESSAGES } from '@/domain/case/admit';
import type { CaseFact } from '@/domain/case/event';
import { checkReceiptNumber } from '@/domain/case/receipt-number';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { append } from '../cases/append';
import { allowedFor, mayReview, type Allowed } from '../staff/access';
import { auditStaff } from '../staff/accounts';
import { ACTION_NAMES, isStaffAction } from './action-forms';
import { casePath, linesOf, openCase, type CaseFile } from './case-data';
import { caseBody } from './case-page';
import { factFrom, needsPreview } from './facts';
import { html } from './html';
import { previewBody } from './preview';
import { fieldOf, FORBIDDEN, NOT_FOUND, page, see, type ConsoleRoute, type Shown, type Visit } from './route';

const again = (visit: Visit, file: CaseFile, fault: string, status: 409 | 422): Shown => ({
  kind: 'page',
  title: file.item.name,
  body: caseBody(visit, file, { fault }),
  status,
});

const STALE = '这个办件刚被别人动过，下面是最新情况；请看过再办。';

interface Doing {
  readonly file: CaseFile;
  readonly fact: CaseFact;
  readonly allowed: Allowed;
}

/** A reviewer's opinion is on a task of the reviewer's own department. */
const isOwnTask = ({ staff }: Visit, { view }: CaseFile, fact: CaseFact): boolean =>
  fact.kind !== 'reviewed' ||
  view.tasks.some(({ id, department }) => id === fact.task && mayReview(staff, department));

async function send(visit: Visit, { file, fact, allowed }: Doing, expected: number): Promise<Shown> {
  const { service, staff, at } = visit;
  const caseId = file.stored.row.id;
  const done = await append(
    service.store,
    { caseId, actor: { role: allowed.role, id: staff.id }, fact, expected },
    at,
  );
  if (done.ok) return see(casePath(file.stored.row.receipt));
  const now = (await openCase(visit)) ?? file;
  switch (done.error.code) {
    case 'notFound':
      return NOT_FOUND;
    case 'stale':
      return again(visit, now, STALE, 409);
    default:
      return again(visit, now, CASE_FAULT_MESSAGES[done.error.code], 422);
  }
}

async function act(visit: Visit): Promise<Shown> {
  const file = await openCase(visit);
  if (!file) return NOT_FOUND;
  const { fields, params, at } = visit;
  const action = params['action'] ?? '';
  if (!isStaffAction(action)) return NOT_FOUND;
  const expected = Number(fieldOf(fields, 'version'));
  if (file.view.version !== expected) return again(visit, file, STALE, 409);
  const allowed = allowedFor(visit.staff, file.view).find((one) => one.action === action);
  if (!allowed) return FORBIDDEN;
  const fact = factFrom(action, fields);
  if (!fact || !isOwnTask(visit, file, fact)) return again(visit, file, '表没有填完，请补上再办。', 422);
  const admitted = admit(file.view, allowed.role, fact, shanghaiMoment(at).date);
  if (!admitted.ok) return again(visit, file, CASE_FAULT_MESSAGES[admitted.error], 422);
  if (needsPreview(action) && fieldOf(fields, 'step') !== 'send')
    return page(`${ACTION_NAMES[action]}：请核对`, previewBody(visit, file, fact));
  return send(visit, { file, fact, allowed }, expected);
}

/** Looking at a case is written down, as is each value that is shown in clear. */
const looked = ({ service, staff, at }: Visit, file: CaseFile, action: string, about = {}): Promise<void> =>
  auditStaff(
    service.store,
    { id: staff.id, role: file.roles[0] ?? 'auditor' },
    { action, about: { case: file.stored.row.id, ...about } },
    at,
  );

export const caseRoutes: readonly ConsoleRoute[] = [
  {
    method: 'GET',
    path: '/console/cases/:number',
    roles: [],
    run: async (visit) => {
      const file = await openCase(visit);
      if (!file) return NOT_FOUND;
      await looked(visit, file, 'looked');
      return page(file.item.name, caseBody(visit, file));
    },
  },
  {
    method: 'POST',
    path: '/console/cases/:number/reveal',
    roles: [],
    run: async (visit) => {
      const file = await openCase(visit);
      const field = fieldOf(visit.fields, 'field');
      const line = file && linesOf(file, file.latest, visit.service.store).find(({ path }) => path === field);
      if (!line) return NOT_FOUND;
      await looked(visit, file, 'revealed', { field: line.path, version: file.latest.version });
      return page(file.item.name, caseBody(visit, file, { revealed: line.path }));
    },
  },
  { method: 'POST', path: '/console/cases/:number/:action', roles: [], run: act },
  {
    method: 'GET',
    path: '/console/find',
    roles: [],
    run: async (visit) => {
      const typed = fieldOf(visit.query, 'number');
      const receipt = checkReceiptNumber(typed);
      const params = { number: receipt.ok ? receipt.value.number : '' };
      if (await openCase({ ...visit, params })) return see(casePath(params.number));
      return page('没有查到', html`<p>没有 ${typed} 这个办件，或不归您的部门办。请核对 16 位受理编号。</p>`);
    },
  },
];
