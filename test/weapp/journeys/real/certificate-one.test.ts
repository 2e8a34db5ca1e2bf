/** Scenarios of the certificate that need no passing of days, from the phone over the console to the paper. */
import { branch, COMPANY, outsider } from '@/domain/certificate/desk.arbitrary';
import reference from '@/generated/certificate/reference';
import { RealDesk } from '../../support/real-desk';
import { alerts, choose, follow, kept, manyEntities, pages, press, type } from '../certificate';
import { faults, path, toasts } from '../person';
import { LI, Office, SECRET, some, WANG } from './certificate-journey';

/** A server that starts on a busy machine takes its time. */
jest.setTimeout(180_000);

let running: Office | undefined;
const office = (): Office => {
  if (running === undefined) throw new Error('the server did not start');
  return running;
};
beforeAll(async () => {
  running = await Office.open();
});
afterAll(() => running?.server.stop());
// Minutes go by between people: limits are by the minute.
beforeEach(() => office().server.advance(20_000));

const ALL = reference.departments.map(({ id }) => id);
const FEW = ['tax', 'court', 'ecology'] as const;
const period = { start: '2023-01-01', end: '2026-11-22' };
const record = { phrase: 'record-minor', document: SECRET, decided: '2024-05-06' };
const APPLY = 'POST /api/certificates';

describe('before it is handed in', () => {
  const wrong = [
    ['1 a wrong credit code', { purpose: 'bond', period }, [{ ...branch, creditCode: '91210213MATEXY0210' }]],
    ['3 a period that ends today', { purpose: 'bond', period: { ...period, end: '2026-11-23' } }, []],
    ['5 a row too many', { purpose: 'bond', period }, manyEntities(30)],
  ] as const;
  it.each(wrong)('%s is said on the phone, and nothing goes out', async (_, change, related) => {
    const from = office().server.requests.length;
    const host = await office().reviews({ change, related });
    await host.advance(500);
    await press(host, '提交');
    await host.advance(1000);
    expect([path(host), toasts(host).at(-1)]).toEqual([pages.review, '还有 1 处要改，见红字']);
    expect(office().server.requests.slice(from)).not.toContain(APPLY);
    expect(faults(host)).toEqual([]);
  });

  it('2 founded less than three years ago: the period starts with the company', async () => {
    const company = { creditCode: WANG.code, name: WANG.company, established: '2025-02-28' };
    const more = { legalRepresentative: WANG.name, capitalCents: 1, address: '路1号', industry: 'C3599' };
    const change = { company: { ...company, ...more }, purpose: 'bond', ...some('tax') };
    const trip = await office().dispatched({ who: WANG, change });
    await office().review.clears(trip.number, ['tax']);
    await office().review.leads(trip.number, 'decided');
    expect((await office().detail(trip)).draft.period).toEqual({ start: '2025-02-28', end: '2026-11-22' });
    expect((await office().proves(trip, 'valid')).join('\n')).toMatch(/2025\s*年\s*2\s*月\s*28\s*日/);
  });

  it('6 less than the core set is warned of, and written on the paper', async () => {
    const wanted = { change: { purpose: 'bond', period, ...some(...FEW) } };
    const host = await office().reviews(wanted);
    await host.advance(500);
    expect(host.hasText('核心')).toBe(true);
    host.kill();
    const trip = await office().dispatched(wanted);
    await office().review.clears(trip.number, FEW);
    await office().review.leads(trip.number, 'decided');
    await office().stands(trip, 'issued');
    expect((await office().detail(trip)).outcome?.included).toEqual([...FEW].sort(byReference));
    await office().proves(trip, 'valid');
  });
});

const byReference = (a: string, b: string): number => ALL.indexOf(a) - ALL.indexOf(b);

