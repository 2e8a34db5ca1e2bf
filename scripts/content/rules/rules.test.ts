/** One planted fault a rule, in a copy of the first guide; exactly that rule must find it. */
import { dateOf } from '@/domain/shared/civil-date';
import type { Channels, Guide, GuideTime, Material, TimeLimit } from '@/domain/guide/guide';
import { faultsOf, sound } from './planted.arbitrary';

const limit = (days: number, unit: 'workday' | 'calendarDay'): TimeLimit => ({
  kind: 'limit',
  days,
  unit,
  evidence: 'L',
});
const withTime = (change: Partial<GuideTime>): Guide => ({ ...sound, time: { ...sound.time, ...change } });
const withChannels = (change: Partial<Channels>): Guide => ({
  ...sound,
  channels: { ...sound.channels, ...change },
});
const withMaterial = (change: (first: Material) => Material): Guide => ({
  ...sound,
  materials: sound.materials.map((material, i) => (i === 0 ? change(material) : material)),
});
const withFreshness = (change: Partial<Guide['freshness']>): Guide => ({
  ...sound,
  freshness: { ...sound.freshness, ...change },
});
const withResult = (name: string, kind: Guide['result']['kind']): Guide => ({
  ...sound,
  result: { ...sound.result, name, kind },
});
const external = { kind: 'external', names: ['辽事通'] } as const;

it('finds nothing in the guide as it is', () => {
  expect(faultsOf(sound)).toEqual([]);
});

describe('times (rules 1–3)', () => {
  it.each<[string, Guide, string]>([
    ['即办件 with a limit', withTime({ caseType: 'instant' }), '1-case-type time.caseType'],
    [
      '承诺件 decided at once',
      withTime({ promised: { kind: 'instant', evidence: 'P' } }),
      '1-case-type time.caseType',
    ],
    [
      '承诺件 without a limit',
      withTime({ promised: { kind: 'none', evidence: 'P' } }),
      '1-case-type time.promised',
    ],
    [
      'a promise beyond the law',
      withTime({ statutory: limit(9, 'workday') }),
      '2-promise-within-law time.promised',
    ],
    [
      // Ten working days from 2024-09-30 or 2025-09-30 take 17 calendar days or more.
      'a promise beyond the law over a holiday',
      withTime({ statutory: limit(15, 'calendarDay') }),
      '2-promise-within-law time.promised',
    ],
    [
      'calendar days beyond working days',
      withTime({ promised: limit(15, 'calendarDay'), statutory: limit(10, 'workday') }),
      '2-promise-within-law time.promised',
    ],
    [
      'a variant beyond the law',
      withTime({
        statutory: limit(10, 'workday'),
        variants: [
          { when: { fact: 'applicant', is: 'agent' }, promised: limit(11, 'workday'), label: '代办' },
        ],
      }),
      '2-promise-within-law time.variants[0].promised',
    ],
    [
      'a step whose days have no unit',
      { ...sound, steps: sound.steps.map((step, i) => (i === 1 ? { ...step, howLong: '3 天' } : step)) },
      '3-unit steps[1].howLong',
    ],
  ])('%s', (_, guide, fault) => {
    expect(faultsOf(guide)).toEqual([fault]);
  });

  it.each<[string, Guide]>([
    ['the same limit', withTime({ statutory: limit(10, 'workday') })],
    ['calendar days that hold the worst holiday', withTime({ statutory: limit(30, 'calendarDay') })],
    [
      'a calendar promise within the quickest working days',
      withTime({ promised: limit(10, 'calendarDay'), statutory: limit(10, 'workday') }),
    ],
    [
      'a promise capped by the law',
      withTime({
        promised: { kind: 'limit', days: 10, unit: 'workday', capped: true, evidence: 'P' },
        statutory: limit(15, 'calendarDay'),
      }),
    ],
    ['即办', withTime({ caseType: 'instant', promised: { kind: 'instant', evidence: 'P' } })],
  ])('%s is fine', (_, guide) => {
    expect(faultsOf(guide)).toEqual([]);
  });
});

