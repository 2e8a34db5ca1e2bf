import { CaseServer } from '../support/case-server';
import { draftStorage, NOW, opened, pages, phone, press, sampleOf, typeAt } from './applicant';
import { faults, links, path, relaunch, toasts } from './person';

const sample = sampleOf('elderly-allowance');
const again = (server: CaseServer) => ({ server: server.handle, now: NOW });

describe('without a network', () => {
  it('is kept, survives a kill, and is sent once when there is a network', async () => {
    const server = new CaseServer();
    const before = await phone(server, {
      path: pages.review,
      query: { id: sample.id },
      storage: draftStorage(sample),
    });
    before.setNetwork('none');
    await press(before, '提交');
    expect([path(before), before.hasText('已存在手机里，等着发出'), server.taken]).toEqual([
      pages.receipt,
      true,
      [],
    ]);
    expect(opened(before, 'outbox')).toMatchObject({ entries: [{ request: { form: sample.id } }] });
    expect(opened(before, `draft:${sample.id}`)).toBeUndefined();

    const host = await relaunch(before, { ...again(server), network: 'none', path: pages.cases });
    expect(links(host).some((name) => name.includes('有网后自动发出'))).toBe(true);
    host.setNetwork('4g');
    await host.advance(3000);
    expect(server.taken.map(({ key }) => key)).toEqual([`key-of-${sample.id}`]);
    expect(toasts(host)).toContain('等着的申请已经发出');
    host.setNetwork('none');
    host.setNetwork('4g');
    await host.advance(3000);
    expect([server.taken.length, opened(host, 'outbox')]).toMatchObject([1, { entries: [] }]);
    expect([...faults(before), ...faults(host)]).toEqual([]);
  });

  it('keeps the order of several', async () => {
    const server = new CaseServer();
    const other = sampleOf('temporary-relief');
    const storage = { ...draftStorage(sample), ...draftStorage(other) };
    const drafts = [storage['drafts'], draftStorage(sample)['drafts']].flat();
    const host = await phone(server, {
      path: pages.review,
      query: { id: other.id },
      storage: { ...storage, drafts },
      network: 'none',
    });
    await press(host, '提交');
    await host.open(`/${pages.review}?id=${sample.id}`);
    await press(host, '提交');
    host.setNetwork('wifi');
    await host.advance(5000);
    expect(server.taken.map(({ form }) => form)).toEqual([other.id, sample.id]);
    expect(faults(host)).toEqual([]);
  });

  it('may be taken back and changed', async () => {
    const server = new CaseServer();
    const host = await phone(server, {
      path: pages.review,
      query: { id: sample.id },
      storage: draftStorage(sample),
      network: 'none',
    });
    await press(host, '提交');
    await host.open(`/${pages.cases}`);
    await press(host, /^收回来改/);
    expect([path(host), opened(host, 'outbox')]).toMatchObject([pages.review, { entries: [] }]);
    host.setNetwork('wifi');
    await host.advance(2000);
    expect(server.taken).toEqual([]);
    await press(host, '提交');
    expect(server.taken).toHaveLength(1);
    expect(faults(host)).toEqual([]);
  });
});

it('is sent by itself when a server that was full has room again', async () => {
  const server = new CaseServer();
  const host = await phone(server, {
    path: pages.review,
    query: { id: sample.id },
    storage: draftStorage(sample),
  });
  server.full = true;
  await press(host, '提交');
  expect([path(host), host.hasText('手机过一会儿自动再发'), server.taken]).toEqual([pages.receipt, true, []]);
  await host.advance(6000);
  expect(server.taken).toEqual([]);
  server.full = false;
  await host.advance(6000);
  expect([server.taken.map(({ key }) => key), host.hasText('请记下或存下办件编号')]).toEqual([
    [`key-of-${sample.id}`],
    true,
  ]);
  expect([toasts(host).includes('等着的申请已经发出'), faults(host)]).toEqual([true, []]);
});

it('is one case when the answer to the first sending was lost and the app was killed', async () => {
  const server = new CaseServer();
  const before = await phone(server, {
    path: pages.review,
    query: { id: sample.id },
    storage: draftStorage(sample),
  });
  server.loseReplies = true;
  await press(before, '提交');
  server.loseReplies = false;
  const host = await relaunch(before, again(server));
  await host.advance(3000);
  expect([server.taken.length, server.book.cases.size]).toEqual([1, 1]);
  expect(opened(host, 'outbox')).toMatchObject({ entries: [], sent: [{ key: `key-of-${sample.id}` }] });
  expect(faults(host)).toEqual([]);
});

describe('a phone without room', () => {
  const launchFull = async (server: CaseServer) => {
    const host = await phone(server, {
      path: pages.review,
      query: { id: sample.id },
      storage: draftStorage(sample),
    });
    host.phone.storageFull = true;
    return host;
  };

  it('sends what it cannot keep', async () => {
    const server = new CaseServer();
    const host = await launchFull(server);
    await press(host, '提交');
    expect([path(host), server.taken.length]).toEqual([pages.receipt, 1]);
  });

  it('refuses what it can neither keep nor send, and loses nothing', async () => {
    const server = new CaseServer();
    const host = await launchFull(server);
    host.setNetwork('none');
    await press(host, '提交');
    expect([path(host), host.getByRole('alert').text.startsWith('没有提交：手机存储满了')]).toEqual([
      pages.review,
      true,
    ]);
    host.phone.storageFull = false;
    host.setNetwork('wifi');
    await press(host, '提交');
    expect([path(host), server.taken.length]).toEqual([pages.receipt, 1]);
  });
});

describe('a session', () => {
  it('that ended is renewed without a word', async () => {
    const server = new CaseServer();
    const host = await phone(server, {
      path: pages.review,
      query: { id: sample.id },
      storage: draftStorage(sample),
    });
    await host.open(`/${pages.cases}`);
    server.expire();
    await host.back();
    await press(host, '提交');
    expect([path(host), server.taken.length, faults(host)]).toEqual([pages.receipt, 1, []]);
  });

  it('that cannot be had leaves the submission waiting until the person signs in', async () => {
    const server = new CaseServer();
    server.wechat = false;
    const host = await phone(server, {
      path: pages.review,
      query: { id: sample.id },
      storage: draftStorage(sample),
    });
    await press(host, '提交');
    await press(host, '先登录，登录后马上发出');
    expect(path(host)).toBe(pages.signIn);
    await host.advance(500);
    await host.tap(host.getByRole('link', { name: /^李明/ }));
    await host.advance(2000);
    expect([path(host), server.taken.length, host.hasText('办件编号')]).toEqual([pages.receipt, 1, true]);
    expect(faults(host)).toEqual([]);
  });
});

it('is shown what the server found wrong, and may be mended', async () => {
  const server = new CaseServer();
  const broken = { ...sample, answers: { ...sample.answers, livingAddress: '短' } };
  const host = await phone(server, {
    path: pages.fill,
    query: { id: sample.id },
    storage: draftStorage(broken),
  });
  await host.open(`/${pages.review}?id=${sample.id}`);
  await press(host, '提交');
  expect([path(host), server.taken, toasts(host).length]).toEqual([pages.review, [], 1]);
  await press(host, '修改：老人现在住哪里？');
  await typeAt(host, 'livingAddress', '', { replace: '拥政街道测试路1号' });
  await press(host, '改好了，去核对');
  await press(host, '提交');
  expect([path(host), server.taken.length]).toEqual([pages.receipt, 1]);
});