it('10 no record at any of the 27 departments: one certificate, which is found by its codes', async () => {
  const trip = await office().dispatched({ change: { purpose: 'overseas', period } });
  await office().review.clears(trip.number, ALL);
  await office().stands(trip, 'aggregating');
  await office().review.leads(trip.number, 'decided');
  await office().stands(trip, 'issued');
  const { outcome, papers, queryCode } = await office().detail(trip);
  expect([outcome?.included.length, papers.length]).toEqual([27, 1]);
  await office().proves(trip, 'valid');
  const anyone = await office().phone({ path: pages.lookUp });
  await type(anyone, '查询码', queryCode);
  await type(anyone, '统一社会信用代码', LI.code);
  await press(anyone, '查');
  await anyone.advance(1000);
  expect(anyone.getByRole('heading', { name: '已出证' }).text).toBe('已出证');
  expect(anyone.hasText(LI.company)).toBe(false);
  expect(faults(anyone)).toEqual([]);
});

it('11 one department finds a minor record: issued with its list, which the verification does not tell', async () => {
  const change = { purpose: 'merger', period, ...some(...FEW) };
  const trip = await office().dispatched({ change });
  await office().review.clears(trip.number, ['court', 'ecology']);
  await office().review.finds(trip.number, 'tax', COMPANY, record);
  await office().review.leads(trip.number, 'decided');
  await office().stands(trip, 'issued');
  expect((await office().detail(trip)).outcome?.annexed).toEqual(['tax']);
  expect((await office().proves(trip, 'valid')).join('')).toContain(SECRET);
});

it.each([
  ['once', 'notIssued'],
  ['asReady', 'partiallyIssued'],
] as const)('12 one department finds a major record, with output %s: %s', async (output, main) => {
  const change = { purpose: 'regional-equity', period, output, ...some(...FEW) };
  const trip = await office().dispatched({ change });
  await office().review.clears(trip.number, ['court', 'ecology']);
  await office().review.finds(trip.number, 'tax', COMPANY, { ...record, phrase: 'record-major' });
  expect((await office().detail(trip)).parts).toEqual(output === 'once' ? [] : ['ecology', 'court']);
  expect(await office().review.tries(trip.number, 'decided', { reason: '' })).toBe(422);
  await office().review.leads(trip.number, 'decided', { reason: '有重大记录' });
  await office().stands(trip, main);
  const { outcome, papers } = await office().detail(trip);
  expect([outcome?.withheld, outcome?.reason]).toEqual([
    [{ department: 'tax', why: 'blocked' }],
    '有重大记录',
  ]);
  expect(papers).toHaveLength(output === 'once' ? 0 : 1);
  if (output === 'asReady') expect((await office().proves(trip, 'valid')).join('')).not.toContain(SECRET);
});

it('7 corrected twice before acceptance, as the same case', async () => {
  const change = { purpose: 'neeq', period, ...some('tax') };
  const trip = await office().applies({ change });
  for (const item of ['联系人手机打不通', '联系人姓名不对']) {
    await office().review.leads(trip.number, 'correctionAsked', { items: item });
    const host = await office().opens(trip);
    expect(host.hasText(item)).toBe(true);
    await press(host, '去补正');
    await host.advance(1000);
    await press(host, /^联系人和抄送/);
    await type(host, '手机', '13911112222');
    await press(host, /^授权和承诺/);
    for (const name of [/^授权所选/, /^承诺所填/, /^同意把结论/]) await choose(host, name, 'checkbox');
    await press(host, '填完了，去核对');
    await press(host, '提交');
    await host.advance(1500);
    expect([path(host), alerts(host), faults(host)]).toEqual([pages.case, [], []]);
    host.kill();
  }
  await office().review.leads(trip.number, 'accepted');
  const { main, clock, draft } = await office().detail(trip);
  expect([main, clock?.due, draft.contact.mobile]).toEqual(['jointReview', '2026-12-02', '13911112222']);
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  await office().stands(trip, 'issued');
  await office().proves(trip, 'valid');
});

