/** 免申即享 in the compiled package with the network cut: from the home page to the money, and nothing leaves the phone. */
import { compileBook } from '@/domain/benefit/compiled';
import { contextFor } from '@/domain/benefit/context';
import { evaluate } from '@/domain/benefit/evaluate';
import type { Judgement } from '@/domain/benefit/judge';
import { dateOf } from '@/domain/shared/civil-date';
import policies from '@/generated/policies';
import type { Host, LaunchOptions } from '../host/host';
import {
  alerts,
  answer,
  answerAll,
  asked,
  begin,
  benefits,
  check,
  choose,
  groups,
  isAt,
  isDone,
  isGate,
  kept,
  link,
  press,
  sheet,
  stripCounts,
  type,
  typeDate,
  unsure,
} from './checker';
import { ANSWERS, CANARIES, facts } from './checker-person';
import { calls, relaunch, start, toasts } from './person';

const TODAY = dateOf('2026-11-24');
const book = compileBook(policies);

const judged = (on = TODAY): readonly Judgement[] =>
  evaluate(book, { ...facts, context: contextFor(policies.figures, on) }, on);

const namesOf = (verdict: Judgement['verdict']): readonly string[] =>
  judged().flatMap((each, i) => {
    const policy = book.policies[i]?.policy;
    return policy?.audience === 'person' && each.verdict === verdict ? [policy.name] : [];
  });

/** What the strip should say of the person. */
const standing = [namesOf('eligible').length, namesOf('unknown').length];

/** Phone of the person once everything is answered. */
let answered: ReadonlyMap<string, string>;
const later = (options: LaunchOptions): Promise<Host> =>
  start({ storage: answered, network: 'none', ...options });

const next = async (host: Host, answers = ANSWERS): Promise<string> => {
  const now = asked(host, 'person');
  if (now === undefined) throw new Error('no question');
  await answer(host, now.fact, answers[now.place]);
  return now.place;
};

beforeAll(async () => {
  const host = await begin('person');
  await answerAll(host, ANSWERS, { side: 'person' });
  answered = host.kill().storage;
}, 60_000);

describe('from the home page to the results', () => {
  it('asks, judges and shows, and asks nobody for anything', async () => {
    const host = await begin('person');
    const sent = host.ledger.requests.length;
    expect([isAt(host, 'ask'), stripCounts(host)]).toEqual([true, [0, 10]]);
    const tender: boolean[] = [];
    const places = await answerAll(host, ANSWERS, {
      side: 'person',
      watch: ({ fact }) => void tender.push(fact.sensitive === true),
    });
    // All that hurts comes last.
    expect(tender.slice(tender.indexOf(true)).every((each) => each)).toBe(true);
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual(expect.arrayContaining(['person.children[0].birthDate', 'person.ui.benefit']));
    expect([stripCounts(host), check(host)]).toEqual([standing, []]);

    await press(host, '看结果');
    expect([isAt(host, 'results'), stripCounts(host)]).toEqual([true, standing]);
    const shown = groups(host);
    const had = [...(shown['确认意愿和账户'] ?? []), ...(shown['缴费时直接减'] ?? [])];
    expect(had.sort()).toEqual([...namesOf('eligible')].sort());
    expect([host.hasText('本次上传 0 字节'), check(host)]).toEqual([true, []]);

    await host.tap(host.getByRole('button', { name: /^这次不符合/ }));
    expect([...(groups(host)['其他'] ?? [])].sort()).toEqual([...namesOf('ineligible')].sort());
    expect([host.ledger.requests.length, check(host)]).toEqual([sent, []]);
  }, 60_000);

  it('leaves out the questions that hurt when the person does not want to see them', async () => {
    const host = await begin('person');
    const places = await answerAll(host, ANSWERS, { side: 'person', wanted: false });
    const sensitive = policies.facts.filter((fact) => fact.sensitive).map(({ path }) => path);
    expect(places.filter((place) => sensitive.includes(place))).toEqual([]);
    expect([isDone(host), check(host)]).toEqual([true, []]);
    await press(host, '上一题');
    expect([isGate(host), check(host)]).toEqual([true, []]);
  }, 60_000);
});

describe('before anything is answered', () => {
  it('nothing is a no', async () => {
    const host = await begin('person');
    await press(host, '看结果');
    expect([stripCounts(host), host.hasText('这次不符合'), groups(host)['其他']]).toEqual([
      [0, 10],
      false,
      undefined,
    ]);
    expect(check(host)).toEqual([]);
  });

  it.each(policies.policies.map(({ id, name }) => [id, name] as const))(
    '%s opens for somebody unknown',
    async (id, name) => {
      const host = await start({ path: benefits.policy, query: { id }, network: 'none' });
      expect(host.getAllByRole('heading')[0]?.text).toBe(name);
      expect([host.hasText('这次不符合'), host.getAllByRole('heading').length > 2]).toEqual([false, true]);
      const refused = host.findAll(({ className }) => className.includes('tag--stop')).length;
      expect([refused, check(host)]).toEqual([host.hasText('已经到期') ? 1 : 0, []]);
    },
  );
});

