/** Certificates in tests: a sound application, a store that holds it, departments that answer. */
import { createHash, randomUUID } from 'node:crypto';
import { dateOf } from '@/domain/shared/civil-date';
import { certificateDraft, type CertificateDraft } from '@/contract/certificate-draft';
import { draft as domainDraft, clean } from '@/domain/certificate/desk.arbitrary';
import { checkCreditCode } from '@/domain/identity/credit-code';
import { checkApplication } from '@/domain/certificate/application';
import type { Finding } from '@/domain/certificate/events';
import { err, ok } from '@/domain/shared/result';
import { act, type Body } from '../../server/certificate/act';
import { actOnCase, type DeskService } from '../../server/certificate/desk-act';
import type { DeskAction, TaskAction } from '../../server/certificate/desk-types';
import { findByNumber, stateAt } from '../../server/certificate/find';
import type { CertificateMaker, CourierPort, NoticePort, Parcel } from '../../server/certificate/port';
import { reference } from '../../server/certificate/rules';
import { submit } from '../../server/certificate/submit';
import { taskVersion } from '../../server/certificate/task';
import { actOnTask } from '../../server/certificate/task-act';
import type { Store } from '../../server/cases/store';
import { storeUpload } from '../../server/files/attachments';
import type { FileStore } from '../../server/files/port';
import type { Staff } from '../../server/staff/accounts';
import { NOON } from './cases';

export { clean, recordOf } from '@/domain/certificate/desk.arbitrary';

export const departments = reference.departments.map(({ id }) => id);

/** As the phone sends it; its one uploaded material is named by `file`. */
export function wireDraft(file: string, change: Partial<CertificateDraft> = {}): CertificateDraft {
  const draft = certificateDraft.parse({ ...domainDraft, materials: [] });
  return {
    ...draft,
    materials: [{ kind: 'listing-progress', title: '辅导备案', files: [file] }],
    ...change,
  };
}

/** Two departments make a case of a few steps. */
export const SMALL: Partial<CertificateDraft> = { departments: ['tax', 'court'], scopeConfirmed: true };

const applicationOf = (draft: CertificateDraft) => {
  const materials = draft.materials.map(({ files, ...piece }) => ({
    ...piece,
    files: files.map((name) => ({ name, type: 'pdf' as const, bytes: 1 })),
  }));
  const checked = checkApplication({ ...draft, materials }, reference, dateOf('2026-11-24'));
  if (!checked.ok) throw new Error(JSON.stringify(checked.error.faults));
  return checked.value.application;
};

export interface Taken {
  readonly caseId: string;
  readonly receipt: string;
  readonly queryCode: string;
  readonly owner: string;
}

/** Past the checks of the API, straight into the store. */
export async function taken(
  store: Store,
  change: Partial<CertificateDraft> = SMALL,
  { owner = randomUUID(), at = NOON }: { owner?: string; at?: number } = {},
): Promise<Taken> {
  const draft = wireDraft(randomUUID(), change);
  const application = applicationOf(draft);
  const done = await submit(store, { owner, key: randomUUID(), sent: draft, draft, application }, at);
  if (!done.ok) throw new Error(done.error.code);
  return { ...done.value, owner };
}

const staffOf = (grants: Staff['grants']): Staff => {
  const id = randomUUID();
  return { id, login: id, name: id, grants };
};

export const reviewerOf = (department: string): Staff => staffOf([{ role: 'reviewer', department }]);
export const coordinator: Staff = staffOf([{ role: 'coordinator', department: '*' }]);
export const clerk: Staff = staffOf([{ role: 'clerk', department: '*' }]);

/** Makes the same bytes of the same facts, and knows its own signed texts. */
export const testMaker = (): CertificateMaker & { readonly made: string[] } => {
  const made: string[] = [];
  return {
    made,
    make: async (facts) => {
      made.push(facts.number);
      const pdf = Buffer.from(JSON.stringify(facts));
      return { pdf, payload: `signed:${facts.number}` };
    },
    read: (payload) =>
      payload.startsWith('signed:') ? ok({ number: payload.slice('signed:'.length) }) : err('invalid'),
  };
};

