import { CaseServer } from '../support/case-server';
import { draftStorage, NOW, opened, pages, phone, press, sampleOf, shownAt, typeAt } from './applicant';
import { faults, path, relaunch, stored, toasts } from './person';

const id = 'elderly-allowance';
const sample = sampleOf(id);

it('is kept within two seconds of the last key, encrypted, and survives a kill', async () => {
  const server = new CaseServer();
  const before = await phone(server, { path: pages.fill, query: { id } });
  await typeAt(before, 'applicant.name', '张建国', { blur: false });
  await before.advance(1500);
  expect(opened(before, `draft:${id}`)).toMatchObject({
    form: id,
    answers: { applicant: { name: '张建国' } },
  });
  expect([...before.phone.storage.values()].some((json) => json.includes('张建国'))).toBe(false);
  expect(before.hasText('已自动保存在手机里')).toBe(true);

  const host = await relaunch(before, { server: server.handle, now: NOW, path: pages.apply, query: { id } });
  expect(host.hasText('上次没填完')).toBe(true);
  await press(host, '接着填');
  expect([path(host), shownAt(host, 'applicant.name')]).toEqual([pages.fill, '张建国']);
  expect([...faults(before), ...faults(host), ...before.ledger.echoes]).toEqual([]);
});

it('takes every character at 120 ms of lag', async () => {
  const host = await phone(new CaseServer(), { path: pages.fill, query: { id } });
  expect(await typeAt(host, 'applicant.name', '阿卜杜拉·买买提', { lag: 120 })).toBe('阿卜杜拉·买买提');
  expect([host.ledger.echoes, faults(host)]).toEqual([[], []]);
});

it('says what is wrong above the field, how to mend it, and goes on once it is mended', async () => {
  const host = await phone(new CaseServer(), { path: pages.fill, query: { id } });
  await typeAt(host, 'applicant.idNo', '210213192611239994');
  await press(host, '下一步');
  const alerts = host.getAllByRole('alert').map(({ text }) => text);
  expect(alerts.length).toBeGreaterThan(2);
  expect(alerts.every((text) => text.length > 6)).toBe(true);
  expect(host.getByRole('heading').text).toBe('给哪位老人登记？');
  expect(host.ledger.native.some(({ name }) => name === 'pageScrollTo')).toBe(true);
  expect(faults(host)).toEqual([]);
});

it('says at once that a file is too large, also where the form’s list allows 20 MB, and sends nothing', async () => {
  const evidence = sampleOf('legal-aid');
  const page = evidence.form.pages.find(({ fields }) => fields.includes('files'))?.id ?? '';
  const server = new CaseServer();
  const query = { id: evidence.id, page };
  const host = await phone(server, { path: pages.fill, query, storage: draftStorage(evidence) });
  const sent = () => server.requests.filter((request) => request === 'POST /api/files').length;
  host.phone.photoSize = 15 * 1_048_576;
  await press(host, /：(拍照或选文件|再加一个)$/);
  await host.advance(1000);
  expect([toasts(host).at(-1), sent()]).toEqual(['超过 10 MB 的没有上传，请压缩或拆成几份', 0]);
  host.phone.photoSize = 5 * 1_048_576;
  await press(host, /：(拍照或选文件|再加一个)$/);
  await host.advance(1000);
  expect([sent(), faults(host)]).toEqual([1, []]);
});

it('is wiped with one tap', async () => {
  const host = await phone(new CaseServer(), {
    path: pages.apply,
    query: { id },
    storage: draftStorage(sample),
  });
  await press(host, '清除这份草稿');
  expect([opened(host, `draft:${id}`), stored(host, 'drafts')]).toEqual([undefined, []]);
  expect(host.hasText('上次没填完')).toBe(false);
  expect(faults(host)).toEqual([]);
});

it('ends after thirty days', async () => {
  const later = new Date(NOW.getTime() + 31 * 86_400_000);
  const server = new CaseServer();
  server.time = later.getTime();
  const host = await phone(server, {
    path: pages.apply,
    query: { id },
    storage: draftStorage(sample),
    now: later,
  });
  expect([host.hasText('上次没填完'), opened(host, `draft:${id}`), stored(host, 'drafts')]).toEqual([
    false,
    undefined,
    [],
  ]);
});

it('of an older form says what to look at again', async () => {
  const [key = '', draft] = Object.entries(draftStorage(sample))[0] ?? [];
  const older = {
    ...sample,
    answers: { ...sample.answers, gone: 1, livingAddress: '' },
    form: { ...sample.form, version: 0 },
  };
  const storage = draftStorage(older);
  expect([key, draft === undefined]).toEqual([`draft:${id}`, false]);
  const host = await phone(new CaseServer(), { path: pages.apply, query: { id }, storage });
  expect(host.hasText('请再看这几页：老人现在住哪里？')).toBe(true);
  expect(host.hasText('有 1 项新表不再问')).toBe(true);
  expect(faults(host)).toEqual([]);
});

it('shows what came verified with its source, and keeps none of it', async () => {
  const server = new CaseServer();
  const value = {
    field: 'applicant.name',
    value: '张建国',
    source: '实名认证',
    on: '2026-11-01',
    correctAt: '微信实名',
  };
  server.prefill = { values: [value], failed: ['id-card'] };
  const host = await phone(server, { path: pages.cases });
  await host.open(`/${pages.fill}?id=${id}`);
  await host.advance(1000);
  expect([
    shownAt(host, 'applicant.name'),
    host.hasText('来自实名认证（2026-11-01），有误请到微信实名更正'),
  ]).toEqual(['张建国', true]);
  await typeAt(host, 'applicant.mobile', '13800000001');
  await host.advance(1500);
  expect(opened(host, `draft:${id}`)).toMatchObject({ answers: { applicant: { mobile: '13800000001' } } });
  expect(JSON.stringify(opened(host, `draft:${id}`))).not.toContain('张建国');
  expect(faults(host)).toEqual([]);
});

it('takes papers up with the network failing half-way', async () => {
  const server = new CaseServer();
  const host = await phone(server, {
    path: pages.fill,
    query: { id, page: '#materials' },
    storage: draftStorage({ ...sample, answers: sample.answers }),
  });
  server.down = true;
  await press(host, /^本人银行卡.*：再加一个$/);
  await host.advance(2000);
  expect(host.hasText('没传上去')).toBe(true);
  server.down = false;
  await press(host, /^再传一次/);
  await host.advance(2000);
  expect([host.hasText('没传上去'), host.hasText('file-0000000000000001.jpg')]).toEqual([false, true]);
  expect(faults(host)).toEqual([]);
});
