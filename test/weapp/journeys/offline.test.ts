import catalogue from '@/generated/catalogue';
import { type Host, launch } from '../host/host';
import { at, faults, guideUrl, path, start, toasts } from './person';

const NOT_OPENED = '没能打开，请检查网络后再试';

async function openInTurn(host: Host): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { id, name } of catalogue) {
    await host.open(guideUrl(id));
    if (path(host) !== at.guide) wrong.push(`${id} did not open`);
    else if (host.getByRole('heading', { name }).text !== name) wrong.push(`${id} has another name`);
    await host.back();
  }
  return wrong;
}

describe('ten seconds online, then no network', () => {
  it('opens every guide by its name', async () => {
    const host = await launch({ network: '4g' });
    await host.advance(10_000);
    host.setNetwork('none');
    expect(await openInTurn(host)).toEqual([]);
    expect(catalogue).toHaveLength(89);
    expect(faults(host)).toEqual([]);
  }, 120_000);
});

describe('a phone that was never online', () => {
  it('says that a guide could not be fetched, and opens it once there is a network', async () => {
    const host = await launch({ network: 'none' });
    const [tile] = host.getAllByRole('link', { name: /高龄津贴/ });
    if (tile === undefined) throw new Error('no tile of the allowance');
    await host.tap(tile);
    expect([path(host), toasts(host)]).toEqual([at.home, [NOT_OPENED]]);

    host.setNetwork('4g');
    await host.tap(tile);
    await host.advance(3000);
    expect(path(host)).toBe(at.guide);
    expect(faults(host)).toEqual([]);
  });

  it('searches and keeps what was typed when the guide cannot be fetched', async () => {
    const host = await launch({ network: 'none', path: at.search });
    await host.input(host.getByRole('textbox'), '高龄津贴');
    const [first] = host.getAllByRole('link');
    if (first === undefined) throw new Error('no suggestion');
    await host.tap(first);
    expect([path(host), toasts(host)]).toEqual([at.search, [NOT_OPENED]]);
    expect(host.getAllByRole('link').length).toBeGreaterThan(0);
    expect(faults(host)).toEqual([]);
  });
});

it('keeps the clock of the phone when no server answers', async () => {
  const host = await start({ network: 'none' });
  expect(host.ledger.requests.map(({ outcome }) => outcome)).toEqual(['offline']);
  expect(faults(host)).toEqual([]);
});
