/** The certificate over HTTP on both engines: from the company to the paper. */
import { randomUUID } from 'node:crypto';
import type { CertificateDraft } from '@/contract/certificate-draft';
import { CONTRACT_HEADER, CONTRACT_VERSION, paths } from '@/contract/paths';
import { BRANCH } from '@/domain/certificate/desk.arbitrary';
import { newKey, openApi, textField, type Api } from '../server-support/api';
import { DAY_MS, NOON } from '../server-support/cases';
import {
  answers,
  creditCodes,
  decides,
  mustDo,
  recordOf,
  reviews,
  SMALL,
  testMaker,
  wireDraft,
} from '../server-support/certificates';
import { apply, at } from '../server-support/certificates-api';
import { ENGINES } from '../server-support/engines';
import { jpeg, pdf } from '../server-support/pictures';

jest.setTimeout(60_000);

const endingOn = (end: string): Partial<CertificateDraft> => ({ period: { start: '2023-01-01', end } });

const [company] = wireDraft('x').entities;
if (!company) throw new Error('an application names its company');
const branch = { kind: 'branch', creditCode: BRANCH, name: '分公司', district: '210213' } as const;

/** Of companies that do not exist. */
function manyBranches(count: number): CertificateDraft['entities'] {
  const codes = creditCodes();
  return Array.from({ length: count }, () => ({ ...branch, creditCode: codes() }));
}