/** Parcels that go as far as the test says. */
export const testCourier = (): CourierPort & {
  steps: ('picked' | 'inTransit' | 'delivered' | 'returned')[];
  readonly parcels: Parcel[];
} => {
  const port: ReturnType<typeof testCourier> = {
    company: '测试快递',
    steps: [],
    parcels: [],
    order: async (parcel) => {
      port.parcels.push(parcel);
      return ok({ tracking: createHash('sha256').update(parcel.reference).digest('hex').slice(0, 12) });
    },
    track: async () => ok(['ordered', ...port.steps]),
  };
  return port;
};

export const testNotices = (): NoticePort & { readonly sent: { email: string; text: string }[] } => {
  const sent: { email: string; text: string }[] = [];
  return {
    sent,
    send: async ({ email }, notice) => {
      sent.push({ email, text: JSON.stringify(notice) });
      return ok(undefined);
    },
  };
};

/** A reviewer of that department does it, on the task as it is. */
export async function reviews(
  store: Store,
  number: string,
  department: string,
  action: TaskAction,
  at = NOON,
  staff = reviewerOf(department),
) {
  const stored = await findByNumber(store, number);
  const version = stored ? taskVersion(stored.events, department) : 0;
  return actOnTask(store, staff, { number, department, version, action }, at);
}

const nowhere: FileStore = {
  put: async () => undefined,
  get: async () => undefined,
  remove: async () => undefined,
};

/** With the opinion that it names really uploaded. */
async function withOpinion(store: Store, owner: string, finding: Finding, at: number): Promise<Finding> {
  if (finding.kind === 'noRecord' || finding.opinion === undefined) return finding;
  const bytes = Buffer.from('%PDF-1.7');
  const upload = { owner, name: 'opinion.pdf', type: 'application/pdf' as const, bytes };
  return { ...finding, opinion: (await storeUpload(store, nowhere, upload, at)).id };
}

/** The department's word on every entity of the district. */
export async function answers(
  store: Store,
  number: string,
  department: string,
  finding: Finding = clean,
  at = NOON,
) {
  const stored = await findByNumber(store, number);
  if (!stored) throw new Error(`no case ${number}`);
  const inside = stateAt(store, stored.events, at).scope.entities.filter(({ outside }) => !outside);
  const staff = reviewerOf(department);
  const said = await withOpinion(store, staff.id, finding, at);
  const findings = inside.map(({ creditCode: entity }) => ({ entity, finding: said }));
  return reviews(store, number, department, { kind: 'found', findings }, at, staff);
}

export async function decides(
  service: DeskService,
  number: string,
  action: DeskAction,
  at = NOON,
  staff = coordinator,
) {
  const stored = await findByNumber(service.store, number);
  return actOnCase(service, staff, { number, version: stored?.row.version ?? 0, action }, at);
}

/** As the company, past the API. */
export const asCompany = (store: Store, { caseId, owner }: Taken, body: Body, at = NOON) =>
  act(store, { caseId, plan: () => ok([{ by: { role: 'enterprise' }, actorId: owner, body }]) }, at);

export async function stateOf(store: Store, number: string, at = NOON) {
  const stored = await findByNumber(store, number);
  if (!stored) throw new Error(`no case ${number}`);
  return stateAt(store, stored.events, at);
}

export const mustDo = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The two check characters that fit, found by trying. */
function creditCode(body: string): string | undefined {
  for (const organisation of '0123456789X')
    for (const last of ALPHABET) {
      const code = `91210213${body}${organisation}${last}`;
      if (checkCreditCode(code).ok) return code;
    }
  return undefined;
}

/** Codes of companies that do not exist, each a new one. */
export function creditCodes(): () => string {
  let serial = 0;
  return () => {
    for (;;) {
      const body = `MA${String(serial++).padStart(6, '0')}`;
      const code = creditCode(body);
      if (code !== undefined) return code;
    }
  };
}

/** What of an application changes with the company. */
export const ofCompany = (code: string): Pick<CertificateDraft, 'company' | 'entities'> => {
  const { company, entities } = wireDraft('x');
  return {
    company: { ...company, creditCode: code },
    entities: entities.map((entity) => ({ ...entity, creditCode: code })),
  };
};
