import { COMPANY, draft } from '@/domain/certificate/desk.arbitrary';
import { payloadBytes, payloadText, verifyLink } from '@/domain/certificate/payload';
import { dateOf } from '@/domain/shared/civil-date';
import { demoSecret, DEMO_KEY_ID } from '../../../server/certificate-paper/demo-key';
import { privateKey } from '../../../server/certificate-paper/sign';
import type { Host } from '../host/host';
import { CertificateServer, QUERY_CODE } from '../support/certificate-server';
import { alerts, choose, follow, group, kept, NUMBER, pages, phone, press, type } from './certificate';
import { calls, faults, path, toasts } from './person';

const DAY = 86_400_000;

/** On the case's page, signed in by WeChat without a question. */
const onCase = (server: CertificateServer, number = NUMBER): Promise<Host> =>
  phone(server, { path: pages.case, query: { number } });

const reviewed = (application = group) => {
  const server = new CertificateServer();
  const stored = server.open(application);
  stored.desk.dispatched();
  return { server, stored, desk: stored.desk };
};

it('says the days left and why, the board, one entity at a tap', async () => {
  const { server, desk } = reviewed();
  desk.on('2026-11-25').finds('tax').by('court', { kind: 'taken', department: 'court' });
  server.base.time += 2 * DAY;
  const host = await onCase(server);
  expect(host.getAllByRole('status').map(({ name }) => name)).toContain('还剩 5 个工作日');
  expect(host.hasText('2026 年 12 月 2 日前出证')).toBe(true);
  expect(host.getByRole('button', { name: /^区税务局，/ }).name).toBe('区税务局，无记录');
  const [court] = host.getAllByRole('button', { name: /法院，审查中/ });
  if (court === undefined) throw new Error('no court');
  await host.tap(court);
  expect(host.hasText('前答复')).toBe(true);
  await press(host, /^乙公司/);
  await host.advance(1000);
  expect(host.hasText('无记录 1 个')).toBe(true);
  await press(host, /^丙公司/);
  expect(host.hasText('证明会写明不含它')).toBe(true);
  await press(host, /^一天一天看/);
  expect(host.hasText('不计：周末')).toBe(true);
  expect(faults(host)).toEqual([]);
});

it('pins what is asked, stops the clock, and goes on when it is answered with a paper', async () => {
  const { server, stored, desk } = reviewed();
  desk.on('2026-11-25').asks('tax');
  server.base.time += 2 * DAY;
  const host = await onCase(server);
  expect(host.hasText('时钟停着：区税务局等您说明')).toBe(true);
  await press(host, '去回答：区税务局');
  await press(host, '答复');
  expect(alerts(host)).toHaveLength(1);
  await type(host, '您的说明', '已缴清，凭证附后');
  await press(host, /^材料：拍照/);
  await host.advance(1500);
  // Another department goes on meanwhile; the answer stands all the same.
  desk.finds('transport');
  await press(host, '答复');
  await host.advance(1500);
  expect([path(host), toasts(host).at(-1)]).toEqual([pages.case, '已答复，下一个工作日接着计时']);
  const answer = stored.answers.get('q-tax');
  expect([answer?.text, answer?.files.length]).toEqual(['已缴清，凭证附后', 1]);
  expect(host.getByRole('button', { name: /^区税务局，/ }).name).toBe('区税务局，已说明');
  expect(faults(host)).toEqual([]);
});

it('never takes silence for an answer: late is said, and no record is not', async () => {
  const { server, desk } = reviewed();
  desk.on('2026-12-07').allFind(['court']);
  server.base.time += 14 * DAY;
  const host = await onCase(server);
  expect(host.getAllByRole('status').map(({ name }) => name)).toContain('已超时');
  expect(host.getByRole('button', { name: /法院，/ }).name).toMatch(/已派，超时$/);
  expect(host.hasText('超时不会当成无记录')).toBe(true);
  await host.tap(host.getByRole('button', { name: /法院，/ }));
  await press(host, /^催办/);
  await press(host, '发出催办');
  await host.advance(1000);
  expect([path(host), toasts(host).at(-1)]).toEqual([pages.case, '已催办']);
  expect(host.hasText('催办过 1 次')).toBe(true);
  expect(faults(host)).toEqual([]);
});

