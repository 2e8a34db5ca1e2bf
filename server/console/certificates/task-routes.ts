/** Pages and forms of a department. Somebody else's task is answered like one that is not there. */
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { certificateText } from '../../certificate/messages';
import type { TaskAction, TaskFile } from '../../certificate/desk-types';
import { actOnTask } from '../../certificate/task-act';
import { readBytes } from '../../files/attachments';
import { html } from '../html';
import { fieldOf, NOT_FOUND, page, see, type ConsoleRoute, type Shown, type Visit } from '../route';
import { confirmBody } from './confirm';
import { FINDING_FAULTS, findingsIn } from './findings';
import { looked, openTask, taskPath } from './open';
import { taskBody } from './task-page';
import { taskQueuePage } from './task-queue';
import { keepUpload, UPLOAD_REFUSED } from './upload';
import { faultText } from './words';

const TITLE = '核查任务';
const MAX_NOTE = 500;

const again = (visit: Visit, task: TaskFile, fault: string, status: 409 | 422 = 422): Shown => ({
  kind: 'page',
  title: TITLE,
  body: taskBody(visit, task, fault),
  status,
});

const insideOf = ({ column }: TaskFile): readonly string[] =>
  column.cells.filter(({ state }) => state !== 'outside').map(({ entity }) => entity);

type Read = { readonly action: TaskAction } | { readonly fault: string };

async function foundIn(visit: Visit, task: TaskFile): Promise<Read> {
  const upload = await keepUpload(visit);
  if (upload === 'refused') return { fault: UPLOAD_REFUSED };
  const findings = findingsIn(visit.fields, insideOf(task), upload?.id);
  return findings.ok
    ? { action: { kind: 'found', findings: findings.value } }
    : { fault: FINDING_FAULTS[findings.error] };
}

async function repliedIn(visit: Visit): Promise<Read> {
  const upload = await keepUpload(visit);
  if (upload === 'refused') return { fault: UPLOAD_REFUSED };
  return upload
    ? { action: { kind: 'externalReplied', scan: upload.id } }
    : { fault: '请选一个扫描件再上传。' };
}

/** `undefined`: no such action. */
async function actionIn(visit: Visit, task: TaskFile): Promise<Read | undefined> {
  const { fields, params } = visit;
  const note = (name: string): string => fieldOf(fields, name).slice(0, MAX_NOTE);
  const kind = params['action'];
  switch (kind) {
    case 'taken':
      return { action: { kind } };
    case 'none': {
      const phrase = note('phrase');
      const findings = insideOf(task).map((entity) => ({
        entity,
        finding: { kind: 'noRecord', phrase } as const,
      }));
      return { action: { kind: 'found', findings } };
    }
    case 'found':
      return foundIn(visit, task);
    case 'asked':
      return { action: { kind, text: note('text') } };
    case 'recused':
    case 'externalWait':
      return { action: { kind, reason: note('reason') } };
    case 'externalReplied':
      return repliedIn(visit);
    default:
      return undefined;
  }
}

function preview(visit: Visit, task: TaskFile, text: string): Shown {
  const message = certificateText('asked', task.number);
  return page(
    '要企业说明：请核对',
    confirmBody(visit, {
      action: `${taskPath(task)}/asked`,
      back: taskPath(task),
      intro: `企业在手机上会看到下面的话。发出后不能撤回，受理编号 ${showReceiptNumber(task.number)} 停止计时。`,
      shown: html`<p><strong>${message?.title}</strong></p>
        <p class="v">${message?.body}</p>
        <p class="v">${text}</p>`,
      button: '发给企业',
    }),
  );
}

async function act(visit: Visit): Promise<Shown> {
  const task = await openTask(visit);
  if (!task) return NOT_FOUND;
  const { service, staff, fields, at } = visit;
  const read = await actionIn(visit, task);
  if (!read) return NOT_FOUND;
  if ('fault' in read) return again(visit, task, read.fault);
  const { action } = read;
  if (action.kind === 'asked' && action.text.trim() !== '' && fieldOf(fields, 'step') !== 'send')
    return preview(visit, task, action.text);
  const { number, department } = task;
  const version = Number(fieldOf(fields, 'version'));
  const done = await actOnTask(service.store, staff, { number, department, version, action }, at);
  // Whose task it is may have changed by what was done: the queue is always the person's own.
  if (done.ok) return see((await openTask(visit)) ? taskPath(task) : '/console/certificate-tasks');
  if (done.error.code === 'notFound') return NOT_FOUND;
  const now = (await openTask(visit)) ?? task;
  return again(visit, now, faultText(done.error), done.error.code === 'stale' ? 409 : 422);
}

const filesIn = ({ materials, files, questions }: TaskFile) => [
  ...materials.flatMap((material) => material.files),
  ...files,
  ...questions.flatMap(({ answer }) => answer?.files ?? []),
];

export const taskRoutes: readonly ConsoleRoute[] = [
  { method: 'GET', path: '/console/certificate-tasks', roles: ['reviewer'], run: taskQueuePage },
  {
    method: 'GET',
    path: '/console/certificate-tasks/:number/:department',
    roles: [],
    run: async (visit) => {
      const task = await openTask(visit);
      if (!task) return NOT_FOUND;
      const { number, department } = task;
      await looked(visit, 'looked', { certificate: number, department });
      return page(TITLE, taskBody(visit, task));
    },
  },
  {
    method: 'GET',
    path: '/console/certificate-tasks/:number/:department/files/:id',
    roles: [],
    run: async (visit) => {
      const task = await openTask(visit);
      const file = task && filesIn(task).find(({ id }) => id === visit.params['id']);
      const bytes = file && (await readBytes(visit.service.files, file));
      if (!task || !bytes) return NOT_FOUND;
      await looked(visit, 'downloaded', { certificate: task.number, file: file.id });
      return { kind: 'bytes', bytes, type: file.media_type, name: file.name };
    },
  },
  { method: 'POST', path: '/console/certificate-tasks/:number/:department/:action', roles: [], run: act },
];
