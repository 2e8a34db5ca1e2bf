/** What goes wrong between the phone and the real server, and what becomes of what was typed. */
import { parseOutbox } from '@/stores/outbox';
import type { Host, LaunchOptions } from '../../host/host';
import { RealDesk } from '../../support/real-desk';
import { RealServer } from '../../support/real-server';
import { draftStorage, opened, pages, press, sampleOf, typeAt, type Sample } from '../applicant';
import { faults, path, toasts } from '../person';
import { caseOf, signIn, use, type Kept } from './journey';

/** To the first two nothing has to be uploaded. */
const [ONE, OTHER] = [sampleOf('gov-info-disclosure'), sampleOf('social-insurance-certificate')];
const UPLOADS = sampleOf('elderly-allowance');
const SUBMIT = 'POST /api/cases';

/** A server that starts on a busy machine takes its time. */
jest.setTimeout(180_000);

let running: RealServer | undefined;
let kept: Kept;

beforeAll(async () => {
  running = await RealServer.start();
  kept = await signIn(running, '李明');
});
afterAll(() => running?.stop());

function real(): RealServer {
  if (running === undefined) throw new Error('the server did not start');
  return running;
}

let keys = 0;

/** The phone of the person, on which these forms lie filled in. */
function storageWith(...filled: readonly Sample[]): Kept {
  const all = filled.map((sample) => draftStorage(sample, `key-of-an-outage-${(keys += 1)}`));
  const drafts = all.map(({ drafts: marks }) => marks).flat();
  const entries = all.flatMap((each) => Object.entries({ ...each, drafts }));
  return new Map([...kept, ...entries.map(([key, value]) => [key, JSON.stringify({ value })] as const)]);
}

const open = (options: LaunchOptions): Promise<Host> => use(real(), options);
const again = (host: Host, options: LaunchOptions = {}): Promise<Host> =>
  open({ ...host.kill(), ...options });
const review = ({ id }: Sample): LaunchOptions => ({ path: pages.review, query: { id } });

/** Submissions that the server answered since then. */
const submitsSince = (from: number): number =>
  real()
    .requests.slice(from)
    .filter((call) => call === SUBMIT).length;

const numberOn = (host: Host): string => host.currentPage().query['number'] ?? '';

/** What the phone has receipts for, the newest first. */
const receipts = (host: Host): readonly { readonly item: string; readonly number: string }[] =>
  parseOutbox(opened(host, 'outbox')).sent.map(({ receipt }) => receipt);

const waiting = (host: Host): readonly string[] =>
  parseOutbox(opened(host, 'outbox')).entries.map(({ request }) => request.form);

/** A case of the first form, handed in. */
async function handedIn(): Promise<Host> {
  const host = await open({ ...review(ONE), storage: storageWith(ONE) });
  await press(host, '提交');
  expect(path(host)).toBe(pages.receipt);
  return host;
}

beforeEach(() => {
  real().contract = undefined;
});

describe('without a network', () => {
  it('waits through a kill, then goes out in order, each once', async () => {
    const from = real().requests.length;
    const before = await open({ ...review(OTHER), storage: storageWith(ONE, OTHER), network: 'none' });
    await press(before, '提交');
    await before.open(`/${pages.review}?id=${ONE.id}`);
    await press(before, '提交');
    expect([path(before), waiting(before)]).toEqual([pages.receipt, [OTHER.id, ONE.id]]);
    const host = await again(before, { path: pages.cases, network: 'none' });
    host.setNetwork('4g');
    await host.advance(5000);
    host.setNetwork('none');
    host.setNetwork('4g');
    await host.advance(5000);
    expect([waiting(host), submitsSince(from)]).toEqual([[], 2]);
    const [second, earlier] = receipts(host);
    expect([earlier?.item, second?.item]).toEqual([OTHER.id, ONE.id]);
    // Serial numbers are given in the order of arrival.
    expect(Number(earlier?.number)).toBeLessThan(Number(second?.number));
    expect([toasts(host).includes('等着的申请已经发出'), faults(host)]).toEqual([true, []]);
  });
});

