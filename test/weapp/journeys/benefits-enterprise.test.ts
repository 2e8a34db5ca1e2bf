/** 免申即享 for an enterprise, and what the counter of uploads says when something is sent after all. */
import { compileBook } from '@/domain/benefit/compiled';
import { contextFor } from '@/domain/benefit/context';
import { evaluate } from '@/domain/benefit/evaluate';
import { dateOf } from '@/domain/shared/civil-date';
import policies from '@/generated/policies';
import type { Host } from '../host/host';
import { callIfFunction, isFunction, isRecord } from '../host/values';
import {
  alerts,
  answer,
  answerAll,
  answersFrom,
  asked,
  begin,
  check,
  choose,
  groups,
  isAt,
  kept,
  press,
  stripCounts,
  type,
  typeDate,
} from './checker';
import { relaunch } from './person';

const facts = {
  enterprise: {
    orgType: 'company',
    regArea: 'jinpu',
    hiTech: { status: 'first', certDate: '2024-05-06' },
    techSme: { status: 'repeat', year: 2023, rdDeductCents: 123_456_789 },
    littleGiant: { status: 'new', year: 2025 },
    scaleUp: { status: 'none' },
    listing: { board: 'bse', stage: 'tutoring', receivedCents: 50_000_000 },
    staffAvg: 120,
    disabledEmployed: 1,
    avgWageCents: 8_000_000,
    tax: {
      taxpayerType: 'general',
      taxableIncomeCents: 300_000_000,
      employees: 300,
      assetsCents: 4_999_999_999,
      items: [
        { kind: 'stamp', payableCents: 10_001 },
        { kind: 'securitiesStamp', payableCents: 500 },
      ],
    },
  },
};
const ANSWERS = answersFrom(facts);
const CANARIES = ['2024-05-06', '123456789', '4999999999', 'tutoring', 'securitiesStamp'];

const TODAY = dateOf('2026-11-24');
const book = compileBook(policies);
const judged = evaluate(book, { ...facts, context: contextFor(policies.figures, TODAY) }, TODAY);
const count = (verdict: string): number =>
  judged.filter((each, i) => each.verdict === verdict && book.policies[i]?.policy.audience === 'enterprise')
    .length;

describe('an enterprise', () => {
  it('answers, sees what it has, and nothing is sent', async () => {
    const host = await begin('enterprise');
    const sent = host.ledger.requests.length;
    expect([isAt(host, 'ask'), stripCounts(host)[0]]).toEqual([true, 0]);
    const places = await answerAll(host, ANSWERS, { side: 'enterprise' });
    expect(places).toEqual(expect.arrayContaining(['enterprise.tax.items[1].kind']));
    expect(places.every((place) => place.startsWith('enterprise.'))).toBe(true);
    expect(stripCounts(host)).toEqual([count('eligible'), count('unknown')]);
    await press(host, '看结果');
    expect(groups(host)['缴费时直接减']).toHaveLength(2);
    // 北交所辅导备案累计 200 万，已领 50 万；印花税 100.01 元实缴 50.01 元。
    expect(host.hasText('一次 ¥1,500,050')).toBe(true);
    expect([host.hasText('本次上传 0 字节'), host.ledger.requests.length]).toEqual([true, sent]);
    expect(CANARIES.filter((canary) => kept(host).includes(canary))).toEqual([]);
    const after = await relaunch(host, { network: 'none', path: 'packages/benefits/results/index' });
    expect([stripCounts(after)[0], after.hasText('企业能享受什么')]).toEqual([count('eligible'), true]);
    expect([...check(host), ...check(after)]).toEqual([]);
  }, 60_000);

  it('is told what is wrong with a sum, a year and a number', async () => {
    const host = await begin('enterprise');
    const wrong: Readonly<Record<string, readonly [string, string]>> = {
      cents: ['12.345', '最多两位小数'],
      year: ['25', '四位数'],
      people: ['一百', '整数'],
    };
    const met = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      const now = asked(host, 'enterprise');
      if (now === undefined) break;
      const { place, fact } = now;
      const [typed, said] = wrong[fact.unit ?? ''] ?? ['', ''];
      if (fact.type === 'int' && typed !== '') {
        await type(host, typed);
        await press(host, '下一题');
        expect([place, alerts(host)]).toEqual([place, [expect.stringContaining(said)]]);
        met.add(fact.unit ?? '');
      }
      await answer(host, fact, ANSWERS[place]);
    }
    expect([...met].sort()).toEqual(Object.keys(wrong).sort());
    expect(check(host)).toEqual([]);
  }, 60_000);

  it('keeps its budgets with as many rows as there may be, each named by what it is', async () => {
    const host = await begin('enterprise');
    const six = Array.from({ length: 6 }, () => ({ kind: 'stamp', payableCents: 10_001 }));
    const many = answersFrom({
      enterprise: { ...facts.enterprise, tax: { ...facts.enterprise.tax, items: six } },
    });
    const titles: string[] = [];
    await answerAll(host, many, {
      side: 'enterprise',
      watch: () => void titles.push(host.getAllByRole('heading')[0]?.text ?? ''),
    });
    const rows = titles.filter((title) => title.includes('是哪一种税费'));
    expect(rows).toEqual(six.map((_, i) => `第 ${i + 1} 项税费：是哪一种税费？`));
    await press(host, '看结果');
    expect(check(host)).toEqual([]);
    await typeDate(host, { year: '2025', month: '6', day: '30' });
    await press(host, '按这天看');
    expect([host.hasText('按 2025-06-30 看的结果'), check(host)]).toEqual([true, []]);
    // A day looked at is not a day lived in: nothing more is asked because of it.
    expect(host.getAllByRole('button', { name: '接着答题' })).toEqual([]);
    await choose(host, '今天');
    expect(check(host)).toEqual([]);
  }, 60_000);
});

/** The http port inside the running package, found by what it can do: names are gone after compiling. */
function httpPort(host: Host): unknown {
  let found: unknown;
  const search = (requireModule: unknown): void => {
    if (!isFunction(requireModule)) return;
    const sources: unknown = Reflect.get(requireModule, 'm');
    for (const [id, source] of Object.entries(isRecord(sources) ? sources : {}))
      if (String(source).includes('.traffic') || String(source).includes('traffic:'))
        for (const value of Object.values(Object(requireModule(id))))
          if (isRecord(value) && isFunction(value['traffic'])) found = value;
  };
  const chunks = host.wx['webpackJsonp'];
  if (Array.isArray(chunks)) chunks.push([['probe'], {}, search]);
  return found;
}

describe('本次上传', () => {
  const said = (host: Host): string => /本次上传 (\d+) 字节/.exec(host.tree().text)?.[1] ?? '';

  it('moves by each byte that is sent through the http port, offline or not', async () => {
    const host = await begin('person');
    await press(host, '看结果');
    expect(said(host)).toBe('0');
    const port = httpPort(host);
    void callIfFunction(port, 'send', { method: 'POST', path: '/api/anything', body: '山' });
    await host.advance(500);
    // JSON of one character of three bytes: "山".
    await choose(host, '一年后');
    expect(said(host)).toBe('5');
    void callIfFunction(port, 'get', '/api/anything?q=12');
    await host.advance(500);
    await choose(host, '今天');
    expect(said(host)).toBe('9');
  });
});
