/** One form from the first page to the rating, in the compiled package, with the real server and its console behind it. */
import { caseDetail } from '@/contract/cases';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '@/contract/paths';
import type { Field } from '@/domain/form/form';
import { propertyOf } from '@/domain/logic/facts';
import { getPath } from '../../../content/forms/set';
import { isRecord, text } from '../../host/values';
import type { Host, LaunchOptions } from '../../host/host';
import { RealDesk } from '../../support/real-desk';
import type { RealServer } from '../../support/real-server';
import { fillByScreen, NOW, opened, pages, press, type Sample, typeAt } from '../applicant';
import { faults, first, links, path, start, toasts } from '../person';

/** Of the demo; the third has no household register, so that a shared paper becomes an upload. */
export const PEOPLE = ['李明', '张建国', '王小丽'] as const;

/** Of the demo's register, in the samples. */
export const COMPANY = { code: '91210213MATEXY0136', representative: '李明' } as const;

/** What a phone keeps: JSON by key. */
export type Kept = ReadonlyMap<string, string>;

export interface Office {
  readonly server: RealServer;
  readonly clerk: RealDesk;
  readonly reviewer: RealDesk;
  /** What the phone of each person keeps. */
  readonly phones: Map<string, Kept>;
}

export const use = (server: RealServer, options: LaunchOptions): Promise<Host> =>
  start({ now: new Date(server.now()), server: server.handle, ...options });

/** On the page for it, as one of the people of the demo. */
export async function signIn(server: RealServer, name: string): Promise<Kept> {
  const host = await use(server, { path: pages.signIn, now: NOW });
  await host.tap(first(host.getAllByRole('link', { name: new RegExp(`^${name}`) }), name));
  return host.kill().storage;
}

export async function openOffice(server: RealServer): Promise<Office> {
  const clerk = await RealDesk.open(server, 'clerk');
  const reviewer = await RealDesk.open(server, 'reviewer');
  const phones = new Map<string, Kept>();
  for (const name of PEOPLE) phones.set(name, await signIn(server, name));
  return { server, clerk, reviewer, phones };
}

export interface StoredCase {
  readonly kinds: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  /** Ids of the materials for which a file was uploaded. */
  readonly uploaded: readonly string[];
}

/** The case as the server has it, asked for with the session on the phone. */
export async function caseOf(host: Host, { handle }: RealServer, number: string): Promise<StoredCase> {
  const session = opened(host, 'session');
  const header = {
    authorization: `Bearer ${isRecord(session) ? text(session['token']) : ''}`,
    [CONTRACT_HEADER]: String(CONTRACT_VERSION),
  };
  const reply = await handle({ method: 'GET', url: `/api/cases/${number}`, data: undefined, header });
  const detail = caseDetail.parse(reply?.data);
  return {
    kinds: detail.events.map(({ fact }) => fact.kind),
    answers: detail.answers,
    uploaded: detail.materials.filter(({ as }) => as === 'uploaded').map(({ material }) => material),
  };
}

export interface Trip {
  readonly sample: Sample;
  readonly number: string;
  /** What the phone keeps between the steps. */
  readonly storage: Kept;
}

/** Fields with an answer of their own, groups opened. */
const placesIn = (fields: readonly Field[], values: unknown, at = ''): readonly Place[] =>
  fields.flatMap((field): readonly Place[] => {
    const value = propertyOf(values, field.key);
    const where = at === '' ? field.key : `${at}.${field.key}`;
    if (value === undefined || field.kind === 'rows') return [];
    return field.kind === 'group' ? placesIn(field.fields, value, where) : [{ path: where, field, value }];
  });

interface Place {
  readonly path: string;
  readonly field: Field;
  readonly value: unknown;
}

const MOBILE = '13911112222';

const WRITTEN: readonly Field['kind'][] = ['mobile', 'text', 'textarea'];

/** What a clerk finds wrong: a telephone, or else something that was written, or else whatever there is. */
function placeToMend({ form, answers }: Sample): Place | undefined {
  const places = placesIn(form.fields, answers);
  const written = WRITTEN.flatMap((kind) => places.find(({ field }) => field.kind === kind) ?? []);
  return written[0] ?? places[0];
}

/** Typed key by key; in the other forms each word goes in at once, which is four times as fast. */
const BY_KEYS: readonly string[] = [
  ...['elderly-allowance', 'minimum-living-security', 'newborn-one-thing', 'medical-reimbursement'],
  ...['school-enrollment', 'wage-complaint', 'public-place-hygiene'],
];