describe('a wrong answer', () => {
  it('to a date is said kindly and loses nothing', async () => {
    const host = await begin('person');
    await choose(host, '金普新区');
    expect(asked(host, 'person')?.place).toBe('person.birthDate');
    await press(host, '下一题');
    expect(alerts(host)).toEqual([expect.stringContaining('请填年、月、日')]);
    await typeDate(host, { year: '1946', month: '2', day: '30' });
    await press(host, '下一题');
    expect(alerts(host)).toEqual([expect.stringContaining('1946-02-30')]);
    expect(asked(host, 'person')?.place).toBe('person.birthDate');
    // The year is still there: only month and day are typed again.
    await typeDate(host, { month: '11', day: '25' });
    await press(host, '下一题');
    expect([asked(host, 'person')?.place === 'person.birthDate', check(host)]).toEqual([false, []]);
    await press(host, '看结果');
    expect(host.hasText('2026-11-25 起就符合了')).toBe(true);
  });

  it('to a number is said kindly, and the right one is taken', async () => {
    const host = await begin('person');
    const wanted = 'person.ui.paidMonths';
    // Of the retired nobody asks how long they paid.
    const working = { ...ANSWERS, 'person.employment': 'unemployed' };
    for (let step = 0; step < 60 && asked(host, 'person')?.place !== wanted; step += 1)
      await next(host, working);
    for (const [typed, said] of [
      ['', '请填数字'],
      ['12.5', '请写整数'],
      ['十二', '请写整数'],
    ] as const) {
      if (typed !== '') await type(host, typed);
      await press(host, '下一题');
      expect(alerts(host)).toEqual([expect.stringContaining(said)]);
    }
    await type(host, '70');
    await press(host, '下一题');
    expect([asked(host, 'person')?.place === wanted, check(host)]).toEqual([false, []]);
  }, 30_000);
});

it('不清楚 leaves a policy open, 上一题 takes an answer back', async () => {
  const host = await begin('person');
  await unsure(host);
  expect([asked(host, 'person')?.place === 'person.hukou', stripCounts(host)]).toEqual([false, [0, 10]]);
  await press(host, '上一题');
  expect(asked(host, 'person')?.place).toBe('person.hukou');
  await choose(host, '大连市以外');
  expect(stripCounts(host)[1]).toBeLessThan(10);
  await press(host, '上一题');
  expect([asked(host, 'person')?.place, stripCounts(host)]).toEqual(['person.hukou', [0, 10]]);
  expect(host.getByRole('button', { name: '上一题' }).disabled).toBe(true);
  expect(check(host)).toEqual([]);
});

describe('one policy', () => {
  it('shows each condition with the answer and the clause, the sum and how it comes', async () => {
    const host = await later({ path: benefits.policy, query: { id: 'child-rearing-subsidy' } });
    const policy = policies.policies.find(({ id }) => id === 'child-rearing-subsidy');
    const clauses = (policy?.rows?.conditions ?? []).map(({ clause }) => clause);
    for (const said of ['满足', '您的回答：', ...clauses, '2023-05-06', '算出来：', '每年 ¥1,500'])
      expect([said, host.hasText(said)]).toEqual([said, true]);
    await link(host, /^拨打/);
    expect([calls(host, 'makePhoneCall').length, check(host)]).toEqual([1, []]);
  });

  it('says a no kindly and leads on', async () => {
    const host = await later({ path: benefits.policy, query: { id: 'unemployed-medical-insurance' } });
    expect(host.hasText('按您的回答，这次不符合')).toBe(true);
    expect([host.getAllByRole('link', { name: /^拨打/ }).length, check(host)]).toEqual([1, []]);
  });

  it.each(policies.policies.map(({ id }) => id))('%s keeps its budgets on another day', async (id) => {
    const host = await later({ path: benefits.policy, query: { id, on: '2025-10-15' } });
    expect([host.hasText('按 2025-10-15 的规则'), check(host)]).toEqual([true, []]);
  });
});

describe('应享未享反查单', () => {
  it('carries no answer until it is ticked', async () => {
    const host = await later({ path: benefits.policy, query: { id: 'free-preschool-year' } });
    await link(host, /^应该有，却没收到/);
    const boxes = host.getAllByRole('checkbox');
    expect([isAt(host, 'missing'), boxes.length > 3]).toEqual([true, true]);
    expect(boxes.every((box) => box.attribute('aria-checked') === 'false')).toBe(true);
    const told = (): readonly boolean[] => [sheet(host).includes('450.5'), sheet(host).includes('我的情况')];
    expect(told()).toEqual([false, false]);
    const tick = (): Promise<void> => host.tap(host.getByRole('checkbox', { name: /保教费.*450/ }));
    await tick();
    expect(told()).toEqual([true, true]);
    await tick();
    expect([told(), check(host)]).toEqual([[false, false], []]);
  });

  it('is saved as an image', async () => {
    const host = await later({ path: benefits.missing, query: { id: 'child-rearing-subsidy' } });
    await press(host, '存成图片');
    expect([calls(host, 'saveImageToPhotosAlbum').length, toasts(host)]).toEqual([1, ['已存到手机相册']]);
    expect(check(host)).toEqual([]);
  });
});

