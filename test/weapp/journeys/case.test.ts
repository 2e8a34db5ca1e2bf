import type { Host } from '../host/host';
import { CaseServer } from '../support/case-server';
import { draftStorage, opened, pages, phone, press, sampleOf, typeAt } from './applicant';
import { faults, links, path, toasts } from './person';

const id = 'elderly-allowance';
const sample = sampleOf(id);

/** A person whose case is there, on its page. */
async function submitted(server: CaseServer): Promise<readonly [Host, string]> {
  const host = await phone(server, { path: pages.review, query: { id }, storage: draftStorage(sample) });
  await press(host, '提交');
  const number = server.taken[0]?.number ?? '';
  await press(host, '看进度');
  return [host, number];
}

async function seeAgain(host: Host, number: string): Promise<void> {
  await host.open(`/${pages.cases}`);
  await host.tap(host.getByRole('link', { name: /^老年人福利补贴/ }));
  expect(host.currentPage().query).toEqual({ number });
}

const heading = (host: Host): string => host.getByRole('heading', { name: /。$/ }).text;

it('says first who has it and by when, then each day', async () => {
  const server = new CaseServer();
  const [host, number] = await submitted(server);
  expect(heading(host)).toMatch(/^已提交，等.+受理；最迟 11 月 30 日告诉您/);
  server.clerk(number, { kind: 'accepted' });
  await seeAgain(host, number);
  expect(heading(host)).toMatch(/^正在由.+审核，预计 12 月 7 日前办结。$/);
  await press(host, /^一天一天看/);
  expect([host.hasText('不计：周末'), host.hasText('第 10 天')]).toEqual([true, true]);
  expect(faults(host)).toEqual([]);
});

it('says of each file whether somebody has looked, and what to do about one that was refused', async () => {
  const server = new CaseServer();
  const [host, number] = await submitted(server);
  server.book.files = [
    { id: 'file-that-waits-00', name: '银行卡.jpg', state: 'waiting' },
    { id: 'file-that-is-fine-0', name: '户口簿.pdf', state: 'checked' },
  ];
  await seeAgain(host, number);
  const texts = ['银行卡.jpg', '等工作人员查看', '户口簿.pdf', '已查看'];
  expect(texts.filter((text) => !host.hasText(text))).toEqual([]);
  expect(host.hasText('有问题，请换一份')).toBe(false);
  server.book.files = [{ id: 'file-that-waits-00', name: '银行卡.jpg', state: 'refused' }];
  await seeAgain(host, number);
  expect([host.hasText('有问题，请换一份'), host.hasText('重拍或另存一份'), faults(host)]).toEqual([
    true,
    true,
    [],
  ]);
});

it('is corrected: only what the notice names, with the difference shown', async () => {
  const server = new CaseServer();
  const [host, number] = await submitted(server);
  server.clerk(number, {
    kind: 'correctionAsked',
    items: [
      { target: { kind: 'field', path: 'contactMobile' }, reason: 'R03', note: '打不通' },
      { target: { kind: 'material', id: 'bank-card' }, reason: 'R01', note: '' },
    ],
  });
  await seeAgain(host, number);
  expect(heading(host)).toMatch(/^等您补正，请在 .+日前补好。$/);
  await press(host, '去补正');
  expect(path(host)).toBe(pages.correct);
  expect(host.getAllByRole('textbox').map(({ name }) => name)).toEqual(['联系人手机']);
  await press(host, '提交补正');
  expect(host.getAllByRole('alert').length).toBe(1);
  await typeAt(host, 'contactMobile', '', { replace: '13911112222' });
  await press(host, /：拍照或选文件$/);
  await host.advance(1500);
  expect(host.hasText('改了 1 处')).toBe(true);
  expect(opened(host, `draft:correct-${number}`)).toMatchObject({
    answers: { contactMobile: '13911112222' },
  });
  await press(host, '提交补正');
  expect([path(host), toasts(host).includes('补正已提交')]).toEqual([pages.case, true]);
  expect(server.book.get(number)).toMatchObject({ answers: { contactMobile: '13911112222' } });
  expect(opened(host, `draft:correct-${number}`)).toBeUndefined();
  expect(faults(host)).toEqual([]);
});

