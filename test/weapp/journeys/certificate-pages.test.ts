/** Every page of the package with the most that it may have to show: budgets, names, modes, each control once. */
import { draft, recordOf } from '@/domain/certificate/desk.arbitrary';
import { crawlPage, problemsOf } from '../crawl';
import { modes } from '../dist-facts';
import { longLists, treeBreaches, unnamedControls, unsafeProbes } from '../gates/behaviour';
import type { LaunchOptions } from '../host/host';
import { CertificateServer } from '../support/certificate-server';
import { NOW } from './applicant';
import { draftStorage, manyEntities, NUMBER, pages, phone, type PageName } from './certificate';

const entities = manyEntities(29);
const NUMBERS = { review: NUMBER, out: '2026112300000098', correction: '2026112300000097' };

/** Thirty entities, 27 departments: one case in review, one that is out, one to be corrected. */
function busyServer(): CertificateServer {
  const server = new CertificateServer();
  const whole = {
    ...draft,
    entities: [...draft.entities, ...entities],
    intermediaries: [{ name: '测试证券', email: 'name@example.com' }],
    materials: [
      ...draft.materials,
      { kind: 'entity-list', title: '清单', files: [{ name: 'a.pdf', type: 'pdf', bytes: 1 }] },
    ],
    output: 'asReady',
  } as const;
  const review = server.open(whole, NUMBERS.review).desk.dispatched();
  review.asks('tax').asks('ecology').finds('court', recordOf('remedied'));
  server
    .open({ ...draft, board: 'main' }, NUMBERS.out)
    .desk.dispatched()
    .allFind()
    .decided();
  const third = server.open({ ...draft, board: 'bse' }, NUMBERS.correction).desk;
  third
    .as('enterprise', { kind: 'submitted', scope: third.scope })
    .as('window', { kind: 'correctionAsked', items: ['联系人手机打不通，请换一个'] });
  return server;
}

type Query = Readonly<Record<string, string>>;

const states: readonly (readonly [PageName, Query])[] = [
  ['board', {}],
  ['build', { part: 'entities' }],
  ['build', { part: 'departments' }],
  ['build', { part: 'period' }],
  ...['company', 'contact', 'purpose', 'scope', 'records', 'delivery', 'materials', 'consents'].map(
    (part) => ['apply', { part }] as const,
  ),
  ['review', {}],
  ['receipt', { number: NUMBERS.review }],
  ['mine', {}],
  ['case', { number: NUMBERS.review }],
  ['case', { number: NUMBERS.out }],
  ['case', { number: NUMBERS.correction }],
  ['case', { number: 'none' }],
  ['answer', { number: NUMBERS.review, question: 'q-tax' }],
  ['answer', { number: NUMBERS.out, question: 'none' }],
  ['act', { number: NUMBERS.review, kind: 'withdrawn' }],
  ['act', { number: NUMBERS.review, kind: 'urged', department: 'court' }],
  ['act', { number: NUMBERS.out, kind: 'rated' }],
  ['act', { number: NUMBERS.review, kind: 'complained' }],
  ['lookUp', {}],
  ['verify', {}],
  ['verify', { c: 'not a certificate, but long enough to be one' }],
  ['materials', {}],
];

const optionsOf = (query: Query, mode: keyof typeof modes): LaunchOptions => ({
  query,
  now: NOW,
  storage: { ...draftStorage({}, entities), ...modes[mode] },
});

async function breachesOf(page: PageName, options: LaunchOptions): Promise<readonly string[]> {
  const host = await phone(busyServer(), { ...options, path: pages[page] });
  await host.advance(2000);
  const breaches = [...treeBreaches(host.counts()), ...longLists(host.tree()), ...problemsOf(host)];
  const spoken = unnamedControls(host.names());
  const empty = host.tree().text.trim() === '' ? ['shows nothing'] : [];
  host.kill();
  return [...breaches, ...spoken, ...unsafeProbes(host.ledger), ...empty];
}

it.each(states)('%s %j stands within its budgets', async (page, query) => {
  expect(await breachesOf(page, optionsOf(query, 'normal'))).toEqual([]);
});

/** Where most stands. */
const largest = states.filter(([page]) => ['board', 'build', 'case', 'review'].includes(page));

it.each(largest)('%s %j in 长辈版, the largest font and dark', async (page, query) => {
  const options = { ...optionsOf(query, 'elder'), fontSize: 23, theme: 'dark' } as const;
  expect(await breachesOf(page, options)).toEqual([]);
});

/** Where controls differ from those of other pages. */
const crawled = states.filter(
  ([page, { part = '', number }]) =>
    ['board', 'mine', 'lookUp', 'verify'].includes(page) ||
    (page === 'build' && part !== 'period') ||
    (page === 'apply' && part === 'materials') ||
    (page === 'case' && number !== NUMBERS.correction),
);

it.each(crawled)(
  '%s %j: every control works once',
  async (page, query) => {
    const options = { ...optionsOf(query, 'normal'), server: busyServer().handle };
    expect(await crawlPage(pages[page], options)).toEqual([]);
  },
  60_000,
);

it.each(states.filter(([, { number }]) => number === NUMBERS.review || number === undefined))(
  '%s %j opens without a network',
  async (page, query) => {
    const host = await phone(busyServer(), {
      ...optionsOf(query, 'normal'),
      network: 'none',
      storageFull: true,
      path: pages[page],
    });
    await host.advance(1000);
    expect(host.ledger.errors.map(({ message }) => message)).toEqual([]);
    expect(host.tree().text.trim()).not.toBe('');
    host.kill();
  },
);