describe.each(ENGINES)('the certificate over HTTP, %s', (engine) => {
  let api: Api;
  let li: string;
  const maker = testMaker();

  beforeAll(async () => {
    api = await openApi({ certificate: { maker } }, engine);
    li = await api.signIn('li');
  });
  afterAll(() => api.close());

  it('goes from the company to the paper and its verification', async () => {
    const companies = await api.call('GET', paths.certificateCompanies, { token: li });
    expect(companies.json()).toMatchObject({
      demo: true,
      companies: [{ creditCode: '91210213MATEXY0136', as: 'legalRepresentative' }],
    });
    const { body, key, response } = await apply(api, li);
    const { number, queryCode } = response.json();
    expect([response.statusCode, response.json().departments]).toEqual([200, 2]);
    const again = await api.call('POST', paths.certificates, { token: li, key, body });
    expect(again.json()).toEqual(response.json());
    const changed = { draft: { ...body.draft, copies: 2 } };
    expect((await api.call('POST', paths.certificates, { token: li, key, body: changed })).json().code).toBe(
      'idempotencyReused',
    );
    const second = await apply(api, li);
    expect(second.response.json()).toMatchObject({ code: 'caseFault', fault: 'duplicate', number });

    const path = at(paths.certificate, { number });
    const actions = at(paths.certificateActions, { number });
    const detail = async () => (await api.call('GET', path, { token: li })).json();
    // The company is called what its licence calls it.
    expect((await detail()).draft.company.name).toBe('大连金普测试科技有限公司');
    const service = api.service;
    const { store } = service;
    mustDo(await decides(service, number, { kind: 'correctionAsked', items: ['补章'] }));
    const asked = await detail();
    expect([asked.main, asked.corrections]).toEqual(['correction', ['补章']]);
    const correct = (version: number, draft: CertificateDraft) =>
      api.call('POST', actions, { token: li, body: { version, action: { kind: 'corrected', draft } } });
    expect((await correct(asked.version - 1, asked.draft)).json()).toMatchObject({
      code: 'staleVersion',
      current: { number },
    });
    expect((await correct(asked.version, { ...asked.draft, copies: 11 })).json().faults).toEqual([
      { code: 'copies', path: 'copies' },
    ]);
    expect((await correct(asked.version, { ...asked.draft, copies: 2 })).json()).toMatchObject({
      main: 'submitted',
      draft: { copies: 2 },
    });

    mustDo(await decides(service, number, { kind: 'accepted' }));
    mustDo(await reviews(store, number, 'tax', { kind: 'asked', text: '请说明' }));
    const waiting = await detail();
    expect(waiting).toMatchObject({
      main: 'clarifying',
      clock: { paused: true, stoppedBy: [{ department: 'tax', why: 'question' }] },
      questions: [{ state: 'open', answerBy: '2026-12-08' }],
      board: [
        { department: 'tax', state: 'needClarify' },
        { department: 'court', state: 'assigned' },
      ],
    });
    const files = [textField(await api.upload(li, jpeg()), 'id')];
    const question: string = waiting.questions[0].id;
    const answer = (text: string, named: readonly string[]) =>
      api.call('POST', actions, {
        token: li,
        // Others went on meanwhile: an answer stands all the same.
        body: { version: 1, action: { kind: 'answered', question, text, files: named } },
      });
    expect((await answer('说明', [randomUUID()])).statusCode).toBe(400);
    expect((await answer('说明', files)).json().questions).toMatchObject([
      { state: 'answered', answer: { text: '说明', files: [{ id: files[0] }] } },
    ]);
    expect((await answer('说明', files)).json()).toMatchObject({ code: 'caseFault', fault: 'state' });

    mustDo(await answers(store, number, 'tax', recordOf('minor')));
    mustDo(await answers(store, number, 'court'));
    mustDo(await decides(service, number, { kind: 'decided' }));
    const done = await detail();
    const [paper] = done.papers;
    expect(done).toMatchObject({
      main: 'issued',
      outcome: { kind: 'issued', annexed: ['tax'] },
      entities: [{ counts: { noRecord: 1, cleared: 1, waiting: 0 } }],
      papers: [{ status: 'valid', payload: `signed:${paper.number}` }],
    });
    const bytes = await api.call('GET', at(paths.certificatePaper, { number, paper: paper.number }), {
      token: li,
    });
    expect([bytes.headers['content-type'], JSON.parse(bytes.body).number]).toEqual([
      'application/pdf',
      paper.number,
    ]);
    const entity = await api.call(
      'GET',
      at(paths.certificateEntity, { number, creditCode: '91210213MATEXY0136' }),
      { token: li },
    );
    expect(entity.json().cells).toMatchObject([
      { department: 'tax', state: 'cleared', finding: { assessment: 'minor' } },
      { department: 'court', state: 'noRecord', finding: { records: [] } },
    ]);
    mustDo(await decides(service, number, { kind: 'handedOver', way: 'electronic' }));
    const rate = { version: 1, action: { kind: 'rated', level: 5, reasons: [] } };
    expect((await api.call('POST', actions, { token: li, body: rate })).json()).toMatchObject({
      main: 'closed',
      rating: 5,
      renewal: null,
    });

    const look = { queryCode, creditCode: '91210213MATEXY0136' };
    expect((await api.call('POST', paths.certificateLookUp, { body: look })).json()).toMatchObject({
      main: 'closed',
      toAnswer: 0,
    });
    const verified = await api.call('POST', paths.certificateVerify, {
      body: { by: 'code', code: paper.code },
    });
    expect(verified.json()).toMatchObject({ status: 'valid', maskedCreditCode: '9121**********0136' });
    expect(verified.body).not.toContain('文号甲');

    api.clock.now = NOON + 10 * DAY_MS;
    li = await api.signIn('li');
    const next = (await detail()).renewal;
    expect(next).toEqual({ start: '2026-11-23', end: '2026-12-03' });
    const renew = async (period: CertificateDraft['period']) => {
      const file = textField(await api.upload(li, pdf(), 'b.pdf'), 'id');
      const again = { renews: number, draft: wireDraft(file, { ...SMALL, period }) };
      return (await api.call('POST', paths.certificates, { token: li, key: newKey(), body: again })).json();
    };
    expect(await renew({ ...next, start: '2026-11-22' })).toMatchObject({
      code: 'caseFault',
      fault: 'other',
    });
    expect(await renew(next)).toMatchObject({ departments: 2 });
    const list = (await api.call('GET', paths.certificates, { token: li })).json().certificates;
    expect(list).toMatchObject([
      { main: 'submitted', period: next, certificate: null },
      { main: 'closed', certificate: { number: paper.number, status: 'valid' } },
    ]);
    api.clock.now = NOON;
    li = await api.signIn('li');
  });

  it('refuses what is no sound application, and files that are somebody else’s', async () => {
    const faults = async (change: Partial<CertificateDraft>) => {
      const { response } = await apply(api, li, { purpose: 'merger', ...change });
      return response.json().faults?.map(({ code }: { code: string }) => code);
    };
    expect(await faults({ consents: { review: false, truth: true, disclosure: true } })).toContain('consent');
    const wang = await api.signIn('wang');
    const theirs = textField(await api.upload(wang, pdf(), 'a.pdf'), 'id');
    expect(
      await faults({ materials: [{ kind: 'listing-progress', title: '辅导备案', files: [theirs] }] }),
    ).toContain('materialMissing');
  });

  const stored = () =>
    Promise.all(
      (['certificate_cases', 'certificate_keys', 'certificate_contents'] as const).map(async (table) => {
        const all = api.database.db.selectFrom(table).select(({ fn }) => fn.countAll().as('count'));
        return Number((await all.executeTakeFirstOrThrow()).count);
      }),
    );

  const wrong: readonly (readonly [string, Partial<CertificateDraft>, string, string])[] = [
    [
      '1 a wrong credit code of an entity',
      { entities: [company, { ...branch, creditCode: `${branch.creditCode.slice(0, -1)}0` }] },
      'creditCode:checksum',
      'entities[1].creditCode',
    ],
    ['3 a period that ends today', endingOn('2026-11-24'), 'periodEndNotPast', 'period.end'],
    ['3 a period that ends later', endingOn('2026-11-25'), 'periodEndNotPast', 'period.end'],
    ['5 a row too many', { entities: [company, ...manyBranches(30)] }, 'entitiesCount', 'entities'],
  ];
  it.each(wrong)('%s is refused with the field, whatever the phone did, and not stored', async (...one) => {
    const [, change, code, path] = one;
    const before = await stored();
    const file = textField(await api.upload(li, pdf(), 'b.pdf'), 'id');
    const materials = (['listing-progress', 'entity-list'] as const)
      .slice(0, change.entities ? 2 : 1)
      .map((kind) => ({ kind, title: kind, files: [file] }));
    const { response } = await apply(api, li, { materials, ...change });
    expect([response.statusCode, response.json()]).toMatchObject([
      422,
      { code: 'invalidAnswers', faults: [{ code, path }] },
    ]);
    expect(await stored()).toEqual(before);
  });

  it('25 takes each of the five levels once, and no other', async () => {
    for (const level of [1, 2, 3, 4, 5]) {
      const number = textField((await apply(api, li)).response, 'number');
      for (const action of [
        { kind: 'accepted' },
        { kind: 'decided' },
        { kind: 'handedOver', way: 'electronic' },
      ] as const) {
        mustDo(await decides(api.service, number, action));
        if (action.kind !== 'accepted') continue;
        for (const department of ['tax', 'court'])
          mustDo(await answers(api.service.store, number, department));
      }
      const rate = async (given: unknown) => {
        const body = { version: 1, action: { kind: 'rated', level: given, reasons: ['慢'] } };
        const path = at(paths.certificateActions, { number });
        const response = await api.call('POST', path, { token: li, body });
        return [response.statusCode, response.json().rating ?? response.json().fault];
      };
      for (const none of [0, 6, 2.5, '5', null]) expect(await rate(none)).toEqual([400, undefined]);
      expect(await rate(level)).toEqual([200, level]);
      expect(await rate(5)).toEqual([409, 'ratedAlready']);
    }
  });

  it('answers every wrong pair alike', async () => {
    const ask = async (queryCode: string, creditCode: string) => {
      const { statusCode, body } = await api.call('POST', paths.certificateLookUp, {
        body: { queryCode, creditCode },
      });
      return `${statusCode} ${body}`;
    };
    const known = (await findAny(api)).queryCode;
    const wrong = await Promise.all([
      ask(known, '91210213MATEXY0211'),
      ask('2'.repeat(16), '91210213MATEXY0136'),
      ask('2'.repeat(16), '91210213MATEXY0211'),
      ask('short', 'x'),
      ask('', ''),
    ]);
    expect(new Set(wrong).size).toBe(1);
    expect(wrong[0]).toMatch(/^404 /);
  });
});