it('is rated after the decision, once and by choice', async () => {
  const server = new CaseServer();
  const [host, number] = await submitted(server);
  server.clerk(number, { kind: 'accepted' });
  server.clerk(number, { kind: 'reviewed', task: 'main', opinion: 'pass', note: '' });
  server.clerk(number, { kind: 'decided', outcome: 'approved', basis: '', note: '' });
  await seeAgain(host, number);
  expect([heading(host), host.hasText('办结：通过')]).toEqual(['已办结：通过，等待送达。', true]);
  await host.tap(host.getByRole('link', { name: /^评价/ }));
  await press(host, '提交评价');
  expect(host.getByRole('alert').text).toBe('请先选满意不满意。');
  await host.tap(host.getByRole('radio', { name: '不满意' }));
  await press(host, '提交评价');
  expect(host.getByRole('alert').text).toBe('请选择不满意的原因，我们据此整改。');
  await host.tap(host.getByRole('checkbox', { name: '超过承诺时间' }));
  await press(host, '提交评价');
  expect([path(host), toasts(host).includes('谢谢，评价已收到')]).toEqual([pages.case, true]);
  expect(server.book.view(server.book.get(number)).rating).toMatchObject({ stars: 2, reasons: ['slow'] });
  await host.advance(1000);
  expect(links(host).some((name) => name.startsWith('评价'))).toBe(false);
  expect(faults(host)).toEqual([]);
});

it('shows both when a clerk was faster', async () => {
  const server = new CaseServer();
  const [host, number] = await submitted(server);
  await host.tap(host.getByRole('link', { name: /^催办/ }));
  server.clerk(number, { kind: 'accepted' });
  await host.input(host.getByRole('textbox'), '急用');
  await press(host, '发出催办');
  expect([path(host), host.getByRole('alert').text.startsWith('办件刚有了新进展')]).toEqual([
    pages.act,
    true,
  ]);
  await press(host, '发出催办');
  expect([path(host), toasts(host).includes('已催办')]).toEqual([pages.case, true]);
  expect(server.book.view(server.book.get(number)).urgedOn).toBeDefined();
  expect(faults(host)).toEqual([]);
});

it('is complained about with a reason, and withdrawn', async () => {
  const server = new CaseServer();
  const [host, number] = await submitted(server);
  await host.tap(host.getByRole('link', { name: /^投诉/ }));
  await press(host, '发出投诉');
  expect(host.getByRole('alert').text).toBe('请写几句发生了什么，方便核实。');
  await host.input(host.getByRole('textbox'), '没人接电话');
  await press(host, '发出投诉');
  await host.advance(1000);
  await host.tap(host.getByRole('link', { name: /^撤回申请/ }));
  await press(host, '撤回申请');
  await host.advance(1000);
  expect(server.book.view(server.book.get(number))).toMatchObject({ status: 'withdrawn', complaints: [{}] });
  expect([heading(host), faults(host)]).toEqual(['您已撤回。', []]);
});

it('is told about in the inbox', async () => {
  const server = new CaseServer();
  const [host, number] = await submitted(server);
  await host.open(`/${pages.inbox}`);
  await host.tap(host.getByRole('link', { name: /未读/ }));
  expect([path(host), server.read]).toEqual([pages.case, [`message-${number}`]]);
  expect(faults(host)).toEqual([]);
});

it('of somebody else is not found', async () => {
  const host = await phone(new CaseServer(), { path: pages.case, query: { number: '2026112300000013' } });
  expect([host.hasText('没有这个办件'), faults(host)]).toEqual([true, []]);
});
