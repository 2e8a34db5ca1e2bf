/** Who reads what of a certificate: company, holder of a grant, stranger, department, intermediary, public. */
import { certificateOperations } from '@/contract/certificate-operations';
import type { Operation } from '@/contract/operation';
import { paths } from '@/contract/paths';
import { findCaseFile } from '../../server/certificate/desk';
import { findTask } from '../../server/certificate/task';
import { DEMO_PEOPLE, recordOf as personRecord } from '../../server/demo/people';
import { revokeGrant, storeGrant } from '../../server/grants/grants';
import { personFor } from '../../server/identity/people';
import { sendWaiting } from '../../server/outbox/worker';
import { openApi, textField, type Api } from '../server-support/api';
import { NOON } from '../server-support/cases';
import {
  answers,
  coordinator,
  decides,
  mustDo,
  recordOf,
  reviewerOf,
  reviews,
  stateOf,
  testMaker,
  testNotices,
} from '../server-support/certificates';
import { apply, at } from '../server-support/certificates-api';
import { pdf } from '../server-support/pictures';

jest.setTimeout(60_000);

/** What only some may read, each to be found by its own words. */
const SECRETS = {
  contact: '13911112222',
  address: '测试路99号',
  finding: '金税罚〔2025〕第9号',
  otherFinding: '金法执〔2025〕第8号',
  known: '金环罚〔2025〕第7号',
  answer: '补缴说明全文',
  complaint: '窗口两次说的不一样',
  queryCode: '',
} satisfies Record<string, string>;
type Secret = keyof typeof SECRETS;