it('is withdrawn only as the person saw it', async () => {
  const { server, desk } = reviewed();
  const host = await onCase(server);
  await follow(host, /^撤回申请/);
  desk.finds('tax');
  await press(host, '撤回申请');
  await host.advance(1000);
  expect(alerts(host)[0]).toMatch(/刚有了新进展/);
  expect(desk.main).toBe('jointReview');
  await press(host, '撤回申请');
  await host.advance(1000);
  expect([desk.main, path(host)]).toEqual(['withdrawn', pages.case]);
  expect(host.getByRole('heading', { name: '已撤回，不再办。' }).name).not.toBe('');
  expect(faults(host)).toEqual([]);
});

it('is complained about with a reason, and the answer is read in the log', async () => {
  const { server, desk } = reviewed();
  const host = await onCase(server);
  await follow(host, /^投诉/);
  await press(host, '发出投诉');
  expect(alerts(host)).toEqual(['请写几句发生了什么，方便核实。']);
  await type(host, '发生了什么', '两次说的不一样');
  await press(host, '发出投诉');
  await host.advance(1000);
  expect([path(host), toasts(host).at(-1)]).toEqual([pages.case, '已投诉']);
  expect(desk.state.complaints).toMatchObject([{ number: 1, text: '两次说的不一样' }]);
  desk.as('supervisor', { kind: 'complaintAnswered', complaint: 1, text: '已请窗口更正' });
  const again = await onCase(server);
  expect(again.hasText('督办：答复了您的投诉')).toBe(true);
  await follow(again, /^拨 12345/);
  expect(calls(again, 'makePhoneCall')).toEqual([expect.objectContaining({ phoneNumber: '12345' })]);
  expect([...faults(host), ...faults(again)]).toEqual([]);
});

it('is corrected as the same case', async () => {
  const server = new CertificateServer();
  const { desk, ...stored } = server.open(group);
  desk
    .as('enterprise', { kind: 'submitted', scope: desk.scope })
    .as('window', { kind: 'correctionAsked', items: ['联系人手机打不通，请换一个'] });
  const host = await onCase(server);
  expect(host.hasText('联系人手机打不通')).toBe(true);
  await press(host, '去补正');
  await host.advance(1000);
  expect([path(host), host.hasText('这是补正')]).toEqual([pages.apply, true]);
  await press(host, /^联系人和抄送/);
  await type(host, '手机', '13911112222');
  await press(host, /^授权和承诺/);
  for (const name of [/^授权所选/, /^承诺所填/, /^同意把结论/]) await choose(host, name, 'checkbox');
  await press(host, '填完了，去核对');
  await press(host, '提交');
  await host.advance(1500);
  expect([path(host), desk.main, server.cases.size]).toEqual([pages.case, 'submitted', 1]);
  expect(server.cases.get(stored.number)?.draft.contact.mobile).toBe('13911112222');
  expect(kept(host)).toBeUndefined();
  expect(faults(host)).toEqual([]);
});