export async function handIn({ server, phones }: Office, sample: Sample, name: string): Promise<Trip> {
  const { id, answers } = sample;
  const host = await use(server, { path: pages.apply, query: { id }, storage: phones.get(name) ?? {} });
  await press(host, '开始填写');
  await fillByScreen(host, sample, BY_KEYS.includes(id));
  expect(path(host)).toBe(pages.review);
  await press(host, '提交');
  expect([path(host), alertsOf(host)]).toEqual([pages.receipt, []]);
  const number = host.currentPage().query['number'] ?? '';
  const stored = await caseOf(host, server, number);
  expect([stored.kinds, Object.keys(stored.answers).sort()]).toEqual([
    ['submitted'],
    Object.keys(answers).sort(),
  ]);
  expect([...faults(host), ...host.ledger.echoes]).toEqual([]);
  return { sample, number, storage: host.kill().storage };
}

const alertsOf = (host: Host): readonly string[] => host.getAllByRole('alert').map((node) => node.text);

/** Returned by the clerk; the resident reads the message, mends what it names, and nothing else. */
export async function mend({ server, clerk }: Office, { sample, number, storage }: Trip): Promise<Trip> {
  const host = await use(server, { path: pages.inbox, storage });
  const { uploaded, answers } = await caseOf(host, server, number);
  const [material] = uploaded;
  const place = placeToMend(sample);
  const targets = [
    ...(place === undefined ? [] : [`field:${place.path}`]),
    ...(material === undefined ? [] : [`material:${material}`]),
  ];
  await clerk.does(number, 'correctionAsked', {
    pick: targets,
    ...Object.fromEntries(
      targets.flatMap((key) => [
        [`reason:${key}`, 'R03'],
        [`note:${key}`, '请核对'],
      ]),
    ),
  });
  await readMessage(host, number);
  await press(host, '去补正');
  expect(path(host)).toBe(pages.correct);
  if (place !== undefined && WRITTEN.includes(place.field.kind)) {
    const replace = place.field.kind === 'mobile' ? MOBILE : text(place.value);
    await typeAt(host, place.path, '', { replace });
  }
  if (material !== undefined) await press(host, /：拍照或选文件$/);
  await host.advance(1500);
  await press(host, '提交补正');
  expect([path(host), toasts(host).includes('补正已提交'), alertsOf(host)]).toEqual([pages.case, true, []]);
  const after = await caseOf(host, server, number);
  expect(after.kinds).toEqual(['submitted', 'correctionAsked', 'corrected']);
  if (place?.field.kind === 'mobile') expect(getPath(after.answers, place.path)).toBe(MOBILE);
  expect(Object.keys(after.answers)).toEqual(Object.keys(answers));
  expect([...faults(host), ...host.ledger.echoes]).toEqual([]);
  return { sample, number, storage: host.kill().storage };
}

/** It comes within a second or two: messages are sent by the server's own task. */
async function readMessage(host: Host, number: string): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    const [message] = links(host).filter(
      (name) => name.startsWith('请补正') && name.replace(/\s/g, '').includes(number),
    );
    if (message !== undefined) {
      await host.tap(host.getByRole('link', { name: message }));
      expect([path(host), host.currentPage().query]).toEqual([pages.case, { number }]);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await host.open(`/${pages.inbox}`);
  }
  throw new Error(`no message about ${number}`);
}

/** Accepted, looked at by each department, decided and delivered; the resident sees the result and rates it. */
export async function conclude(
  { server, clerk, reviewer }: Office,
  { number, storage }: Trip,
): Promise<void> {
  await clerk.does(number, 'accepted');
  for (const task of await reviewer.tasksOf(number))
    await reviewer.does(number, 'reviewed', { task, opinion: 'pass' });
  await reviewer.does(number, 'decided', { outcome: 'approved', note: '符合条件' });
  await clerk.does(number, 'delivered', { method: 'electronic' });
  const host = await use(server, { path: pages.case, query: { number }, storage });
  expect(host.hasText('已办结并送达：通过。')).toBe(true);
  expect(host.hasText('办结：通过：符合条件')).toBe(true);
  await host.tap(host.getByRole('link', { name: /^评价/ }));
  await host.tap(host.getByRole('radio', { name: '非常满意' }));
  await press(host, '提交评价');
  expect([path(host), host.hasText('您评价：非常满意')]).toEqual([pages.case, true]);
  // How many sign differs from form to form.
  const kinds = (await caseOf(host, server, number)).kinds.filter((kind) => kind !== 'signed');
  expect([kinds.slice(0, 4), kinds.slice(-3)]).toEqual([
    ['submitted', 'correctionAsked', 'corrected', 'accepted'],
    ['decided', 'delivered', 'rated'],
  ]);
  expect(faults(host)).toEqual([]);
  host.kill();
}
