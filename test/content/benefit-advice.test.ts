/** What the checker says beside verdicts: the next question, what is nearly there, sums, and published figures. */
import fc from 'fast-check';
import { compileBook } from '@/domain/benefit/compiled';
import { contextFor } from '@/domain/benefit/context';
import { evaluate } from '@/domain/benefit/evaluate';
import { meetings, totals } from '@/domain/benefit/interactions';
import { nearMisses } from '@/domain/benefit/near-misses';
import { nextQuestion, type AskOptions } from '@/domain/benefit/next-question';
import { dateOf, formatDate } from '@/domain/shared/civil-date';
import { loadPolicies, policyBookOf } from '../../scripts/content/policy-compile';
import { enterpriseSamples } from './benefit-samples-enterprise';
import { personSamples } from './benefit-samples-person';
import { flatFacts, nested } from './random-facts';

const book = compileBook(policyBookOf(loadPolicies()));
const asOf = dateOf('2026-11-23');
const judge = (facts: Readonly<Record<string, unknown>>, on = asOf) =>
  evaluate(book, nested(Object.entries(facts)), on);
const factsOf = (id: string) =>
  [...personSamples, ...enterpriseSamples].find(({ policy }) => policy === id)?.facts ?? {};

const AWAITED = ['enterprise.hiTech.certDate', 'enterprise.littleGiant.year'];

const person: AskOptions = { audience: 'person', sensitive: true, unsure: [] };