describe('who reads what of a certificate', () => {
  let api: Api;
  let number: string;
  let paper: string;
  let code: string;
  let secrets: Readonly<Record<Secret, string>>;
  const tokens: Record<string, string> = {};
  const notices = testNotices();
  let grant: { id: string; grantor: string };

  beforeAll(async () => {
    api = await openApi({ certificate: { maker: testMaker(), notices } });
    for (const person of ['li', 'wang', 'zhang']) tokens[person] = await api.signIn(person);
    const own = tokens['li'] ?? '';
    const { response } = await apply(api, own, {
      contact: { name: '李四', mobile: SECRETS.contact, email: 'name@example.com' },
      delivery: { kind: 'courier', recipient: '李四', mobile: SECRETS.contact, address: SECRETS.address },
      intermediaries: [{ name: '保荐', email: 'sponsor@example.com' }],
      knownRecords: [
        {
          documentNumber: SECRETS.known,
          agency: '机关',
          department: 'ecology',
          entity: '91210213MATEXY0136',
          decidedOn: '2025-03-01',
          reason: '事由',
          amountCents: 100,
          remedied: true,
        },
      ],
      materials: [
        {
          kind: 'listing-progress',
          title: '辅导备案',
          files: [textField(await api.upload(own, pdf(), 'a.pdf'), 'id')],
        },
        {
          kind: 'penalty-documents',
          title: '决定书',
          files: [textField(await api.upload(own, pdf(), 'b.pdf'), 'id')],
        },
      ],
    });
    number = response.json().number;
    secrets = { ...SECRETS, queryCode: response.json().queryCode };
    const { store } = api.service;
    mustDo(await decides(api.service, number, { kind: 'accepted' }));
    mustDo(await reviews(store, number, 'tax', { kind: 'asked', text: '请说明' }));
    const question = (await stateOf(store, number)).open[0]?.id ?? '';
    await api.call('POST', at(paths.certificateActions, { number }), {
      token: own,
      body: { version: 1, action: { kind: 'answered', question, text: SECRETS.answer, files: [] } },
    });
    const record = (documentNumber: string) => {
      const finding = recordOf('minor');
      return finding.kind === 'record'
        ? { ...finding, records: finding.records.map((one) => ({ ...one, documentNumber })) }
        : finding;
    };
    await api.call('POST', at(paths.certificateActions, { number }), {
      token: own,
      body: { version: 1, action: { kind: 'complained', text: SECRETS.complaint } },
    });
    mustDo(await answers(store, number, 'tax', record(SECRETS.finding)));
    mustDo(await answers(store, number, 'court', record(SECRETS.otherFinding)));
    const people = await Promise.all(
      DEMO_PEOPLE.map(async (one) => [one.id, await personFor(store, personRecord(one), NOON)] as const),
    );
    const [boss, agent] = ['li', 'zhang'].map((id) => people.find(([one]) => one === id)?.[1]);
    if (!boss || !agent) throw new Error('no such demo people');
    const given = await storeGrant(
      store,
      boss,
      {
        company: '91210213MATEXY0136',
        companyName: '甲',
        name: agent.name,
        idNo: agent.idNo,
        starts: '2026-11-01',
        ends: '2026-12-31',
      },
      NOON,
    );
    grant = { id: given.id, grantor: boss.id };
  });
  afterAll(() => api.close());

  const seen = (text: string): readonly string[] =>
    Object.entries(secrets)
      .filter(([, secret]) => text.includes(secret))
      .map(([name]) => name)
      .sort();

  const everything = async (person: string): Promise<string> => {
    const token = tokens[person] ?? '';
    const asked = [
      paths.certificates,
      at(paths.certificate, { number }),
      at(paths.certificateEntity, { number, creditCode: '91210213MATEXY0136' }),
    ];
    const bodies = await Promise.all(asked.map((path) => api.call('GET', path, { token })));
    return bodies.map(({ body }) => body).join('\n');
  };
  const ALL = ['address', 'answer', 'complaint', 'contact', 'finding', 'known', 'otherFinding', 'queryCode'];

  it('is the company’s: its representative and who holds a grant read the same', async () => {
    expect(seen(await everything('li'))).toEqual(ALL);
    expect(seen(await everything('zhang'))).toEqual(ALL);
  });

  it('is nobody else’s', async () => {
    expect(seen(await everything('wang'))).toEqual([]);
    expect(seen(await everything('nobody'))).toEqual([]);
    const ops: readonly Operation[] = [
      certificateOperations.certificate,
      certificateOperations.certificateEntity,
      certificateOperations.certificateAct,
      certificateOperations.certificatePaper,
    ];
    for (const { method, path } of ops) {
      const body = { version: 1, action: { kind: 'withdrawn' } };
      const asked = at(path, { number, creditCode: '91210213MATEXY0136', paper: 'JPWG-20261124-0001-0' });
      const call = (token: string) =>
        api.call(method, asked, { ...(token ? { token } : {}), ...(method === 'POST' ? { body } : {}) });
      expect([path, (await call(tokens['wang'] ?? '')).statusCode]).toEqual([path, 404]);
      expect([path, (await call('')).statusCode]).toEqual([path, 401]);
    }
    expect((await stateOf(api.service.store, number)).main).toBe('aggregating');
  });

  it('shows each department its own', async () => {
    const { store } = api.service;
    const read = async (department: string) =>
      seen(
        JSON.stringify((await findTask(store, reviewerOf(department), { number, department }, NOON)) ?? ''),
      );
    expect(await read('tax')).toEqual(['answer', 'finding']);
    expect(await read('court')).toEqual(['otherFinding']);
    expect(await read('ecology')).toEqual([]);
    expect(await findCaseFile(store, reviewerOf('tax'), number, NOON)).toBeUndefined();
  });

  it('tells intermediaries and the public the outcome only', async () => {
    mustDo(await decides(api.service, number, { kind: 'decided' }));
    const [certificate] = (await stateOf(api.service.store, number)).certificates;
    code = certificate?.code ?? '';
    paper = certificate?.number ?? '';
    while ((await sendWaiting({ store: api.service.store, notices }, NOON)) > 0);
    expect([notices.sent.length, seen(JSON.stringify(notices.sent))]).toEqual([1, []]);
    const look = { queryCode: secrets.queryCode, creditCode: '91210213MATEXY0136' };
    const status = await api.call('POST', paths.certificateLookUp, { body: look });
    expect([status.statusCode, seen(status.body), status.body.includes('金普测试')]).toEqual([
      200,
      [],
      false,
    ]);
    const verified = await api.call('POST', paths.certificateVerify, { body: { by: 'code', code } });
    expect([verified.statusCode, seen(verified.body)]).toEqual([200, []]);
  });

  it('ends with the grant', async () => {
    await revokeGrant(api.service.store, grant, NOON);
    expect(seen(await everything('zhang'))).toEqual([]);
    const path = at(paths.certificatePaper, { number, paper });
    expect((await api.call('GET', path, { token: tokens['zhang'] ?? '' })).statusCode).toBe(404);
    expect((await api.call('GET', path, { token: tokens['li'] ?? '' })).statusCode).toBe(200);
  });

  it('is in the database, the log and the files’ names under seal only', async () => {
    expect(seen(api.log.join('\n'))).toEqual([]);
    const tables = [
      'certificate_cases',
      'certificate_states',
      'certificate_tasks',
      'audit',
      'outbox',
      'certificate_papers',
    ] as const;
    const rows = await Promise.all(
      tables.map((table) => api.database.db.selectFrom(table).selectAll().execute()),
    );
    const events = await api.database.db.selectFrom('certificate_events').selectAll().execute();
    const dump = [rows, events]
      .flat(3)
      .map((row) =>
        Object.values(row).map((value) =>
          value instanceof Uint8Array
            ? Buffer.from(value).toString('latin1') + Buffer.from(value).toString()
            : String(value),
        ),
      )
      .join('\n');
    expect(seen(dump)).toEqual([]);
    expect(dump).not.toContain('金普测试科技');
    expect((await findCaseFile(api.service.store, coordinator, number, NOON))?.number).toBe(number);
  });
});
