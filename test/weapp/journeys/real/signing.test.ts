/** 低保 for a family: who fills in signs there, one on her own phone by a link, one at the window; then the case goes on. */
import type { Answers } from '@/services/filling';
import { DEMO_PEOPLE } from '../../../../server/demo/people';
import type { Host } from '../../host/host';
import { isRecord, text } from '../../host/values';
import { RealServer } from '../../support/real-server';
import { pages, press, sampleOf, type Sample } from '../applicant';
import { faults, path } from '../person';
import { caseOf, handIn, openOffice, use, type Office, type Trip } from './journey';

/** A server that starts on a busy machine takes its time. */
jest.setTimeout(180_000);

const SIGN = 'packages/apply/sign/index';

const adult = (name: string) => ({
  name,
  idNo: DEMO_PEOPLE.find((person) => person.name === name)?.idNo ?? '',
});
const LI = adult('李明');
const WANG = adult('王小丽');
const ZHANG = adult('张建国');

/** Three adults of the demo in the place of the sample's two. */
function family(): Sample {
  const { id, form, answers } = sampleOf('minimum-living-security');
  const [self, spouse, child] = Array.isArray(answers['members']) ? answers['members'] : [];
  const named: Answers = {
    ...answers,
    applicant: { ...Object(answers['applicant']), ...LI },
    members: [
      { ...Object(self), ...LI },
      { ...Object(spouse), ...WANG },
      { ...Object(child), name: '李小宝' },
      { ...Object(self), ...ZHANG, relation: 'parent', jobStatus: 'retired' },
    ],
    incomes: [{ member: WANG.idNo, kind: 'wage', monthly: 150_000, source: '零工' }],
    authorizations: [
      { idNo: LI.idNo, fileId: 'here' },
      { idNo: WANG.idNo, fileId: 'phone' },
      { idNo: ZHANG.idNo, fileId: 'window' },
    ],
    bank: { ...Object(answers['bank']), holder: LI.name },
    agent: { isAgent: false },
  };
  return { id, form, answers: named };
}

let running: Office | undefined;
let trip: Trip;
let link = '';

const office = (): Office => {
  if (running === undefined) throw new Error('the server did not start');
  return running;
};

beforeAll(async () => {
  const server = await RealServer.start();
  running = await openOffice(server);
  trip = await handIn(running, family(), LI.name);
});
afterAll(() => running?.server.stop());

const onCase = (): Promise<Host> =>
  use(office().server, { path: pages.case, query: { number: trip.number }, storage: trip.storage });

/** What opens when somebody taps the card that was forwarded. */
const opensLink = (name: string): Promise<Host> =>
  use(office().server, {
    path: SIGN,
    query: { t: link },
    storage: office().phones.get(name) ?? new Map<string, string>(),
  });

const consolePage = async (): Promise<string> =>
  (await office().clerk.page(`/console/cases/${trip.number}`)).body;

const ACCEPT = 'accepted"';

it('waits for two, and cannot be accepted', async () => {
  const host = await onCase();
  expect([host.hasText('还差 2 人签名'), host.hasText('等本人带身份证到窗口签')]).toEqual([true, true]);
  expect(await consolePage()).not.toContain(`/${trip.number}/${ACCEPT}`);
  await press(host, '给王小丽的签名链接');
  await host.advance(500);
  const card = host.share();
  const shared = isRecord(card) ? card : {};
  expect(text(shared['title'])).toBe('请王小丽签名');
  const [page, query = ''] = text(shared['path']).split('?t=');
  expect([page, query.length]).toEqual([`/${SIGN}`, 43]);
  link = query;
  expect(faults(host)).toEqual([]);
});

it('shows nothing to whom it is not meant for, and nothing before signing in', async () => {
  for (const name of [ZHANG.name, LI.name]) {
    const host = await opensLink(name);
    expect([host.hasText('这不是给您签的'), host.getAllByRole('checkbox'), host.hasText('收入')]).toEqual([
      true,
      [],
      false,
    ]);
    expect(faults(host)).toEqual([]);
  }
  const stranger = await opensLink('nobody');
  expect([stranger.hasText('请先登录'), stranger.getAllByRole('checkbox')]).toEqual([true, []]);
  expect((await caseOf(await onCase(), office().server, trip.number)).kinds).toEqual(['submitted']);
});

it('is signed once by her to whom it was sent, on her own phone', async () => {
  const host = await opensLink(WANG.name);
  expect(host.hasText('李明在办')).toBe(true);
  await host.tap(host.getByRole('checkbox'));
  await press(host, '签名');
  await host.advance(500);
  expect([path(host), host.hasText('签好了'), faults(host)]).toEqual([SIGN, true, []]);
  const again = await opensLink(WANG.name);
  expect([again.hasText('签好了'), again.getAllByRole('checkbox')]).toEqual([true, []]);
  const his = await onCase();
  expect([his.hasText('还差 1 人签名'), his.hasText('在手机上签了')]).toEqual([true, true]);
  expect((await caseOf(his, office().server, trip.number)).kinds).toEqual(['submitted', 'signed']);
});

it('is signed by the third before a clerk, and goes on', async () => {
  const { clerk, server } = office();
  const body = await consolePage();
  const [, window = ''] = /action="(\/console\/signatures\/[^"]+\/window)"/.exec(body) ?? [];
  expect((await clerk.submit(body, window)).status).toBe(303);
  const signed = await onCase();
  expect([signed.hasText('都签好了。'), signed.hasText('在窗口签了')]).toEqual([true, true]);
  expect(await consolePage()).toContain(`/${trip.number}/${ACCEPT}`);
  await clerk.does(trip.number, 'accepted');
  const host = await onCase();
  expect(host.getByRole('heading', { name: /。$/ }).text).toMatch(/^正在由.+审核/);
  expect((await caseOf(host, server, trip.number)).kinds).toEqual([
    'submitted',
    'signed',
    'signed',
    'accepted',
  ]);
  expect(faults(host)).toEqual([]);
});
