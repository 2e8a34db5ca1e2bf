/** Pages and forms of whoever leads the joint review, receives for it, or watches it. */
import { actOnCase } from '../../certificate/desk-act';
import { paperBytes, papersOf } from '../../certificate/paper';
import { findByNumber } from '../../certificate/find';
import type { CaseFile } from '../../certificate/desk-types';
import { deskRoles } from '../../certificate/access';
import { readBytes } from '../../files/attachments';
import {
  fieldOf,
  FORBIDDEN,
  NOT_FOUND,
  page,
  see,
  type ConsoleRoute,
  type Shown,
  type Visit,
} from '../route';
import { boardPage } from './board';
import { actionIn } from './case-actions';
import { isCaseAction, PREVIEWED } from './case-forms';
import { caseBody } from './case-page';
import { casePreview } from './case-preview';
import { matrixBody } from './matrix';
import { casePath, looked, openWhole } from './open';
import { faultText } from './words';

const TITLE = '企业上市无违规证明';

const again = (visit: Visit, file: CaseFile, fault: string, status: 409 | 422 = 422): Shown => ({
  kind: 'page',
  title: TITLE,
  body: caseBody(visit, file, fault),
  status,
});

const ACTIONS_OF_COLUMNS: ReadonlySet<string> = new Set([
  'urged',
  'reassigned',
  'ruled',
  'externalWait',
  'externalReplied',
  'reopened',
]);

async function act(visit: Visit): Promise<Shown> {
  const file = await openWhole(visit);
  const { service, staff, fields, params, at } = visit;
  const kind = params['action'] ?? '';
  if (!file || !(isCaseAction(kind) || ACTIONS_OF_COLUMNS.has(kind))) return NOT_FOUND;
  if (deskRoles(staff).length === 0) return FORBIDDEN;
  const read = await actionIn(visit);
  if ('fault' in read) return again(visit, file, read.fault);
  const { number } = file;
  const version = Number(fieldOf(fields, 'version'));
  const isCurrent = version === file.version;
  if (isCurrent && isCaseAction(kind) && PREVIEWED.has(kind) && fieldOf(fields, 'step') !== 'send')
    return casePreview(visit, file, kind, read.action);
  const done = await actOnCase(service, staff, { number, version, action: read.action }, at);
  if (done.ok) return see(casePath(number));
  if (done.error.code === 'notFound') return NOT_FOUND;
  const now = (await openWhole(visit)) ?? file;
  return again(visit, now, faultText(done.error), done.error.code === 'stale' ? 409 : 422);
}

const shown = async (visit: Visit, body: (file: CaseFile) => Shown): Promise<Shown> => {
  const file = await openWhole(visit);
  if (!file) return NOT_FOUND;
  await looked(visit, 'looked', { certificate: file.number });
  return body(file);
};

async function paper(visit: Visit): Promise<Shown> {
  const { store, files } = visit.service;
  const file = await openWhole(visit);
  const stored = file && (await findByNumber(store, file.number));
  const kept = stored && (await papersOf(store, stored.row.id)).get(visit.params['paper'] ?? '');
  const bytes = kept && (await paperBytes(files, kept));
  if (!bytes) return NOT_FOUND;
  await looked(visit, 'downloaded', { certificate: file.number, paper: kept.number });
  return { kind: 'bytes', bytes, type: 'application/pdf', name: `${kept.number}.pdf` };
}

async function attachment(visit: Visit): Promise<Shown> {
  const file = await openWhole(visit);
  const all = file && [
    ...file.materials.flatMap(({ files }) => files),
    ...[...file.answers.values()].flatMap(({ files }) => files),
  ];
  const one = all?.find(({ id }) => id === visit.params['id']);
  const bytes = one && (await readBytes(visit.service.files, one));
  if (!file || !bytes) return NOT_FOUND;
  await looked(visit, 'downloaded', { certificate: file.number, file: one.id });
  return { kind: 'bytes', bytes, type: one.media_type, name: one.name };
}

export const wholeRoutes: readonly ConsoleRoute[] = [
  {
    method: 'GET',
    path: '/console/certificates',
    roles: ['clerk', 'coordinator', 'supervisor', 'auditor'],
    run: boardPage,
  },
  {
    method: 'GET',
    path: '/console/certificates/:number',
    roles: [],
    run: (visit) => shown(visit, (file) => page(TITLE, caseBody(visit, file))),
  },
  {
    method: 'GET',
    path: '/console/certificates/:number/matrix',
    roles: [],
    run: (visit) => shown(visit, (file) => page('主体与部门对照', matrixBody(file))),
  },
  { method: 'GET', path: '/console/certificates/:number/papers/:paper', roles: [], run: paper },
  { method: 'GET', path: '/console/certificates/:number/files/:id', roles: [], run: attachment },
  { method: 'POST', path: '/console/certificates/:number/:action', roles: [], run: act },
];