it.each(['before', 'after'] as const)('15 withdrawn %s the departments have answered', async (when) => {
  const change = { purpose: 'neeq', period, ...some('tax') };
  const trip = await office().dispatched({ change });
  if (when === 'after') await office().review.clears(trip.number, ['tax']);
  const host = await office().opens(trip);
  await follow(host, /^撤回申请/);
  await press(host, '撤回申请');
  await host.advance(1500);
  expect(host.getByRole('heading', { name: '已撤回，不再办。' }).name).not.toBe('');
  expect(faults(host)).toEqual([]);
  expect(await office().review.tries(trip.number, 'decided')).toBe(0);
  await office().stands(trip, 'withdrawn');
});

it('17 and 18 replaced, then revoked: the old code and the new one say so, online', async () => {
  const trip = await office().dispatched({ change: { purpose: 'bond', period, ...some('tax') } });
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  await office().proves(trip, 'valid');
  await office().review.leads(trip.number, 'replaced', { reason: '更名' });
  await office().stands(trip, 'reissued');
  await office().proves(trip, 'replaced', 0);
  await office().proves(trip, 'valid');
  await office().review.leads(trip.number, 'revoked', { reason: 'falseMaterial' });
  await office().stands(trip, 'revoked');
  await office().proves(trip, 'revoked');
});

it('21 the same company, purpose and time again, while one runs, is refused with its number', async () => {
  const change = { purpose: 'regional-equity', period, ...some('tax') };
  const first = await office().applies({ change });
  const host = await office().reviews({ change });
  await host.advance(500);
  await press(host, '提交');
  await host.advance(1500);
  expect([path(host), alerts(host).length]).toEqual([pages.review, 1]);
  expect(alerts(host)[0]).toMatch(/已有一件在办/);
  await press(host, '看那一件');
  await host.advance(1000);
  expect([path(host), host.currentPage().query]).toEqual([pages.case, { number: first.number }]);
  await host.back();
  expect([path(host), kept(host)]).toEqual([
    pages.review,
    expect.objectContaining({ answers: expect.anything() }),
  ]);
  expect(faults(host)).toEqual([]);
  await office().review.leads(first.number, 'rejected', { reason: '演示' });
  await office().stands(first, 'rejected');
  await office().applies({ change });
});

it('22 an entity outside is marked, no department is asked about it, and the paper leaves it out', async () => {
  const change = { purpose: 'merger', period, ...some('tax') };
  const trip = await office().dispatched({ change, related: [outsider] });
  const host = await office().opens(trip);
  await press(host, /^丙公司/);
  expect(host.hasText('证明会写明不含它')).toBe(true);
  host.kill();
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  expect((await office().proves(trip, 'valid')).join('')).toContain('丙公司');
  const { entities } = await office().detail(trip);
  expect(entities.map(({ outside, counts }) => [outside, counts.noRecord])).toEqual([
    [false, 1],
    [true, 0],
  ]);
});

it('23 in Chinese and English', async () => {
  const change = { purpose: 'overseas', period, language: 'zhEn', ...some('tax') };
  const trip = await office().dispatched({ change });
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  expect((await office().proves(trip, 'valid')).join(' ')).toMatch(/certif/i);
});

