/** The program itself: messages that a person agrees to, its own faults, a newer version. */
import type { Host } from '../host/host';
import { CaseServer } from '../support/case-server';
import { draftStorage, NOW, pages, phone, press, sampleOf } from './applicant';
import { at, calls, faults, path, relaunch, stored, toasts } from './person';

const sample = sampleOf('elderly-allowance');

async function receipt(server: CaseServer): Promise<Host> {
  const query = { id: sample.id };
  const host = await phone(server, { path: pages.review, query, storage: draftStorage(sample) });
  await press(host, '提交');
  expect(path(host)).toBe(pages.receipt);
  return host;
}

describe('messages of WeChat', () => {
  it('are offered on the receipt where a template is configured, and told to the server', async () => {
    const server = new CaseServer();
    server.templates = ['template-1'];
    const host = await receipt(server);
    await press(host, '有进展微信告诉我');
    expect(calls(host, 'requestSubscribeMessage')).toMatchObject([{ tmplIds: ['template-1'] }]);
    expect([server.agreed, host.getAllByRole('button', { name: '有进展微信告诉我' })]).toEqual([
      [{ templates: ['template-1'] }],
      [],
    ]);
    expect(faults(host)).toEqual([]);
  });

  it('are not spoken of where none is', async () => {
    const host = await receipt(new CaseServer());
    expect(host.getAllByRole('button', { name: '有进展微信告诉我' })).toEqual([]);
  });
});

describe('a fault of the program', () => {
  it('stays on the phone, without what was typed, until the person sends it', async () => {
    const server = new CaseServer();
    const before = await phone(server, { path: at.home });
    before.phone.appError.emit('TypeError: 张建国 13900000002 is not a function\n    at a (app.js:1:1)');
    before.phone.appError.emit('TypeError: 张建国 13900000002 is not a function\n    at a (app.js:1:1)');
    await before.advance(100);
    const host = await relaunch(before, { server: server.handle, now: NOW, path: at.data });
    const what = 'TypeError: … # is not a function\n    at a (app.js:1:1)';
    expect(stored(host, 'troubles')).toMatchObject([{ page: at.home, what, times: 2 }]);
    expect(server.trouble).toEqual([]);
    await press(host, '发给我们');
    expect(server.trouble).toMatchObject([{ faults: [{ page: at.home, what, times: 2 }] }]);
    expect([host.phone.storage.has('troubles'), toasts(host)]).toEqual([false, ['已发出，谢谢']]);
    expect(faults(host)).toEqual([]);
  });
});

describe('a newer version', () => {
  it('waits while a form is open, and comes in when the person agrees', async () => {
    const host = await phone(new CaseServer(), { path: pages.apply, query: { id: sample.id } });
    await press(host, '开始填写');
    host.phone.updateReady.emit(undefined);
    await host.advance(500);
    host.runtime.setForeground(false);
    host.runtime.setForeground(true);
    await host.advance(500);
    expect([calls(host, 'showModal'), calls(host, 'applyUpdate')]).toEqual([[], []]);
    await host.back();
    host.runtime.setForeground(false);
    host.runtime.setForeground(true);
    await host.advance(500);
    expect([calls(host, 'showModal').length, calls(host, 'applyUpdate').length]).toEqual([1, 1]);
    expect(faults(host)).toEqual([]);
  });

  it('is not forced on who says no', async () => {
    const host = await phone(new CaseServer(), { path: at.home });
    host.phone.modalConfirm = false;
    host.phone.updateReady.emit(undefined);
    await host.advance(500);
    expect([calls(host, 'showModal').length, calls(host, 'applyUpdate')]).toEqual([1, []]);
  });
});