describe('results, steps and words (rules 4, 11, 13–15)', () => {
  const licence: Guide = { ...sound, powerType: 'licence' };
  it.each<[string, Guide, string]>([
    ['a 证 that is no certificate', withResult('老年人优待证', 'completion'), '4-result-kind result.kind'],
    ['a 证 with brackets', withResult('食品经营许可证(电子)', 'document'), '4-result-kind result.kind'],
    ['a 批复 that is no document', withResult('建设项目批复', 'certificate'), '4-result-kind result.kind'],
    ['a 证明 that is no document', withResult('缴费证明', 'certificate'), '4-result-kind result.kind'],
    ['a licence without its five steps', { ...licence, steps: sound.steps.slice(0, 4) }, '11-licence steps'],
    [
      'a licence with steps out of order',
      { ...licence, steps: [...sound.steps].reverse() },
      '11-licence steps',
    ],
    ['a licence without questions', { ...licence, faq: [] }, '11-licence faq'],
    [
      'a waived material without its data',
      {
        ...sound,
        materials: sound.materials.map((material) =>
          material.id === 'bank-card' ? { ...material, source: 'shared' } : material,
        ),
      },
      '13-waived-by materials[2].waivedBy',
    ],
    [
      'data for a material that is not waived',
      withMaterial((material) => ({ ...material, source: 'own' })),
      '13-waived-by materials[0].waivedBy',
    ],
    [
      'a vague material',
      withMaterial((material) => ({ ...material, name: '身份证等材料' })),
      '14-vague-words materials[0].name',
    ],
    [
      'a vague source',
      withMaterial((material) => ({ ...material, from: '有关部门出具' })),
      '14-vague-words materials[0].from',
    ],
    [
      'a vague reason of return',
      withMaterial((material) => ({ ...material, returnedIf: ['视情况'] })),
      '14-vague-words materials[0].returnedIf[0]',
    ],
    [
      'a vague condition',
      { ...sound, conditions: [{ text: '提交相关材料。', evidence: 'K' }] },
      '14-vague-words conditions[0].text',
    ],
    [
      'a law without its clause',
      { ...sound, basis: sound.basis.map((law) => ({ ...law, clause: '见原文' })).slice(0, 1) },
      '15-clause basis[0].clause',
    ],
    [
      'a law read after the sources were',
      { ...sound, basis: sound.basis.map((law) => ({ ...law, readOn: '2026-11-24' })).slice(0, 1) },
      '15-clause basis[0].readOn',
    ],
  ])('%s', (_, guide, fault) => {
    expect(faultsOf(guide)).toEqual([fault]);
  });

  it('accepts a licence with all it needs, and a slip of any kind', () => {
    expect(faultsOf(licence)).toEqual([]);
    expect(faultsOf(withResult('备案凭证', 'document'))).toEqual([]);
  });
});

describe('channels, fees and phones (rules 5–9)', () => {
  const item = { name: '工本费', standard: '10 元', basis: '财政部门公布的标准', evidence: 'P' } as const;
  it.each<[string, Guide, string]>([
    [
      'a visit without a reason',
      withChannels({ visits: 1, fullyOnline: false }),
      '5-visit-reason channels.visitReason',
    ],
    [
      'a reason without a visit',
      withChannels({ visitReason: '核对原件' }),
      '5-visit-reason channels.visitReason',
    ],
    [
      'a visit in 全程网办',
      withChannels({ visits: 1, visitReason: '核对原件' }),
      '6-fully-online channels.visits',
    ],
    ['a fee without items', { ...sound, fees: { ...sound.fees, charged: true } }, '8-fees fees.items'],
    ['items without a fee', { ...sound, fees: { ...sound.fees, items: [item] } }, '8-fees fees.items'],
    [
      'payment online of nothing',
      { ...sound, fees: { ...sound.fees, onlinePayment: true } },
      '8-fees fees.onlinePayment',
    ],
    ['a number of nobody', withChannels({ consultation: '96123' }), '9-phones channels.consultation'],
    ['a complaint number of nobody', withChannels({ complaint: '0411-123' }), '9-phones channels.complaint'],
    [
      'one number for both',
      withChannels({ consultation: '12345', complaint: '12345' }),
      '9-phones channels.complaint',
    ],
  ])('%s', (_, guide, fault) => {
    expect(faultsOf(guide)).toEqual([fault]);
  });

  it('asks for the post where there is neither a visit nor a way online', () => {
    const guide: Guide = {
      ...withChannels({ online: { kind: 'none', names: [] }, fullyOnline: false }),
      id: 'archive-copy',
      depth: 'lookup',
    };
    const world = { fileName: 'archive-copy' };
    expect(faultsOf(guide, world)).toEqual(['7-post channels.post']);
    const byPost = { ...guide, channels: { ...guide.channels, post: '挂号信寄到窗口' } };
    expect(faultsOf(byPost, world)).toEqual([]);
  });
});

