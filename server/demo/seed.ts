/** 演示数据: accounts, and cases in every state, so that a console opened for the first time has something to show. */
import type { CaseFact, Role } from '@/domain/case/event';
import { append } from '../cases/append';
import type { Store } from '../cases/store';
import { submit } from '../cases/submit';
import { getItem, tasksOf } from '../catalogue';
import { toStored } from '../api/content';
import { personFor } from '../identity/people';
import { addStaff, secretOf } from '../staff/accounts';
import { seedMatching } from './matching';
import { DEMO_PEOPLE, recordOf } from './people';
import samples from './samples.json';
import { seedGrants } from './grants';
import { planSignatures } from '../signatures/plan';
import { DEMO_PASSWORD, DEMO_STAFF } from './staff';

const DAY_MS = 86_400_000;

type Happening = readonly [daysAgo: number, role: Role, fact: CaseFact];

interface DemoCase {
  readonly item: keyof typeof samples;
  readonly person: string;
  readonly daysAgo: number;
  readonly then: readonly Happening[];
}

const ACCEPTED: CaseFact = { kind: 'accepted' };
const PASSED: CaseFact = { kind: 'reviewed', task: 'main', opinion: 'pass', note: '' };
const APPROVED: CaseFact = { kind: 'decided', outcome: 'approved', basis: '', note: '材料齐全，符合条件。' };
const BLURRED: CaseFact = {
  kind: 'correctionAsked',
  items: [
    {
      target: { kind: 'material', id: 'leaving-proof' },
      reason: 'R01',
      note: '解除劳动关系的日期看不清，请重新拍',
    },
  ],
};

const DEMO_CASES: readonly DemoCase[] = [
  { item: 'elderly-allowance', person: 'zhang', daysAgo: 1, then: [] },
  { item: 'open-restaurant', person: 'li', daysAgo: 2, then: [] },
  { item: 'prepackaged-food-filing', person: 'li', daysAgo: 6, then: [] },
  { item: 'birth-service-registration', person: 'wang', daysAgo: 3, then: [[2, 'clerk', ACCEPTED]] },
  {
    item: 'public-place-hygiene',
    person: 'li',
    daysAgo: 9,
    then: [
      [8, 'clerk', ACCEPTED],
      [1, 'applicant', { kind: 'complained', note: '说好的时间里没有人来看现场' }],
    ],
  },
  {
    item: 'disability-two-subsidies',
    person: 'zhang',
    daysAgo: 8,
    then: [
      [7, 'clerk', ACCEPTED],
      [3, 'reviewer', PASSED],
    ],
  },
  { item: 'unemployment-registration', person: 'wang', daysAgo: 4, then: [[3, 'clerk', BLURRED]] },
  {
    item: 'resident-medical-registration',
    person: 'wang',
    daysAgo: 5,
    then: [
      [
        4,
        'clerk',
        {
          kind: 'notAccepted',
          basis: '城乡居民基本医疗保险参保规定',
          note: '您已参加职工医保，不用再登记。',
        },
      ],
    ],
  },
  {
    item: 'gov-info-disclosure',
    person: 'li',
    daysAgo: 12,
    then: [
      [11, 'clerk', ACCEPTED],
      [6, 'reviewer', PASSED],
      [5, 'reviewer', APPROVED],
    ],
  },
  {
    item: 'social-insurance-certificate',
    person: 'li',
    daysAgo: 20,
    then: [
      [20, 'clerk', ACCEPTED],
      [20, 'reviewer', PASSED],
      [20, 'reviewer', APPROVED],
      [20, 'clerk', { kind: 'delivered', method: 'electronic', note: '' }],
      [
        19,
        'applicant',
        { kind: 'rated', rating: { stars: 5, indicators: {}, reasons: [], comment: '很快' } },
      ],
    ],
  },
  // 李明 has signed, 王小丽 signs on her own phone.
  { item: 'public-rental-subsidy', person: 'li', daysAgo: 1, then: [] },
];

async function seedStaff(store: Store, at: number): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { login, name, grants } of DEMO_STAFF) {
    const { id } = await addStaff(store, { login, name, password: DEMO_PASSWORD, grants }, at);
    const [first] = grants;
    if (first && !ids.has(first.role)) ids.set(first.role, id);
  }
  return ids;
}

async function seedCase(
  store: Store,
  { item: id, person, daysAgo, then }: DemoCase,
  ids: ReadonlyMap<string, string>,
  now: number,
) {
  const demo = DEMO_PEOPLE.find((one) => one.id === person);
  if (!demo) throw new Error(`no demo person ${person}`);
  const submittedAt = now - daysAgo * DAY_MS;
  const applicant = await personFor(store, recordOf(demo), submittedAt);
  const { id: owner } = applicant;
  const item = getItem(id);
  const answers = samples[id];
  const { form, name: itemName } = item;
  const planning = { form, itemName, answers, person: applicant, before: [], at: submittedAt };
  const signatures = planSignatures(store, planning);
  const stored = await submit(
    store,
    {
      owner,
      key: `demo-${id}-seeded`,
      item: id,
      formVersion: form.version,
      rules: item.rules,
      tasks: tasksOf(item, answers),
      answers: toStored({ answers, materials: [] }),
      unsigned: signatures.unsigned,
      ...(signatures.write ? { within: signatures.write } : {}),
    },
    submittedAt,
  );
  if (!stored.ok) throw new Error(stored.error);
  const { caseId } = stored.value;
  for (const [i, [ago, role, fact]] of then.entries()) {
    const actor = { role, id: role === 'applicant' ? owner : (ids.get(role) ?? role) };
    // An hour apart, in their order.
    const at = now - ago * DAY_MS + i * 3_600_000;
    const done = await append(store, { caseId, actor, fact, expected: i + 1 }, at);
    if (!done.ok) throw new Error(`${id}: ${done.error.code}`);
  }
}

/** Once for each database; what was seeded before stays as it is. */
export async function seedDemo(store: Store, now: number): Promise<boolean> {
  if (await secretOf(store, DEMO_STAFF[0]?.login ?? '')) return false;
  const ids = await seedStaff(store, now);
  for (const one of DEMO_CASES) await seedCase(store, one, ids, now);
  await seedMatching(store, now);
  await seedGrants(store, now);
  return true;
}