describe('killed', () => {
  it('in the middle of an upload, both lose nothing and keep no half of a file', async () => {
    const query = { id: UPLOADS.id, page: '#materials' };
    const before = await open({ path: pages.fill, query, storage: storageWith(UPLOADS) });
    const upload = /^本人银行卡.*：再加一个$/;
    for (const removed of before.getAllByRole('button', { name: /：删除|^删除/ })) await before.tap(removed);
    real().dieIn = 'POST /api/files';
    await press(before, upload);
    await before.advance(2000);
    expect(before.hasText('没传上去')).toBe(true);
    await real().restart();
    await press(before, /^再传一次/);
    await before.advance(2000);
    expect(before.hasText('没传上去')).toBe(false);
    // The phone this time: what it had already is in the draft.
    const host = await again(before, { path: pages.fill, query });
    expect(host.hasText('1.jpg')).toBe(true);
    expect([...faults(before), ...faults(host)]).toEqual([]);
  });

  it('as the case is being stored, hand it in once', async () => {
    const from = real().requests.length;
    const before = await open({ ...review(ONE), storage: storageWith(ONE) });
    real().loseReplies = true;
    await press(before, '提交');
    real().loseReplies = false;
    await real().kill();
    await real().restart();
    const host = await again(before, { path: pages.cases });
    await host.advance(3000);
    expect([waiting(host), submitsSince(from)]).toEqual([[], 2]);
    const [{ number } = { number: '' }] = receipts(host);
    expect((await caseOf(host, real(), number)).kinds).toEqual(['submitted']);
    await host.open(`/${pages.inbox}`);
    const about = host.getAllByRole('link').filter(({ name }) => name.replace(/\s/g, '').includes(number));
    expect(about.length).toBeLessThanOrEqual(1);
  });
});

describe('a mended case', () => {
  it('that was mended on another phone too shows both versions', async () => {
    const clerk = await RealDesk.open(real(), 'clerk');
    const host = await handedIn();
    const number = numberOn(host);
    const target = 'field:applicant.mobile';
    await clerk.does(number, 'correctionAsked', { pick: target, [`reason:${target}`]: 'R03' });
    const query = { number };
    const other = await open({ path: pages.correct, query, storage: kept });
    await host.open(`/${pages.correct}?number=${number}`);
    await typeAt(host, 'applicant.mobile', '', { replace: '13911112222' });
    await typeAt(other, 'applicant.mobile', '', { replace: '13933334444' });
    await press(other, '提交补正');
    expect(path(other)).toBe(pages.case);
    await press(host, '提交补正');
    expect(path(host)).toBe(pages.correct);
    expect([host.hasText('13933334444'), host.hasText('13911112222')]).toEqual([true, true]);
    expect(host.getByRole('alert').text.startsWith('您在这里写的没有提交')).toBe(true);
    await press(host, '以已提交的为准');
    expect([path(host), (await caseOf(host, real(), number)).kinds.length, faults(host)]).toEqual([
      pages.case,
      3,
      [],
    ]);
  });

  it('that an older form or program sends is not lost', async () => {
    real().contract = '0';
    const host = await open({ ...review(ONE), storage: storageWith(ONE) });
    await press(host, '提交');
    expect([path(host), waiting(host), host.getAllByRole('button', { name: '现在再发一次' }).length]).toEqual(
      [pages.receipt, [ONE.id], 1],
    );
    expect(host.hasText('小程序版本旧了，请先更新')).toBe(true);
    real().contract = undefined;
    await press(host, '现在再发一次');
    expect([waiting(host), receipts(host).length, host.hasText('办件编号')]).toEqual([[], 1, true]);
  });
});

it('sends what a full phone cannot keep', async () => {
  const host = await open({ ...review(ONE), storage: storageWith(ONE) });
  host.phone.storageFull = true;
  await press(host, '提交');
  expect([path(host), (await caseOf(host, real(), numberOn(host))).kinds]).toEqual([
    pages.receipt,
    ['submitted'],
  ]);
});

it('keeps the draft when the session has ended, and goes on after signing in again', async () => {
  const WEEK = 7 * 86_400_000;
  await real().advance(WEEK + 1000);
  const id = ONE.id;
  const page = ONE.form.pages.find(({ fields }) => fields.includes('applicant'))?.id ?? '';
  const host = await open({ path: pages.fill, query: { id, page }, storage: storageWith(ONE) });
  await typeAt(host, 'applicant.mobile', '', { replace: '13911112222' });
  await host.open(`/${pages.review}?id=${id}`);
  await press(host, '提交');
  await press(host, '先登录，登录后马上发出');
  await host.tap(host.getByRole('link', { name: /^李明/ }));
  await host.advance(2000);
  expect([path(host), waiting(host)]).toEqual([pages.receipt, []]);
  const [{ number } = { number: '' }] = receipts(host);
  expect((await caseOf(host, real(), number)).answers['applicant']).toMatchObject({ mobile: '13911112222' });
  expect(faults(host)).toEqual([]);
});