describe('who, names, freshness and numbers (rules 10, 12, 17–20)', () => {
  const long = '老'.repeat(81);
  it.each<[string, Guide, string]>([
    [
      'enterprises in a theme of people',
      { ...sound, audience: ['person', 'enterprise'] },
      '10-audience audience',
    ],
    ['no such department', { ...sound, department: 'nobody' }, '12-references department'],
    [
      'no such joint department',
      { ...sound, jointDepartments: ['nobody'] },
      '12-references jointDepartments',
    ],
    ['no such life event', { ...sound, lifeEvents: ['nothing'] }, '12-references lifeEvents'],
    ['no such guide', { ...sound, related: ['nothing'] }, '12-references related'],
    ['itself as related', { ...sound, related: [sound.id] }, '12-references related'],
    ['no such policy', { ...sound, policies: ['nothing'] }, '12-references policies'],
    [
      'no such hall',
      withChannels({ offline: [{ hall: 'nowhere', window: '窗口' }] }),
      '12-references channels.offline',
    ],
    [
      'no such situation',
      withMaterial((material) => ({ ...material, when: { fact: 'nothing', is: 'agent' } })),
      '12-references materials[0].when',
    ],
    [
      'no such option',
      withMaterial((material) => ({ ...material, when: { fact: 'applicant', is: 'nobody' } })),
      '12-references materials[0].when',
    ],
    ['a review too late', withFreshness({ reviewBy: '2027-05-23' }), '17-review freshness.reviewBy'],
    [
      'a review before the reading',
      withFreshness({ reviewBy: '2026-11-23' }),
      '17-review freshness.reviewBy!',
    ],
    [
      'a confirmation of nobody',
      withFreshness({ confirmedOn: '2026-11-24' }),
      '17-review freshness.confirmedBy',
    ],
    [
      'a confirmation of no day',
      withFreshness({ confirmedBy: '区民政局' }),
      '17-review freshness.confirmedBy',
    ],
    ['a short name', { ...sound, name: '登记' }, '18-lengths name'],
    ['a long name', { ...sound, name: '登'.repeat(41) }, '18-lengths name'],
    ['a long common name', { ...sound, commonName: '登'.repeat(15) }, '18-lengths commonName'],
    ['a short summary', { ...sound, summary: '登记一次。' }, '18-lengths summary'],
    ['a long summary', { ...sound, summary: '登'.repeat(61) }, '18-lengths summary'],
    [
      'a long condition',
      { ...sound, conditions: [{ text: long, evidence: 'K' }] },
      '18-lengths conditions[0].text',
    ],
    ['an online item elsewhere', withChannels({ online: external }), '19-online channels.online.kind'],
    [
      'the same material twice',
      { ...sound, materials: [...sound.materials, ...sound.materials.slice(0, 1)] },
      '20-identity materials',
    ],
    [
      'the same question twice',
      { ...sound, situations: [...sound.situations, ...sound.situations.slice(0, 1)] },
      '20-identity situations',
    ],
    [
      'the same option twice',
      {
        ...sound,
        situations: sound.situations.map((situation, i) =>
          i === 0
            ? { ...situation, options: [...situation.options, ...situation.options.slice(0, 1)] }
            : situation,
        ),
      },
      '20-identity situations[0].options',
    ],
  ])('%s', (_, guide, fault) => {
    const found = faultsOf(guide);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((line) => line.split(' ')[0]))).toEqual(new Set([fault.split(' ')[0]]));
    expect(found).toContain(fault);
  });

  it('warns of a review that is due, from the day after', () => {
    expect(faultsOf(sound, { today: dateOf('2027-05-20') })).toEqual([]);
    expect(faultsOf(sound, { today: dateOf('2027-05-21') })).toEqual(['17-review freshness.reviewBy!']);
  });

  it('counts the review from the confirmation, once there is one', () => {
    const confirmed = withFreshness({
      confirmedBy: '区民政局',
      confirmedOn: '2027-01-10',
      reviewBy: '2027-07-01',
    });
    expect(faultsOf(confirmed)).toEqual([]);
  });

  it('asks for a theme that exists', () => {
    expect(faultsOf({ ...sound, theme: 'nothing' })).toEqual(['10-audience audience', '12-references theme']);
  });

  it('wants a form for each online item, once there are forms', () => {
    expect(faultsOf(sound, { formIds: new Set(['other-form']) })).toEqual(['19-online id']);
    expect(faultsOf(sound, { formIds: new Set() })).toEqual([]);
  });

  it('keeps depth and the list of 33 together', () => {
    const lookup: Guide = { ...withChannels({ online: external }), depth: 'lookup' };
    expect(faultsOf(lookup)).toEqual(['19-online depth']);
  });

  it('wants the id to be the name of the file', () => {
    const found = faultsOf({ ...sound, related: [] }, { fileName: 'other-name' });
    expect(found).toEqual(['20-identity id']);
  });
});
