import { type Host, launch } from '../host/host';
import { at, faults, first, path, start } from './person';

/** Names that every object has: an id out of a link must not reach them. */
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty'] as const;

async function leadsOn(host: Host, button: string, to: string): Promise<void> {
  await host.tap(host.getByRole('button', { name: button }));
  expect(path(host)).toBe(to);
  expect(faults(host)).toEqual([]);
}

describe('a link to a guide that is not there', () => {
  const pages = [at.guide, at.note];
  const broken: readonly Readonly<Record<string, string>>[] = [
    {},
    { id: '' },
    { id: 'no-such-guide' },
    ...INHERITED.map((id) => ({ id })),
  ];
  it.each(pages.flatMap((page) => broken.map((query) => ({ page, query }))))(
    '$page $query says so and leads on',
    async ({ page, query }) => {
      const host = await start({ path: page, query });
      expect(host.hasText('没有这份指南')).toBe(true);
      expect(host.share()).toMatchObject({ path: '/pages/home/index' });
      await leadsOn(host, '回首页', at.home);
    },
  );

  it('leaves nothing of it on the phone', async () => {
    const host = await start({ path: at.guide, query: { id: 'no-such-guide' } });
    expect([...host.phone.storage.keys()]).toEqual([]);
  });
});

describe('a link to a topic or a document that is not there', () => {
  it.each([
    {},
    { kind: 'theme' },
    { kind: 'theme', id: 'no-such-theme' },
    { kind: 'colour', id: 'red' },
    ...INHERITED.map((kind) => ({ kind, id: kind })),
  ])('topic %j', async (query) => {
    const host = await start({ path: at.topic, query });
    expect(host.hasText('没有这一类')).toBe(true);
    await leadsOn(host, '去办事页看看', at.services);
  });

  it.each([{}, { id: 'no-such-document' }, { id: 'constructor' }])('document %j', async (query) => {
    const host = await start({ path: at.document, query });
    expect(host.hasText('没有这份文件')).toBe(true);
    await leadsOn(host, '回我的', at.mine);
  });
});

it('shows reports of a phone and writes none for a guide that is not there', async () => {
  const host = await start({ path: at.report, query: { id: 'constructor' } });
  expect(host.getAllByRole('textbox')).toEqual([]);
  await leadsOn(host, '去找指南', at.services);
});

describe('a query that cannot be decoded', () => {
  const raw = (page: string, query: string): Promise<Host> =>
    launch({ onPhone: 'all' }).then(async (host) => {
      await host.open(`/${page}?${query}`);
      return host;
    });

  it.each([
    [at.guide, 'id=%E4%'],
    [at.guide, 'id=100%'],
    [at.note, 'id=%'],
    [at.trip, 'ids=%,%E9'],
    [at.topic, 'kind=%&id=%'],
    [at.document, 'id=%zz'],
    [at.report, 'id=%u4e00'],
    [at.search, 'q=100%'],
    [at.search, '%E4%=1&&=&q'],
  ])('%s?%s', async (page, query) => {
    const host = await raw(page, query);
    expect([path(host), host.tree().text.trim() === '', faults(host)]).toEqual([page, false, []]);
  });

  it('searches for what was written', async () => {
    const host = await raw(at.search, 'q=100%');
    expect(host.getByRole('textbox').attribute('value')).toBe('100%');
  });
});

it('goes on when the tenth page is open', async () => {
  const host = await start({ path: at.guide, query: { id: 'elderly-allowance' } });
  for (let turn = 0; turn < 12; turn++) {
    const related = host.getAllByRole('link').filter(({ name }) => !name.startsWith('记下'));
    await host.tap(first(related, 'related guide'));
    expect(path(host)).toBe(at.guide);
  }
  expect(host.pages().length).toBeLessThanOrEqual(10);
  expect(faults(host)).toEqual([]);
});