it('20 nine materials are taken, the tenth is refused with where to put it', async () => {
  const known = { documentNumber: SECRET, agency: '演示机关', entity: COMPANY, decidedOn: '2024-05-06' };
  const more = { reason: '演示事由', amountCents: 100, remedied: true, paidOn: '2024-05-07' };
  const change = { purpose: 'bond', period, byAgent: true, knownRecords: [{ ...known, ...more }] };
  const storage = await office().filled({ change: { ...change, ...some('tax') }, related: [outsider] });
  const host = await office().phone({ path: pages.apply, query: { part: 'materials' }, storage });
  await host.advance(500);
  expect(host.hasText('现在是 9 份')).toBe(true);
  for (const name of [/^授权委托书.*：拍照/, /^已知处罚的决定书.*：拍照/]) {
    await press(host, name);
    await host.advance(1500);
  }
  await type(host, '材料名称', '2024 年环保罚款缴款凭证');
  await press(host, '看该放哪一份');
  expect(host.getAllByRole('button', { name: /^并入/ }).map(({ name }) => name)).toEqual([
    '并入“已知处罚的决定书、缴款与整改完成证明”',
  ]);
  await press(host, '填完了，去核对');
  await press(host, '提交');
  await host.advance(1500);
  expect([path(host), alerts(host), faults(host)]).toEqual([pages.receipt, [], []]);
  const trip = { who: LI, number: host.currentPage().query['number'] ?? '' };
  await office().stands(trip, 'submitted');
  expect((await office().detail(trip)).draft.materials.map(({ kind }) => kind).sort()).toEqual([
    'agent-authorisation',
    'entity-list',
    'listing-progress',
    'penalty-documents',
  ]);
  await office().review.leads(trip.number, 'accepted');
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  await office().stands(trip, 'issued');
  await office().proves(trip, 'valid');
});

it('is verified without a network, as far as the phone can tell; an altered one is refused', async () => {
  const trip = await office().dispatched({ change: { purpose: 'merger', period, ...some('tax') } });
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  const payload = (await office().detail(trip)).papers[0]?.payload ?? '';
  const altered = payload.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const host = await office().phone({ path: pages.verify, network: 'none' });
  const seen: boolean[][] = [];
  for (const asked of [payload, altered]) {
    await type(host, /^验证码/, asked);
    await press(host, '核验');
    await host.advance(1000);
    seen.push(['签名真实，内容没有改过', '不知道是否撤销', '有效：平台上有'].map((one) => host.hasText(one)));
  }
  expect(seen).toEqual([
    [true, true, false],
    [false, false, false],
  ]);
  expect(faults(host)).toEqual([]);
});

it('24 the intermediary is told of, with the outcome only; the company rates', async () => {
  const intermediaries = [{ name: '测试证券', email: 'name@example.com' }];
  const change = { purpose: 'merger', period, intermediaries, ...some('tax') };
  const trip = await office().dispatched({ who: WANG, change: { ...change, purpose: 'overseas' } });
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  await office().isTold(trip, '有了结论');
  await office().review.leads(trip.number, 'handedOver', { way: 'electronic' });
  const host = await office().opens(trip);
  expect(host.hasText('抄送 1 家中介，只有结论')).toBe(true);
  await follow(host, /^评价/);
  await choose(host, '非常满意');
  await press(host, '提交评价');
  await host.advance(1500);
  expect([path(host), (await office().detail(trip)).rating, faults(host)]).toEqual([pages.case, 5, []]);
  await office().proves(trip, 'valid');
});

it('a complaint goes past those it is about: 督办 answers, and the inbox leads to the answer', async () => {
  const change = { purpose: 'regional-equity', period, ...some('tax') };
  const trip = await office().applies({ who: WANG, change });
  const host = await office().opens(trip);
  await follow(host, /^投诉/);
  await type(host, '发生了什么', '窗口两次说的不一样');
  await press(host, '发出投诉');
  await host.advance(1500);
  expect([path(host), faults(host)]).toEqual([pages.case, []]);
  host.kill();
  expect(await office().review.tries(trip.number, 'complaintAnswered')).toBe(0);
  const watch = await RealDesk.open(office().server, 'supervisor');
  const url = `/console/certificates/${trip.number}`;
  expect((await watch.page('/console/complaints')).body).toContain(url);
  const answer = { complaint: '1', reason: '已请窗口更正' };
  const shown = await watch.submit((await watch.page(url)).body, `${url}/complaintAnswered`, answer);
  expect((await watch.submit(shown.body, `${url}/complaintAnswered`)).status).toBe(303);
  await office().isTold(trip, '投诉有了答复');
  const again = await office().opens(trip);
  expect(again.hasText('督办：答复了您的投诉（已请窗口更正）')).toBe(true);
  again.kill();
});