describe('a certificate that is out', () => {
  const out = () => {
    const made = reviewed(draft);
    made.desk.on('2026-11-27').allFind().decided();
    made.server.base.time += 5 * DAY;
    made.desk.on('2026-11-28');
    return made;
  };
  /** The QR of its paper. */
  function qrOf({ desk, stored }: ReturnType<typeof out>): string {
    const [paper] = desk.state.certificates;
    const key = privateKey(DEMO_KEY_ID, demoSecret());
    if (paper === undefined || key === undefined) throw new Error('no paper');
    const bytes = payloadBytes({
      keyId: key.id,
      number: paper.number,
      creditCode: COMPANY,
      companyName: draft.company.name,
      outcome: 'issued',
      period: { start: dateOf('2023-01-01'), end: dateOf('2026-11-22') },
      scope: '0'.repeat(32),
    });
    const text = payloadText(bytes, key.sign(bytes));
    stored.payloads.set(paper.number, text);
    return text;
  }

  it('is opened, verified and renewed from the day after its last', async () => {
    const made = out();
    qrOf(made);
    const host = await onCase(made.server);
    await press(host, /^打开证明/);
    await host.advance(1000);
    expect(calls(host, 'openDocument')).toHaveLength(1);
    expect(made.server.base.requests.some((call) => /papers\/JPWG-20261127-0001/.test(call))).toBe(true);
    await press(host, /^核验 JPWG/);
    await host.advance(1500);
    expect(host.hasText('签名真实，内容没有改过')).toBe(true);
    expect(host.hasText('有效：平台上有这份证明')).toBe(true);
    await host.back();
    await follow(host, /^增量续开/);
    await host.advance(1000);
    expect(path(host)).toBe(pages.apply);
    expect(kept(host)).toMatchObject({
      answers: { renews: NUMBER, period: { start: '2026-11-23', end: '2026-11-27' } },
    });
    expect(faults(host)).toEqual([]);
  });

  it('is verified without a network, as far as the phone can tell; an altered one is refused', async () => {
    const made = out();
    const text = qrOf(made);
    const host = await phone(made.server, { path: pages.verify, network: 'none' });
    await type(host, /^验证码/, verifyLink('https://example.test', text));
    await press(host, '核验');
    await host.advance(1000);
    expect(host.hasText('签名真实')).toBe(true);
    expect(host.hasText('演示密钥')).toBe(true);
    expect(host.hasText('不知道是否撤销')).toBe(true);
    expect(host.hasText(COMPANY)).toBe(false);
    await type(
      host,
      /^验证码/,
      text.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    );
    await press(host, '核验');
    expect(host.hasText('签名真实')).toBe(false);
    expect(faults(host)).toEqual([]);
  });

  it('is revoked: said online, by the QR and by the code, and no penalty is told', async () => {
    const made = out();
    const text = qrOf(made);
    made.desk.as('coordinator', { kind: 'revoked', reason: 'falseMaterial' });
    const host = await phone(made.server, { path: pages.verify, query: { c: text } });
    await host.advance(1000);
    expect(host.hasText('已撤销：这份证明不再有效')).toBe(true);
    const code = made.desk.state.certificates[0]?.code ?? '';
    await type(host, /^验证码/, code.toLowerCase());
    await press(host, '核验');
    await host.advance(1000);
    expect(host.hasText('已撤销：这份证明不再有效')).toBe(true);
    await type(host, /^验证码/, '2'.repeat(16));
    await press(host, '核验');
    await host.advance(1000);
    expect(host.hasText('平台上没有这份证明') || host.hasText('校验不对')).toBe(true);
    expect(faults(host)).toEqual([]);
  });
});

it('tells without a login how far it is, and nothing else', async () => {
  const { server } = reviewed();
  const host = await phone(server, { path: pages.lookUp });
  await press(host, '查');
  expect(alerts(host)).toHaveLength(2);
  await type(host, '查询码', QUERY_CODE.toLowerCase());
  await type(host, '统一社会信用代码', '91210213MATEXY0211');
  await press(host, '查');
  await host.advance(1000);
  expect(host.hasText('对不上')).toBe(true);
  await type(host, '统一社会信用代码', COMPANY);
  await press(host, '查');
  await host.advance(1000);
  expect(host.getByRole('heading', { name: '部门联审中' }).text).toBe('部门联审中');
  expect(host.hasText(draft.company.name)).toBe(false);
  expect(faults(host)).toEqual([]);
});

it('lists the own certificates, those that wait for somebody first', async () => {
  const { server, desk } = reviewed();
  desk.asks('tax');
  server.open({ ...draft, purpose: 'ipo', board: 'main' }, '2026112300000098').desk.dispatched();
  const host = await phone(server, { path: pages.mine });
  const rows = host.getAllByRole('link').map(({ name }) => name);
  expect(rows[0]).toMatch(/要说明/);
  expect(rows.filter((name) => name.startsWith(draft.company.name))).toHaveLength(2);
  expect(faults(host)).toEqual([]);
});
