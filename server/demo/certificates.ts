/** 演示数据: certificates in several states, so that phone and console have something to show. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { CertificateDraft } from '@/contract/certificate-draft';
import { act, type Doing, type Held } from '../certificate/act';
import { checkDraft } from '../certificate/application';
import { filesIn } from '../certificate/content';
import { defaultPeriod } from '@/domain/certificate/period';
import type { Finding } from '@/domain/certificate/events';
import { dateOf, formatDate } from '@/domain/shared/civil-date';
import { ok } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { actOnCase, type DeskService } from '../certificate/desk-act';
import type { DeskAction, TaskAction } from '../certificate/desk-types';
import { findById } from '../certificate/find';
import { reference } from '../certificate/rules';
import { submit } from '../certificate/submit';
import { taskVersion } from '../certificate/task';
import { actOnTask } from '../certificate/task-act';
import { attach, findOwn, storeUpload } from '../files/attachments';
import { personFor } from '../identity/people';
import type { Staff } from '../staff/accounts';
import { DEMO_COMPANIES } from './companies';
import { DEMO_PEOPLE, recordOf } from './people';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const ALL = reference.departments.map(({ id }) => id);

/** What the demo's departments say; each day a step, so that no event comes before another. */
type Happening = readonly [daysAgo: number, what: (at: Scene) => Promise<void>];

interface DemoCertificate {
  readonly company: string;
  readonly person: string;
  readonly purpose: Pick<CertificateDraft, 'purpose' | 'board'>;
  readonly delivery?: CertificateDraft['delivery'];
  readonly submitted: number;
  readonly then: readonly Happening[];
}

interface Scene {
  readonly service: DeskService;
  readonly caseId: string;
  readonly at: number;
  readonly coordinator: string;
}

const clean: Finding = { kind: 'noRecord', phrase: 'no-record' };

const staffOf = (id: string, role: Staff['grants'][number]['role'], department: string): Staff => ({
  id,
  login: id,
  name: '演示',
  grants: [{ role, department }],
});

async function open({ service, caseId }: Scene) {
  const stored = await findById(service.store, caseId);
  if (!stored) throw new Error('a seeded case is there');
  return stored;
}

const mustBe = (what: string, done: { readonly ok: boolean }): void => {
  if (!done.ok) throw new Error(`the demo's certificate: ${what} ${JSON.stringify(done)}`);
};

const desk = (action: DeskAction) => async (scene: Scene) => {
  const { row } = await open(scene);
  const { service, at, coordinator } = scene;
  const deed = { number: row.receipt, version: row.version, action };
  mustBe(action.kind, await actOnCase(service, staffOf(coordinator, 'coordinator', '*'), deed, at));
};

const task = (department: string, action: TaskAction) => async (scene: Scene) => {
  const { row, events } = await open(scene);
  const deed = { number: row.receipt, department, version: taskVersion(events, department), action };
  const staff = staffOf(scene.coordinator, 'reviewer', department);
  mustBe(`${department} ${action.kind}`, await actOnTask(scene.service.store, staff, deed, scene.at));
};

/** No record of any entity: said by all of them in one step, as a demo should start quickly. */
const clear = (departments: readonly string[]) => async (scene: Scene) => {
  const { service, caseId, coordinator, at } = scene;
  const plan = ({ state: { scope } }: Held) => {
    const inside = scope.entities.filter(({ outside }) => !outside);
    return ok(
      departments.flatMap((department): readonly Doing[] => {
        const own = { by: { role: 'department', department }, actorId: coordinator } as const;
        const found = inside.map(
          ({ creditCode: entity }) => ({ kind: 'found', department, entity, finding: clean }) as const,
        );
        return [{ kind: 'taken', department } as const, ...found].map((body) => ({ ...own, body }));
      }),
    );
  };
  mustBe('clear', await act(service.store, { caseId, plan }, at));
};

const complains = (text: string) => async (scene: Scene) => {
  const { row } = await open(scene);
  const body = { kind: 'complained', text } as const;
  const plan = () => ok([{ by: { role: 'enterprise' }, actorId: row.owner, body } as const]);
  mustBe('complained', await act(scene.service.store, { caseId: scene.caseId, plan }, scene.at));
};

const TO_CORRECT = ['上市进程材料请上传有签章的一份'];

