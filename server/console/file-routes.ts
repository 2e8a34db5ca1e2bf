/** Files of cases: downloads, each audited, and the word that somebody has looked. */
import { checkReceiptNumber } from '@/domain/case/receipt-number';
import { findCase, viewAt } from '../cases/read';
import { findAttachment, readBytes, type Attachment } from '../files/attachments';
import { departmentsIn, rolesFor } from '../staff/access';
import { auditStaff, type StaffRole } from '../staff/accounts';
import { casePath } from './case-data';
import { fieldOf, FORBIDDEN, NOT_FOUND, see, type ConsoleRoute, type Visit } from './route';

interface Opened {
  readonly file: Attachment;
  readonly roles: readonly StaffRole[];
}

/** A file is seen by whoever may see its case; one without a case by nobody. */
async function openFile({ service, staff, params, at }: Visit): Promise<Opened | undefined> {
  const { store } = service;
  const file = await findAttachment(store, params['id'] ?? '');
  const stored = file?.case_id ? await findCase(store, file.case_id) : undefined;
  if (!file || !stored) return undefined;
  const roles = rolesFor(staff, departmentsIn(viewAt(store, stored, at)));
  return roles.length > 0 ? { file, roles } : undefined;
}

const audit = ({ service, staff, at }: Visit, { file, roles }: Opened, action: string): Promise<void> =>
  auditStaff(
    service.store,
    { id: staff.id, role: roles[0] ?? 'auditor' },
    { action, about: { case: file.case_id, file: file.id } },
    at,
  );

export const fileRoutes: readonly ConsoleRoute[] = [
  {
    method: 'GET',
    path: '/console/files/:id',
    roles: [],
    run: async (visit) => {
      const opened = await openFile(visit);
      if (!opened || !['quarantined', 'clean'].includes(opened.file.state)) return NOT_FOUND;
      await audit(visit, opened, 'downloaded');
      const bytes = await readBytes(visit.service.files, opened.file);
      const { media_type: type, name } = opened.file;
      return bytes ? { kind: 'bytes', bytes, type, name } : NOT_FOUND;
    },
  },
  {
    method: 'POST',
    path: '/console/files/:id/checked',
    roles: ['clerk', 'reviewer'],
    run: async (visit) => {
      const opened = await openFile(visit);
      if (!opened) return NOT_FOUND;
      if (!opened.roles.some((role) => role === 'clerk' || role === 'reviewer')) return FORBIDDEN;
      await visit.service.store.db
        .updateTable('attachments')
        .set({ state: 'clean' })
        .where('id', '=', opened.file.id)
        .where('state', '=', 'quarantined')
        .execute();
      await audit(visit, opened, 'checked');
      const receipt = checkReceiptNumber(fieldOf(visit.fields, 'number'));
      return see(receipt.ok ? casePath(receipt.value.number) : '/console');
    },
  },
];