const findAny = async (api: Api) => {
  const token = await api.signIn('li');
  const { number } = (await api.call('GET', paths.certificates, { token })).json().certificates[0];
  return (await api.call('GET', at(paths.certificate, { number }), { token })).json();
};

it('limits how often anybody may ask: a right pair and a wrong one count alike', async () => {
  const api = await openApi({ limits: { address: 1e6, user: 1e6, signIn: 4, inHand: 1e6 } });
  const { response } = await apply(api, await api.signIn('li'));
  const right = { queryCode: textField(response, 'queryCode'), creditCode: '91210213MATEXY0136' };
  const wrong = { ...right, queryCode: '2'.repeat(16) };
  const ask = (body: object, from: string) =>
    api.app.inject({
      method: 'POST',
      url: paths.certificateLookUp,
      headers: { [CONTRACT_HEADER]: String(CONTRACT_VERSION) },
      remoteAddress: from,
      payload: body,
    });
  const firsts = [
    ['10.0.0.1', [right, right, right, right], 200],
    ['10.0.0.2', [wrong, wrong, wrong, wrong], 404],
    ['10.0.0.3', [wrong, right, wrong, right], 200],
  ] as const;
  for (const [from, asked, last] of firsts) {
    const answers: number[] = [];
    for (const body of asked) answers.push((await ask(body, from)).statusCode);
    expect(answers.at(-1)).toBe(last);
    for (const body of [right, wrong]) {
      const over = await ask(body, from);
      expect([over.statusCode, over.json().code]).toEqual([429, 'tooMany']);
      expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
    }
  }
  await api.close();
});