it('any day: shows what is nearly there, and that it is there on its day', async () => {
  const host = await later({ path: benefits.results });
  expect(host.hasText('2026-11-25 起就符合了')).toBe(true);
  expect(host.hasText('2026-08-25 起可以提前登记')).toBe(true);
  await press(host, '按这天看');
  expect(alerts(host)).toHaveLength(1);
  await typeDate(host, { year: '2026', month: '11', day: '31' });
  await press(host, '按这天看');
  expect([alerts(host).length, stripCounts(host)]).toEqual([1, standing]);
  await typeDate(host, { day: '25' });
  await press(host, '按这天看');
  expect([alerts(host), host.hasText('按 2026-11-25 看的结果')]).toEqual([[], true]);
  expect(groups(host)['登记一次，以后自动发']).toEqual(['高龄津贴']);
  expect(check(host)).toEqual([]);
  await link(host, /^高龄津贴/);
  expect(host.hasText('按 2026-11-25 的规则')).toBe(true);
  await host.back();
  await choose(host, '今天');
  expect([stripCounts(host), check(host)]).toEqual([standing, []]);
});

describe('what the phone keeps', () => {
  it('is found again after a kill, at the same question, and is nowhere in clear', async () => {
    const before = await begin('person');
    for (let step = 0; step < 6; step += 1) await next(before);
    const here = [asked(before, 'person')?.place, stripCounts(before)];
    expect(CANARIES.filter((canary) => kept(before).includes(canary))).toEqual([]);
    const host = await relaunch(before, { network: 'none', path: benefits.start });
    expect(host.hasText('已经答了 6 题')).toBe(true);
    await press(host, '接着答');
    expect([asked(host, 'person')?.place, stripCounts(host)]).toEqual(here);
    expect([...check(before), ...check(host)]).toEqual([]);
  });

  it('holds no clear answer when all is answered', () => {
    const text = JSON.stringify([...answered]);
    expect([text.length > 100, CANARIES.filter((canary) => text.includes(canary))]).toEqual([true, []]);
  });

  it('is cleared by one tap and a yes, for good', async () => {
    const host = await later({ path: benefits.start });
    host.phone.modalConfirm = false;
    await press(host, '清空全部回答');
    expect([host.phone.storage.has('checker'), toasts(host)]).toEqual([true, []]);
    host.phone.modalConfirm = true;
    await press(host, '清空全部回答');
    expect([host.phone.storage.has('checker'), toasts(host)]).toEqual([false, ['已清空']]);
    expect(host.hasText('上次答到一半')).toBe(false);
    const again = await relaunch(host, { network: 'none', path: benefits.results });
    expect([stripCounts(again), ...check(host), ...check(again)]).toEqual([[0, 10]]);
  });

  it('is not lost to a tap on starting over', async () => {
    const host = await later({ path: benefits.start });
    host.phone.modalConfirm = false;
    await link(host, /^给企业或单位看/);
    expect([isAt(host, 'start'), host.hasText('上次答到一半'), check(host)]).toEqual([true, true, []]);
  });

  it('need not be kept: on a full phone the questions go on', async () => {
    const host = await begin('person', { storageFull: true });
    await choose(host, '金普新区');
    expect([asked(host, 'person')?.place, toasts(host).length]).toEqual(['person.birthDate', 1]);
    expect(check(host)).toEqual([]);
  });
});

describe('a link', () => {
  it.each(['', 'no-such-policy', 'constructor', '__proto__', '%E4%'])(
    'to the policy %j leads on',
    async (id) => {
      for (const page of [benefits.policy, benefits.missing]) {
        const host = await later({ path: page, query: { id } });
        expect([host.hasText('没有这项政策'), check(host)]).toEqual([true, []]);
        await press(host, '看看能领什么');
        expect(isAt(host, 'start')).toBe(true);
      }
    },
  );

  it('to a day that does not exist shows today', async () => {
    const host = await later({ path: benefits.results, query: { on: '2026-02-30' } });
    expect([host.hasText('现在按 2026-11-24 看'), check(host)]).toEqual([true, []]);
  });

  it.each(Object.values(benefits))('shared from %s carries no answer', async (path) => {
    const host = await later({ path, query: { id: 'child-rearing-subsidy' } });
    const card = JSON.stringify(host.share() ?? {});
    expect([...CANARIES, '?'].filter((canary) => card.includes(canary))).toEqual([]);
  });
});

it.each<readonly [string, LaunchOptions]>([
  ['长辈版', { storage: { preferences: { elder: true } } }],
  ['the largest letters', { fontSize: 23 }],
  ['the dark', { theme: 'dark' }],
])('in %s each control has a name and a role', async (_, options) => {
  const host = await begin('person', options);
  const elder = host.findAll(({ className }) => / elder\b/.test(className)).length > 0;
  expect([elder, check(host)]).toEqual([options.storage !== undefined, []]);
  await press(host, '看结果');
  expect(check(host)).toEqual([]);
  await host.open(`/${benefits.policy}?id=elderly-allowance`);
  expect(check(host)).toEqual([]);
});