describe('the next question', () => {
  const ask = (facts: Readonly<Record<string, unknown>>, options: AskOptions = person) =>
    nextQuestion(book, judge(facts), options);

  it('begins with what most policies wait for at least cost', () => {
    expect(ask({})).toMatchObject({
      settles: 'verdict',
      answers: 2,
      decides: 1,
      fact: { path: 'person.hukou' },
    });
    expect(ask({ 'person.hukou': 'outside' })).toMatchObject({
      fact: { path: 'person.children' },
      decides: 2,
    });
  });

  it('asks first what most answer with a no that ends the matter', () => {
    const judged = evaluate(book, {}, asOf);
    const only = (id: string) =>
      judged.map((each) => (each.policy === id ? each : { ...each, verdict: 'suspended' as const }));
    const first = (id: string, audience: AskOptions['audience'] = 'person') =>
      nextQuestion(book, only(id), { ...person, audience })?.fact.path;
    expect(first('funeral-fee-waiver')).toBe('person.deceased.cremation');
    expect(first('unemployed-medical-insurance')).toBe('person.ui.benefit');
    expect(first('hitech-first-award', 'enterprise')).toBe('enterprise.hiTech.status');
    expect(first('listing-subsidy', 'enterprise')).toBe('enterprise.listing.stage');
  });

  it('leaves sensitive questions to those who want that part', () => {
    fc.assert(
      fc.property(
        flatFacts(book.facts, 1).chain((all) => fc.subarray([...all])),
        (some) => {
          const judged = evaluate(book, nested(some), asOf);
          const plain = nextQuestion(book, judged, { ...person, sensitive: false });
          expect(plain?.fact.sensitive).toBeUndefined();
          const all = nextQuestion(book, judged, person);
          if (plain?.settles === 'verdict') expect(all?.fact.sensitive).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never asks of the other side, of the department, or what the person cannot say', () => {
    const paths = (options: AskOptions) => ask({}, options)?.fact.path ?? '';
    expect(paths({ ...person, audience: 'enterprise' })).toMatch(/^enterprise\./);
    expect(paths({ ...person, unsure: ['person.children'] })).not.toBe('person.children');
    const waiting = { ...factsOf('funeral-fee-waiver'), 'person.deceased.cremation': 'elsewhere' };
    const unsure = book.facts
      .map(({ path }) => path)
      .filter((path) => path.startsWith('person.') && !path.startsWith('person.deceased'));
    expect(ask(waiting, { ...person, unsure })).toBeUndefined();
  });

  it('asks for the money only when nothing else is open', () => {
    const all = {
      ...factsOf('free-preschool-year'),
      'person.children[0].kindergarten.feePerMonthCents': null,
    };
    const rest = book.facts.map(({ path }) => path).filter((path) => !path.includes('kindergarten'));
    expect(ask(all, { ...person, unsure: rest })).toMatchObject({
      settles: 'amount',
      fact: { path: 'person.children[].kindergarten.feePerMonthCents' },
    });
  });

  it('ends: each answer is about something not known, and after all of them nothing is asked', () => {
    const asked = flatFacts(
      book.facts.filter(({ path }) => !path.startsWith('context.')),
      1,
    );
    fc.assert(
      fc.property(asked, fc.constantFrom('person' as const, 'enterprise' as const), (answers, audience) => {
        const given = new Map<string, unknown>();
        const key = (path: string): string => path.replace('[]', '[0]');
        for (let step = 0; step < book.facts.length; step += 1) {
          const judged = evaluate(book, nested([...given]), asOf);
          // 已公示未发证、未公告 wait for a paper whatever was said of it: as on the pages, nothing is asked twice.
          const unsure = AWAITED.filter((path) => given.has(path));
          const question = nextQuestion(book, judged, { ...person, audience, unsure });
          if (!question) return;
          const { path, type } = question.fact;
          const answer = new Map(answers).get(key(path));
          expect(given.has(key(path))).toBe(false);
          const firstBelow = answers.find(([each]) => each.startsWith(`${path}[0]`));
          if (type === 'rows' && firstBelow) given.set(...firstBelow);
          else given.set(key(path), answer);
        }
        throw new Error('asked more often than there are facts');
      }),
      { numRuns: 20 },
    );
  });
});

describe('near misses', () => {
  it('say from when, where only time is lacking', () => {
    const [miss] = nearMisses(book, judge({ 'person.birthDate': '1946-11-24', 'person.hukou': 'jinpu' }));
    expect(miss).toMatchObject({ kind: 'time', policy: 'elderly-allowance', from: dateOf('2026-11-24') });
  });

  it('say what can be done, where every unmet condition can be mended', () => {
    const late = { ...factsOf('job-stabilization-refund'), 'enterprise.ui.arrears': true };
    const changes = (facts: Readonly<Record<string, unknown>>) =>
      nearMisses(book, judge(facts, dateOf('2025-09-30'))).flatMap((miss) =>
        miss.kind === 'change' ? miss.changes.map(({ condition }) => condition) : [],
      );
    expect(changes(late)).toEqual(['noArrears']);
    expect(changes({ ...late, 'enterprise.orgType': 'public' })).toEqual([]);
  });

  it('speak of the row that lacks least', () => {
    const one = factsOf('hiring-expansion-subsidy');
    const second = Object.fromEntries(
      Object.entries(one).map(([path, value]) => [path.replace('[0]', '[1]'), value]),
    );
    const facts = {
      ...one,
      ...second,
      'enterprise.hires[0].contract': false,
      'enterprise.hires[0].priorSubsidy': 'expansion',
      'enterprise.hires[1].contract': false,
    };
    expect(nearMisses(book, judge(facts, dateOf('2025-10-15')))).toEqual([
      {
        kind: 'change',
        policy: 'hiring-expansion-subsidy',
        changes: [{ condition: 'contract', what: '补签劳动合同' }],
      },
    ]);
  });

  it('never propose to change illness, disability, family or poverty', () => {
    const decent = new Set(['certValid', 'certified', 'uiPaid12', 'noArrears', 'creditNormal', 'contract']);
    const changeable = book.policies.flatMap(({ policy }) =>
      [...policy.conditions, ...(policy.rows?.conditions ?? [])].flatMap(({ id, change }) =>
        change ? [id] : [],
      ),
    );
    expect([...new Set(changeable)].filter((id) => !decent.has(id))).toEqual(['insuredMonths', 'levyTier']);
  });
});

describe('benefits together', () => {
  const both = {
    ...factsOf('disability-living-subsidy'),
    ...factsOf('disability-care-subsidy'),
    'person.relief.kind': 'dibao',
    'context.param.livingCents': 8000,
    'context.param.careCents.grade2': 7000,
  };

  it('stand side by side where they may', () => {
    expect(meetings(book, judge(both))).toMatchObject([
      { kind: 'together', policies: ['disability-living-subsidy', 'disability-care-subsidy'] },
    ]);
  });

  it('add up within a period, and never across', () => {
    const facts = { ...both, ...factsOf('child-rearing-subsidy'), ...factsOf('free-preschool-year') };
    expect(totals(book, judge(facts))).toMatchObject({
      cents: { once: 0, month: 8000 + 7000 + 45050, year: 150000 },
      inKind: 0,
      open: 0,
    });
  });

  it('count what has no figure yet, and what is no money', () => {
    const facts = { ...factsOf('little-giant-award'), 'context.param.littleGiantCents': null };
    expect(totals(book, judge(facts)).unpublished).toBe(1);
    expect(totals(book, judge(factsOf('funeral-fee-waiver'))).inKind).toBe(1);
  });

  it('keep the higher of two that exclude one another', () => {
    const [first, ...rest] = book.policies.filter(({ policy }) => policy.id.startsWith('disability-'));
    if (!first) throw new Error('no such policy');
    const higher = { kind: 'higher', policy: 'disability-care-subsidy', text: '择高' } as const;
    const changed = {
      ...book,
      policies: [{ ...first, policy: { ...first.policy, interactions: [higher] } }, ...rest],
    };
    const judged = evaluate(changed, nested(Object.entries(both)), asOf);
    expect(meetings(changed, judged)).toMatchObject([{ keep: 'disability-living-subsidy' }]);
    expect(totals(changed, judged).cents.month).toBe(8000);
  });
});

describe('published figures', () => {
  const figures = [
    {
      path: 'context.param.careCents.grade1',
      department: 'civil-affairs',
      rows: [
        { from: '2026-01-01', to: '2026-06-30', value: 1 },
        { from: '2026-07-01', value: 2 },
      ],
    },
    {
      path: 'context.param.scaleUpYears',
      department: 'statistics',
      rows: [{ from: '2026-03-01', value: [2026] }],
    },
    { path: 'context.price.cpiRisePermille', department: 'development-reform', rows: [] },
  ];

  it.each([
    ['2025-12-31', {}],
    ['2026-01-01', { param: { careCents: { grade1: 1 } } }],
    ['2026-06-30', { param: { careCents: { grade1: 1 }, scaleUpYears: [2026] } }],
    ['2026-07-01', { param: { careCents: { grade1: 2 }, scaleUpYears: [2026] } }],
  ])('on %s', (on, context) => {
    expect(contextFor(figures, dateOf(on))).toEqual(context);
  });

  it('are none so far: no local figure is guessed', () => {
    expect(contextFor(policyBookOf(loadPolicies()).figures, asOf)).toEqual({});
    expect(formatDate(asOf)).toBe('2026-11-23');
  });
});
