/** What the journeys of 企业上市无违规证明 share. */
import { company, draft, outsider, subsidiary } from '@/domain/certificate/desk.arbitrary';
import type { ApplicationDraft, EntityDraft } from '@/domain/certificate/draft';
import { creditCodeCheckCharacter, organisationCheckCharacter } from '@/domain/identity/credit-code';
import type { Host, LaunchOptions } from '../host/host';
import type { HostNode } from '../host/tree';
import type { CertificateServer } from '../support/certificate-server';
import { NOW, opened } from './applicant';
import { start } from './person';

export const pages = {
  board: 'packages/certificate/board/index',
  build: 'packages/certificate/build/index',
  apply: 'packages/certificate/apply/index',
  review: 'packages/certificate/review/index',
  receipt: 'packages/certificate/receipt/index',
  mine: 'packages/certificate/mine/index',
  case: 'packages/certificate/case/index',
  answer: 'packages/certificate/answer/index',
  act: 'packages/certificate/act/index',
  lookUp: 'packages/certificate/look-up/index',
  verify: 'packages/certificate/verify/index',
  materials: 'packages/certificate/materials/index',
} as const;

export type PageName = keyof typeof pages;

export const NUMBER = '2026112300000099';

export const phone = (server: CertificateServer, options: LaunchOptions = {}): Promise<Host> =>
  start({ now: NOW, server: server.handle, ...options });

const field = (host: Host, name: string | RegExp): HostNode => {
  const found = host.findAll(
    (node) =>
      (node.tag === 'input' || node.tag === 'textarea') &&
      (typeof name === 'string' ? node.name === name : name.test(node.name)),
  );
  const [only] = found;
  if (only === undefined) throw new Error(`no field ${String(name)} on ${host.tree().text.slice(0, 200)}`);
  return only;
};

/** A whole word at once, as a keyboard's suggestion puts it there. */
export async function type(host: Host, name: string | RegExp, text: string): Promise<void> {
  const node = field(host, name);
  await host.fire(node, 'input', { value: text, cursor: text.length });
  await host.fire(node, 'blur', { value: text });
}

export async function typeDate(host: Host, label: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await type(host, `${label}，年`, year);
  await type(host, `${label}，月`, month);
  await type(host, `${label}，日`, day);
}

export const press = (host: Host, name: string | RegExp): Promise<void> =>
  host.tap(host.getByRole('button', { name }));
export const choose = (host: Host, name: string | RegExp, role = 'radio'): Promise<void> =>
  host.tap(host.getByRole(role, { name }));
export const follow = (host: Host, name: string | RegExp): Promise<void> =>
  host.tap(host.getByRole('link', { name }));
export const alerts = (host: Host): readonly string[] => host.getAllByRole('alert').map(({ text }) => text);

/** The answers that the phone keeps, encrypted. */
export const kept = (host: Host): unknown => opened(host, 'draft:certificate');

const sealed = (value: unknown): unknown => ({
  sealed: btoa(encodeURIComponent(JSON.stringify({ value }))),
});

const FILE = { id: 'file-of-the-sample-00', name: '辅导备案.pdf', size: 68, type: 'application/pdf' };

/** A code that nobody has: made out of a serial, with both of its check characters. */
function codeOf(serial: number): string {
  const organisation = `MATE${String(serial).padStart(4, '0')}`;
  const body = `91210213${organisation}${organisationCheckCharacter(organisation)}`;
  return body + creditCodeCheckCharacter(body);
}

/** As many as an application may have. */
export const manyEntities = (count: number): readonly EntityDraft[] =>
  Array.from({ length: count }, (_, i) => ({
    ...subsidiary,
    creditCode: codeOf(i + 1),
    name: `大连测试第${i + 1}子公司名称很长的有限责任公司`,
  }));

export const group: ApplicationDraft = {
  ...draft,
  entities: [company, subsidiary, outsider],
  intermediaries: [{ name: '测试证券', email: 'name@example.com' }],
  materials: [
    ...draft.materials,
    { kind: 'entity-list', title: '清单', files: [{ name: 'a.pdf', type: 'pdf', bytes: 1 }] },
  ],
};

/** Storage of a phone on which an application lies, complete but for what is changed. */
export function draftStorage(
  change: Readonly<Record<string, unknown>> = {},
  related: readonly EntityDraft[] = [],
  { key = 'key-of-the-certificate', file = FILE } = {},
): Record<string, unknown> {
  const savedAt = NOW.getTime() - 60_000;
  const { contact, purpose, board, consents } = draft;
  const answers = {
    ...{ company: draft.company, contact, purpose, board, consents, related },
    ...change,
  };
  const materials = {
    'listing-progress': { files: [{ ...file, state: 'accepted' }] },
    ...(related.length > 0 ? { 'entity-list': { files: [{ ...file, state: 'accepted' }] } } : {}),
  };
  const whole = { form: 'certificate', formVersion: 1, key, answers, unsure: [] };
  return {
    'draft:certificate': sealed({ ...whole, materials, page: '', savedAt }),
    drafts: [{ form: 'certificate', savedAt }],
  };
}
