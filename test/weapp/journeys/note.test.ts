import type { Host } from '../host/host';
import { at, calls, faults, relaunch, start, toasts } from './person';

const GUIDE = 'elderly-allowance';

const openNote = (privacyAgreed = true): Promise<Host> =>
  start({ path: at.note, query: { id: GUIDE }, privacyAgreed });

const save = (host: Host): Promise<void> => host.tap(host.getByRole('button', { name: '存成图片' }));
const sheets = (host: Host): number => host.getAllByRole('dialog', { name: '隐私保护提示' }).length;
const agree = (host: Host): Promise<void> =>
  host.fire(host.getByRole('button', { name: '同意' }), 'agreeprivacyauthorization');

const boxes = (host: Host): readonly string[] =>
  host.findAll(({ className }) => className.endsWith('__line--box')).map(({ text }) => text);

it('shows a box a material and what to say', async () => {
  const host = await openNote();
  expect(boxes(host).some((line) => line.includes('银行卡'))).toBe(true);
  expect(host.hasText('老年人福利补贴')).toBe(true);
  expect(faults(host)).toEqual([]);
});

describe('for the answers given in the guide', () => {
  const noteFor = (
    answers: Readonly<Record<string, string>>,
    ticked: readonly string[] = [],
  ): Promise<Host> =>
    start({ path: at.note, query: { id: GUIDE }, storage: { checklists: { [GUIDE]: { answers, ticked } } } });

  it('lists what they call for', async () => {
    const [agent, self] = [await noteFor({ applicant: 'agent' }), await noteFor({ applicant: 'self' })];
    expect(boxes(agent).filter((line) => line.includes('授权委托书'))).toHaveLength(1);
    expect(boxes(self).filter((line) => line.includes('授权委托书'))).toEqual([]);
    expect([...faults(agent), ...faults(self)]).toEqual([]);
  });

  it('writes down neither answers nor ticks', async () => {
    const [ticked, plain] = [
      await noteFor({ applicant: 'agent' }, ['bank-card']),
      await noteFor({ applicant: 'agent' }),
    ];
    expect(ticked.tree().text).toBe(plain.tree().text);
    expect(ticked.hasText('家人或社区代办')).toBe(false);
  });
});

it('is saved as an image', async () => {
  const host = await openNote();
  await save(host);
  expect(calls(host, 'canvasToTempFilePath')).toHaveLength(1);
  expect(calls(host, 'saveImageToPhotosAlbum')).toHaveLength(1);
  expect(toasts(host)).toEqual(['已存到手机相册']);
  expect(faults(host)).toEqual([]);
});

describe('before the privacy guide is agreed to', () => {
  it('asks; a refusal is taken kindly and the page stays', async () => {
    const host = await openNote(false);
    expect(sheets(host)).toBe(0);
    await save(host);
    expect(sheets(host)).toBe(1);
    await host.tap(host.getByRole('button', { name: '不同意' }));
    expect([sheets(host), toasts(host)]).toEqual([0, ['没有存到相册的权限；可以截屏保存这一页']]);
    expect(boxes(host).length).toBeGreaterThan(0);
    expect(faults(host)).toEqual([]);
  });

  it('saves after a refusal that was thought over', async () => {
    const host = await openNote(false);
    await save(host);
    await host.tap(host.getByRole('button', { name: '不同意' }));
    await save(host);
    expect(sheets(host)).toBe(1);
    await agree(host);
    expect([sheets(host), toasts(host).at(-1)]).toEqual([0, '已存到手机相册']);
    expect(faults(host)).toEqual([]);
  });

  it('leads to the guide and waits for the answer', async () => {
    const host = await openNote(false);
    await save(host);
    await host.tap(host.getByRole('link', { name: '阅读《隐私保护指引》' }));
    expect(host.currentPage().path).toBe(at.document);
    await host.back();
    expect(sheets(host)).toBe(1);
    await agree(host);
    expect(toasts(host)).toEqual(['已存到手机相册']);
    expect(faults(host)).toEqual([]);
  });

  it('asks again on the next start when the app was killed at the question', async () => {
    const before = await openNote(false);
    await save(before);
    const host = await relaunch(before, { path: at.note, query: { id: GUIDE }, privacyAgreed: false });
    expect(sheets(host)).toBe(0);
    await save(host);
    expect(sheets(host)).toBe(1);
    expect(faults(host)).toEqual([]);
  });
});
