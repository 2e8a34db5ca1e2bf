/** Scenarios of the certificate in which days pass, from the phone over the console to the paper. */
import { alerts, choose, follow, kept, pages, press, type } from '../certificate';
import { faults, path, toasts } from '../person';
import { DAY, Office, some, type Trip } from './certificate-journey';

/** A server that starts on a busy machine takes its time. */
jest.setTimeout(180_000);

/** A Sunday, in a year in which a period may still begin before the province's reports do. */
const SUNDAY = Date.parse('2025-11-23T02:00:00Z');

let running: Office | undefined;
const office = (): Office => {
  if (running === undefined) throw new Error('the server did not start');
  return running;
};
beforeAll(async () => {
  running = await Office.open(SUNDAY);
});
afterAll(() => running?.server.stop());

const period = { start: '2023-01-01', end: '2025-11-22' };

/** Ten in the morning of that day. */
const until = (day: string): Promise<void> =>
  office().later(Date.parse(`${day}T02:00:00Z`) - office().server.now());

it('4 and 8 from 2020-08-31, with a hint; accepted on a Sunday, the first day is the Monday', async () => {
  const change = { purpose: 'bond', period: { ...period, start: '2020-08-31' }, ...some('tax') };
  const host = await office().reviews({ change });
  await host.advance(500);
  expect(host.hasText('2020 年 9 月 1 日')).toBe(true);
  host.kill();
  const trip = await office().dispatched({ change });
  const { clock, draft } = await office().detail(trip);
  expect([clock?.due, clock?.left, draft.period.start]).toEqual(['2025-12-02', 7, '2020-08-31']);
  await until('2025-11-24');
  expect((await office().detail(trip)).clock?.left).toBe(6);
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  await office().stands(trip, 'issued');
  expect((await office().proves(trip, 'valid')).join('')).toMatch(/2020\s*年\s*8\s*月\s*31\s*日/);
});

let parcel: Trip;
const step = (name: string): Promise<void> =>
  office().review.leads(parcel.number, 'courier', { 'step-of-courier': name });

it('19 a parcel comes back', async () => {
  const delivery = { kind: 'courier', recipient: '李四', mobile: '13800000000', address: '测试路 1 号' };
  const change = { purpose: 'overseas', period, delivery, ...some('tax') };
  parcel = await office().dispatched({ change });
  await office().review.clears(parcel.number, ['tax']);
  await office().review.leads(parcel.number, 'decided');
  for (const name of ['ordered', 'picked', 'inTransit', 'returned']) await step(name);
  await office().stands(parcel, 'delivering');
});

it('13 the court waits for paper: the clock stops with a reason, through a restart, and silence says nothing', async () => {
  const change = { purpose: 'merger', period, ...some('tax', 'court') };
  const trip = await office().dispatched({ change });
  await office().review.clears(trip.number, ['tax']);
  await office().review.says(trip.number, 'court', 'externalWait', { reason: '已发函查询' });
  await office().server.kill();
  await office().server.restart();
  await until('2025-12-05');
  const host = await office().opens(trip);
  expect(host.hasText('在等外部回复')).toBe(true);
  expect(host.getByRole('button', { name: /法院，/ }).name).toMatch(/等外部回复/);
  expect(faults(host)).toEqual([]);
  host.kill();
  expect(await office().review.tries(trip.number, 'decided')).toBe(0);
  await office().stands(trip, 'jointReview');
  const { clock } = await office().detail(trip);
  expect([clock?.paused, clock?.overdue, clock?.elapsed]).toEqual([true, false, 0]);
  await office().review.scans(trip.number, 'court');
  await office().review.clears(trip.number, ['court']);
  await office().review.leads(trip.number, 'decided');
  await office().stands(trip, 'issued');
  await office().proves(trip, 'valid');
});

it('19 it went out again by itself, comes back a second time, and the paper waits at the window', async () => {
  expect((await office().detail(parcel)).courier).toMatchObject({ step: 'ordered', returns: 1 });
  for (const name of ['picked', 'inTransit', 'returned']) await step(name);
  const host = await office().opens(parcel);
  expect(host.hasText('退回了 2 次，改为到窗口自取')).toBe(true);
  expect(faults(host)).toEqual([]);
  host.kill();
  await office().review.leads(parcel.number, 'handedOver', { way: 'collected' });
  await office().stands(parcel, 'delivered');
  await office().proves(parcel, 'valid');
});

