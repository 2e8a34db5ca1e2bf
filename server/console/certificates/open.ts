/** A case or a task as this person may see it; each look is written down. */
import { parseDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { CaseFile, TaskFile } from '../../certificate/desk-types';
import { findCaseFile } from '../../certificate/desk';
import { findTask } from '../../certificate/task';
import { auditStaff } from '../../staff/accounts';
import { html, type Html } from '../html';
import type { Visit } from '../route';
import { dueIn } from '../words';

export const casePath = (number: string): string => `/console/certificates/${number}`;

export const taskPath = ({ number, department }: Pick<TaskFile, 'number' | 'department'>): string =>
  `/console/certificate-tasks/${number}/${department}`;

export const openWhole = ({ service, staff, params, at }: Visit): Promise<CaseFile | undefined> =>
  findCaseFile(service.store, staff, params['number'] ?? '', at);

export const openTask = ({ service, staff, params, at }: Visit): Promise<TaskFile | undefined> =>
  findTask(
    service.store,
    staff,
    { number: params['number'] ?? '', department: params['department'] ?? '' },
    at,
  );

export const looked = (
  { service, staff, at }: Visit,
  action: string,
  about: Readonly<Record<string, string>>,
): Promise<void> =>
  auditStaff(
    service.store,
    { id: staff.id, role: staff.grants[0]?.role ?? 'auditor' },
    { action, about },
    at,
  );

const NEVER = '9999-12-31';

export function dueText({ service: { store }, at }: Visit, due: string): Html {
  const day = due === NEVER ? undefined : parseDate(due);
  if (!day) return html`<span class="muted">没有期限</span>`;
  const { text, tone } = dueIn(store.calendar, day, shanghaiMoment(at).date);
  return html`${due} <span class="${tone}">${text}</span>`;
}

export const faultBox = (fault: string | undefined): Html | false =>
  fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`;
