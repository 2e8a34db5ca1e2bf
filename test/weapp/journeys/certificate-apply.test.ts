import { groupedCode } from '@/domain/certificate/access-code';
import { outsider, subsidiary } from '@/domain/certificate/desk.arbitrary';
import { CertificateServer, LICENCE, QUERY_CODE } from '../support/certificate-server';
import {
  alerts,
  choose,
  draftStorage,
  follow,
  kept,
  manyEntities,
  pages,
  phone,
  press,
  type,
  typeDate,
} from './certificate';
import { at, faults, path, relaunch, start, toasts } from './person';

it('sorts before anything is entered, without a network and without a word to the server', async () => {
  const host = await start({ path: at.home, network: 'none' });
  await follow(host, /^企业上市无违规证明/);
  expect(path(host)).toBe(pages.board);
  expect(host.getByRole('heading', { name: '27 个部门，要办 27 个' }).text).toBe('27 → 27');
  await press(host, /^本公司/);
  expect(host.hasText('您需要部门定性')).toBe(true);
  await choose(host, /^只要有没有记录/);
  expect(host.hasText('尚未核实，仍走联审')).toBe(true);
  expect(host.ledger.requests.filter(({ outcome }) => outcome === 'sent')).toEqual([]);
  expect(faults(host)).toEqual([]);
});

it('builds the matrix: what is wrong is said where it is mended', async () => {
  const host = await start({ path: pages.build, now: new Date('2026-11-23T02:00:00Z') });
  await press(host, '加一个主体');
  await press(host, '这个主体填好了');
  expect(alerts(host)).toHaveLength(2);
  await choose(host, '全资子公司');
  await type(host, '名称', outsider.name);
  await type(host, '统一社会信用代码', outsider.creditCode);
  await type(host, /^持股比例/, '80');
  const [picker] = host.findAll(({ tag }) => tag === 'picker');
  if (picker === undefined) throw new Error('no picker');
  await host.fire(picker, 'change', { value: ['辽宁省', '沈阳市'], code: ['210000', '210100', '210102'] });
  await press(host, '这个主体填好了');
  expect(alerts(host)[0]).toMatch(/全资应为 100/);
  await type(host, /^持股比例/, '100');
  await press(host, '这个主体填好了');
  expect(host.hasText('有 1 个在区外注册')).toBe(true);
  await press(host, '下一步');
  await press(host, /^只选核心/);
  await press(host, '下一步');
  expect(alerts(host)[0]).toMatch(/没有选全 27 个部门/);
  await choose(host, /^我确认/, 'checkbox');
  await press(host, '下一步');
  await typeDate(host, '到哪天', '2026-11-23');
  await press(host, '好了，看结果');
  expect(alerts(host)[0]).toMatch(/最晚是昨天/);
  await press(host, '换回三年一期');
  await typeDate(host, '从哪天', '2020-08-31');
  expect(host.hasText('2020 年 9 月 1 日之前')).toBe(true);
  expect(kept(host)).toMatchObject({
    answers: { related: [{ kind: 'whollyOwned', district: '210102' }], scopeConfirmed: true },
  });
  expect(faults(host)).toEqual([]);
});

it('takes thirty entities and no more', async () => {
  const storage = draftStorage({}, manyEntities(29));
  const host = await start({ path: pages.build, now: new Date('2026-11-23T02:00:00Z'), storage });
  expect(host.hasText('已有 30 个')).toBe(true);
  expect(host.getAllByRole('button', { name: '加一个主体' })).toEqual([]);
  expect(faults(host)).toEqual([]);
});