it.each([
  ['once', 'withdrawn', 'bond'],
  ['asReady', 'partiallyIssued', 'overseas'],
] as const)('14 answered too late, with output %s: %s', async (output, main, purpose) => {
  const start = output === 'once' ? '2025-12-08' : '2026-01-20';
  await until(start);
  const change = { purpose, output, period, ...some('tax', 'court') };
  const trip = await office().dispatched({ change });
  await office().review.clears(trip.number, ['court']);
  await office().review.says(trip.number, 'tax', 'asked', { text: '请说明 2024 年的情况' });
  await office().stands(trip, 'clarifying');
  await until(output === 'once' ? '2025-12-23' : '2026-02-05');
  const host = await office().opens(trip);
  expect(host.getAllByRole('button', { name: /^去回答/ })).toEqual([]);
  host.kill();
  await office().review.leads(trip.number, 'decided', { reason: '逾期没有说明' });
  await office().stands(trip, main);
  const { outcome, papers } = await office().detail(trip);
  expect([outcome?.withheld, papers.length]).toEqual([
    [{ department: 'tax', why: 'lapsed' }],
    output === 'once' ? 0 : 1,
  ]);
  if (output === 'asReady') await office().proves(trip, 'valid');
});

it('9 asked before a holiday and answered after it: the days between do not count', async () => {
  await until('2026-02-06');
  const change = { purpose: 'regional-equity', period, ...some('tax', 'court') };
  const trip = await office().dispatched({ change });
  await until('2026-02-13');
  await office().review.says(trip.number, 'tax', 'asked', { text: '请说明 2024 年的情况' });
  await until('2026-02-24');
  const host = await office().opens(trip);
  expect(host.hasText('时钟停着：区税务局等您说明')).toBe(true);
  await press(host, '去回答：区税务局');
  await type(host, '您的说明', '已缴清，凭证附后');
  await press(host, /^材料：拍照/);
  await host.advance(1500);
  await press(host, '答复');
  await host.advance(1500);
  expect([path(host), toasts(host).at(-1)]).toEqual([pages.case, '已答复，下一个工作日接着计时']);
  expect(faults(host)).toEqual([]);
  host.kill();
  const { clock, questions } = await office().detail(trip);
  expect([clock?.paused, clock?.due, questions[0]?.answer?.files.length]).toEqual([false, '2026-02-27', 1]);
  await office().review.clears(trip.number, ['tax', 'court']);
  await office().review.leads(trip.number, 'decided');
  await office().stands(trip, 'issued');
  await office().proves(trip, 'valid');
});

it('16 renewed from the day after the last as-of date, and only the new days are asked about', async () => {
  await until('2026-03-02');
  const change = { purpose: 'neeq', period: { start: '2023-01-01', end: '2026-03-01' }, ...some('tax') };
  const trip = await office().dispatched({ change });
  await office().review.clears(trip.number, ['tax']);
  await office().review.leads(trip.number, 'decided');
  await office().later(20 * DAY);
  const host = await office().opens(trip);
  await follow(host, /^增量续开/);
  await host.advance(1000);
  expect([path(host), kept(host)]).toMatchObject([
    pages.apply,
    { answers: { renews: trip.number, period: { start: '2026-03-02', end: '2026-03-21' } } },
  ]);
  await press(host, /^授权和承诺/);
  for (const name of [/^授权所选/, /^承诺所填/, /^同意把结论/]) await choose(host, name, 'checkbox');
  await press(host, '填完了，去核对');
  await press(host, '提交');
  await host.advance(1500);
  expect([path(host), alerts(host), faults(host)]).toEqual([pages.receipt, [], []]);
  const next = { who: trip.who, number: host.currentPage().query['number'] ?? '' };
  host.kill();
  await office().review.leads(next.number, 'accepted');
  await office().review.clears(next.number, ['tax']);
  await office().review.leads(next.number, 'decided');
  await office().stands(next, 'issued');
  expect((await office().proves(next, 'valid')).join('')).toMatch(/2026\s*年\s*3\s*月\s*2\s*日/);
  await office().proves(trip, 'valid');
});
