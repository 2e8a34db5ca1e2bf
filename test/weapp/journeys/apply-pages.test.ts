/** Every page of the package with something on it: budgets, names, modes, and each of its controls once. */
import { crawlPage, problemsOf } from '../crawl';
import { modes } from '../dist-facts';
import { longLists, treeBreaches, unnamedControls, unsafeProbes } from '../gates/behaviour';
import type { LaunchOptions } from '../host/host';
import { CaseServer } from '../support/case-server';
import { formOf } from '../support/case-book';
import { draftStorage, NOW, pages, phone, sampleOf } from './applicant';

const id = 'minimum-living-security';
const sample = sampleOf(id);

/** A server with cases in every state that a person can do something in. */
function busyServer(): readonly [
  CaseServer,
  Readonly<Record<'correcting' | 'accepted' | 'decided', string>>,
] {
  const server = new CaseServer();
  const form = formOf(id);
  if (form === undefined) throw new Error('no form');
  const submit = (): string =>
    server.book.submit('li', form, {
      form: id,
      formVersion: 1,
      answers: sample.answers,
      materials: [],
    }).number;
  const [correcting, accepted, decided] = [submit(), submit(), submit()];
  server.clerk(correcting, {
    kind: 'correctionAsked',
    items: [
      { target: { kind: 'field', path: 'members[0].idNo' }, reason: 'R03', note: '' },
      { target: { kind: 'field', path: 'bank' }, reason: 'R06', note: '' },
      { target: { kind: 'field', path: 'incomes' }, reason: 'R09', note: '' },
      { target: { kind: 'material', id: 'application-form' }, reason: 'R01', note: '' },
    ],
  });
  server.clerk(accepted, { kind: 'accepted' });
  server.clerk(decided, { kind: 'accepted' });
  server.clerk(decided, { kind: 'reviewed', task: 'main', opinion: 'pass', note: '' });
  server.clerk(decided, { kind: 'decided', outcome: 'approved', basis: '', note: '' });
  return [server, { correcting, accepted, decided }];
}

const [, numbers] = busyServer();
const fills = sample.form.pages.map((page) => ['fill', { id, page: page.id }] as const);

const states: readonly (readonly [keyof typeof pages, Readonly<Record<string, string>>])[] = [
  ['apply', { id }],
  ...fills,
  ['fill', { id, page: '#materials' }],
  ['review', { id }],
  ['receipt', { number: numbers.accepted }],
  ['receipt', { waiting: 'none' }],
  ['cases', {}],
  ['case', { number: numbers.correcting }],
  ['case', { number: numbers.accepted }],
  ['case', { number: numbers.decided }],
  ['correct', { number: numbers.correcting }],
  ['act', { number: numbers.accepted, kind: 'withdrawn' }],
  ['rate', { number: numbers.decided }],
  ['inbox', {}],
  ['drafts', {}],
  ['signIn', {}],
];

const optionsOf = (query: Readonly<Record<string, string>>, mode: keyof typeof modes): LaunchOptions => ({
  query,
  now: NOW,
  storage: { ...draftStorage(sample), ...modes[mode] },
});

describe.each(['normal', 'elder'] as const)('%s', (mode) => {
  it.each(states)('%s %j stands within its budgets', async (page, query) => {
    const [server] = busyServer();
    const host = await phone(server, { ...optionsOf(query, mode), path: pages[page] });
    await host.advance(2000);
    const breaches = [...treeBreaches(host.counts()), ...longLists(host.tree()), ...problemsOf(host)];
    expect([...breaches, ...unnamedControls(host.names()), ...unsafeProbes(host.ledger)]).toEqual([]);
    expect(host.tree().text.trim()).not.toBe('');
    host.kill();
  });
});

/** One of each page, and of the form the pages that differ in their kinds of fields. */
const crawled = states.filter(
  ([page, { page: at = '' }]) =>
    page !== 'fill' || ['who', 'members', 'assets', 'authorizations', '#materials'].includes(at),
);

it.each(crawled)(
  '%s %j: every control works once',
  async (page, query) => {
    const [server] = busyServer();
    const options = { ...optionsOf(query, 'normal'), server: server.handle };
    expect(await crawlPage(pages[page], options)).toEqual([]);
  },
  60_000,
);

it.each([
  ['offline', { network: 'none' }],
  ['with storage full', { storageFull: true }],
  ['in the largest font, dark', { fontSize: 23, theme: 'dark' }],
  ['before the privacy agreement', { privacyAgreed: false }],
] satisfies [string, LaunchOptions][])(
  'every page opens %s',
  async (_, options) => {
    const problems = [];
    for (const [page, query] of states) {
      const [server] = busyServer();
      const host = await phone(server, { ...optionsOf(query, 'normal'), ...options, path: pages[page] });
      await host.advance(1000);
      problems.push(...host.ledger.errors.map(({ message }) => `${page}: ${message}`));
      if (host.tree().text.trim() === '') problems.push(`${page}: shows nothing`);
      host.kill();
    }
    expect(problems).toEqual([]);
  },
  60_000,
);