const DEMO_CERTIFICATES: readonly DemoCertificate[] = [
  {
    company: '91210213MATEXY0136',
    person: 'li',
    purpose: { purpose: 'ipo', board: 'star' },
    submitted: 0,
    then: [],
  },
  {
    company: '91210213MATEXY0136',
    person: 'li',
    purpose: { purpose: 'refinancing' },
    submitted: 3,
    then: [
      [2, desk({ kind: 'accepted' })],
      [1, clear(ALL.slice(0, 1).concat(ALL.slice(4, 18)))],
      [1, task('human-resources', { kind: 'asked', text: '请说明 2025 年两次社保补缴的原因' })],
      [1, desk({ kind: 'externalWait', department: 'court', reason: '已发函查询，等线下回复' })],
      [1, task('meteorology', { kind: 'recused', reason: '企业没有防雷重点场所，请牵头部门核定' })],
    ],
  },
  {
    company: '91210213MATEXY0211',
    person: 'wang',
    purpose: { purpose: 'merger' },
    submitted: 2,
    then: [
      [1, desk({ kind: 'correctionAsked', items: TO_CORRECT })],
      [0, complains('材料交了两次，每次说的要求不一样')],
    ],
  },
  {
    company: '91210213MATEXY0211',
    person: 'wang',
    purpose: { purpose: 'neeq' },
    delivery: { kind: 'courier', recipient: '王小丽', mobile: '13700000003', address: '拥政街道测试路2号' },
    submitted: 9,
    then: [
      [8, desk({ kind: 'accepted' })],
      [7, clear(ALL)],
      [1, desk({ kind: 'decided' })],
      [0, desk({ kind: 'courier', step: 'ordered' })],
    ],
  },
];

async function demoPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.drawText('DEMO', {
    x: 200,
    y: 400,
    size: 48,
    font: await document.embedFont(StandardFonts.Helvetica),
  });
  return Buffer.from(await document.save());
}

async function draftOf(
  { service: { store, files } }: Pick<Scene, 'service'>,
  { company: code, purpose, delivery = { kind: 'electronic' }, person }: DemoCertificate,
  { owner, at }: { owner: string; at: number },
): Promise<CertificateDraft> {
  const licence = DEMO_COMPANIES.find(({ creditCode }) => creditCode === code);
  const demo = DEMO_PEOPLE.find(({ id }) => id === person);
  if (!licence || !demo) throw new Error(`no demo company ${code} or person ${person}`);
  const today = shanghaiMoment(at).date;
  const period = defaultPeriod(dateOf(licence.established), today);
  if (!period) throw new Error(`${code} is too young`);
  const upload = {
    owner,
    name: '演示-辅导备案.pdf',
    type: 'application/pdf',
    bytes: await demoPdf(),
  } as const;
  const file = await storeUpload(store, files, upload, at);
  const { creditCode, name, legalRepresentative, capitalCents, established, address, industry } = licence;
  return {
    company: { creditCode, name, legalRepresentative, capitalCents, established, address, industry },
    contact: { name: demo.name, mobile: demo.mobile, email: 'demo@example.com' },
    byAgent: false,
    intermediaries: [{ name: '演示保荐机构', email: 'sponsor@example.com' }],
    ...purpose,
    period: { start: formatDate(period.start), end: formatDate(period.end) },
    entities: [{ kind: 'company', creditCode, name, district: licence.district }],
    departments: [...ALL],
    scopeConfirmed: false,
    knownRecords: [],
    output: 'once',
    copies: 1,
    language: 'zh',
    delivery,
    materials: [{ kind: 'listing-progress', title: '辅导备案', files: [file.id] }],
    sharingFailed: [],
    consents: { review: true, truth: true, disclosure: true },
  };
}

async function seedOne(
  service: DeskService,
  one: DemoCertificate,
  coordinator: string,
  now: number,
): Promise<void> {
  const { store } = service;
  const demo = DEMO_PEOPLE.find(({ id }) => id === one.person);
  if (!demo) throw new Error(`no demo person ${one.person}`);
  const at = now - one.submitted * DAY_MS;
  const { id: owner } = await personFor(store, recordOf(demo), at);
  const draft = await draftOf({ service }, one, { owner, at });
  const checked = checkDraft(draft, await findOwn(store, owner, filesIn(draft)), shanghaiMoment(at).date);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error.faults));
  const { application } = checked.value;
  const key = `demo-certificate-${one.purpose.purpose}`;
  const taken = await submit(store, { owner, key, sent: draft, draft, application }, at);
  if (!taken.ok) throw new Error(taken.error.code);
  const { caseId } = taken.value;
  await attach(store, { owner, caseId }, filesIn(draft));
  for (const [i, [daysAgo, what]] of one.then.entries())
    await what({ service, caseId, coordinator, at: Math.min(now, now - daysAgo * DAY_MS + i * HOUR_MS) });
}

/** Once for each database, after its accounts are there. */
export async function seedCertificates(service: DeskService, now: number): Promise<void> {
  const { id } = await service.store.db
    .selectFrom('staff')
    .select('id')
    .where('login', '=', 'coordinator')
    .executeTakeFirstOrThrow();
  for (const one of DEMO_CERTIFICATES) await seedOne(service, one, id, now);
}