it('is filled in from the licence, handed in and taken once, though the answer is lost', async () => {
  const server = new CertificateServer();
  const host = await phone(server, { path: pages.apply });
  await follow(host, /^先登录/);
  await press(host, '微信登录');
  await host.advance(1500);
  await choose(host, /^大连测试港务/);
  expect(host.hasText('来自电子营业执照')).toBe(true);
  await press(host, /^联系人和抄送/);
  await type(host, '经办人姓名', '王芳');
  await type(host, '手机', '13900000002');
  await type(host, '电子邮箱', 'wang@example.com');
  await press(host, /^用途/);
  await press(host, /^用在哪里，还没有选/);
  await choose(host, /^首次公开发行/);
  await choose(host, '科创板');
  await press(host, /^材料/);
  expect(host.hasText('现在是 6 份')).toBe(true);
  await press(host, /^上市或融资进程材料：拍照/);
  await host.advance(1500);
  await press(host, '填完了，去核对');
  expect(toasts(host)).toContain('还有 1 处没填好');
  for (const name of [/^授权所选/, /^承诺所填/, /^同意把结论/]) await choose(host, name, 'checkbox');
  await press(host, '填完了，去核对');
  expect(path(host)).toBe(pages.review);
  server.base.loseReplies = true;
  await press(host, '提交');
  await host.advance(2000);
  expect(alerts(host)[0]).toMatch(/没有提交.*您填的都还在/);
  server.base.loseReplies = false;
  await press(host, '提交');
  await host.advance(2000);
  expect([path(host), server.applied.length]).toEqual([pages.receipt, 1]);
  expect(host.hasText(groupedCode(QUERY_CODE))).toBe(true);
  expect(host.hasText(LICENCE.name)).toBe(false);
  await host.advance(1000);
  expect(kept(host)).toBeUndefined();
  await press(host, '复制查询码');
  expect(host.phone.clipboard.replace(/-/g, '')).toBe(QUERY_CODE);
  await press(host, '看进度');
  expect(host.getByRole('heading', { name: /等受理/ }).text).toMatch(/2026 年 11 月 23 日提交/);
  expect(faults(host)).toEqual([]);
});

it('lets a tenth material in nowhere, and says into which of the nine it goes', async () => {
  const host = await start({ path: pages.apply, query: { part: 'materials' }, storage: draftStorage() });
  await type(host, '材料名称', '2024 年环保罚款缴款凭证');
  await press(host, '看该放哪一份');
  expect(host.getAllByRole('button', { name: /^并入/ }).map(({ name }) => name)).toEqual([
    '并入“已知处罚的决定书、缴款与整改完成证明”',
  ]);
  await press(host, /^并入/);
  expect(host.getAllByRole('button', { name: /^已知处罚的决定书.*：拍照/ })).toHaveLength(1);
  expect(faults(host)).toEqual([]);
});

it('asks for papers where shared data could not be had', async () => {
  const server = new CertificateServer();
  server.noLicences = true;
  const host = await phone(server, {
    path: pages.apply,
    query: { part: 'company' },
    storage: draftStorage(),
  });
  await follow(host, /^先登录/);
  await press(host, '微信登录');
  await host.advance(1500);
  expect(host.hasText('没取到执照信息')).toBe(true);
  await press(host, /^材料/);
  expect(host.getAllByRole('button', { name: /^营业执照（副本）：拍照/ })).toHaveLength(1);
  expect(faults(host)).toEqual([]);
});

it('lists what is known of penalties: one outside the period is named and not counted', async () => {
  const host = await start({
    path: pages.apply,
    query: { part: 'records' },
    storage: draftStorage(),
    now: new Date('2026-11-23T02:00:00Z'),
  });
  await press(host, '加一条处罚');
  await press(host, '这一条填好了');
  expect(alerts(host).length).toBeGreaterThan(2);
  await type(host, '决定书文号', '演示文号一');
  await type(host, '作出决定的机关', '演示机关');
  await type(host, '因为什么', '演示事由');
  await typeDate(host, '处罚决定日', '2021-05-06');
  await press(host, '这一条填好了');
  expect(host.getByRole('link', { name: /^演示文号一/ }).name).toMatch(/在期间外，不计入/);
  await press(host, /^材料/);
  expect(host.hasText('现在是 7 份')).toBe(true);
  expect(faults(host)).toEqual([]);
});

it('goes on after a kill, is among the drafts, and can be wiped', async () => {
  const first = await start({ path: pages.build, query: { part: 'period' } });
  await typeDate(first, '从哪天', '2024-01-01');
  await first.advance(1000);
  const host = await relaunch(first, { path: pages.board });
  expect(host.hasText('2024 年 1 月 1 日到')).toBe(true);
  expect(JSON.stringify([...host.phone.storage.values()])).not.toContain('2024-01-01');
  await host.open('/packages/apply/drafts/index');
  await follow(host, /^企业上市无违规证明/);
  expect(path(host)).toBe(pages.apply);
  await host.open(`/${at.data}`);
  await press(host, /^清除选中的/);
  await host.advance(1000);
  expect(kept(host)).toBeUndefined();
  expect(faults(host)).toEqual([]);
});

it('names a company twice no less wrong: the same code in two rows is refused', async () => {
  const twin = { ...subsidiary, name: '同码公司' };
  const host = await start({ path: pages.build, storage: draftStorage({}, [subsidiary, twin]) });
  await press(host, '下一步');
  await follow(host, /^同码公司/);
  await press(host, '这个主体填好了');
  expect(alerts(host)[0]).toMatch(/前面已经填过/);
  expect(faults(host)).toEqual([]);
});
