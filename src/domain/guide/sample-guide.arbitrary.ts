/** One small complete guide for tests; `guideWith` changes what a test is about. */
import type { Guide, Material } from './guide';
import type { Hall } from './reference';

const material = (id: string, name: string, more: Partial<Material> = {}): Material => ({
  id,
  name,
  kind: 'issued',
  forms: ['original'],
  originals: 1,
  copies: 1,
  necessity: 'required',
  source: 'own',
  from: '自备',
  returnedIf: ['过期'],
  evidence: 'K',
  ...more,
});

const sample: Guide = {
  id: 'sample',
  name: '示例事项登记',
  commonName: '示例登记',
  aliases: ['样例'],
  summary: '只在测试里用的一份小指南。',
  theme: 'civil-affairs',
  audience: ['person'],
  lifeEvents: [],
  powerType: 'publicService',
  joint: false,
  department: 'civil-affairs',
  jointDepartments: [],
  level: 'district',
  version: 3,
  effectiveFrom: '2026-01-01',
  depth: 'lookup',
  basis: [],
  conditions: [
    { text: '本人办理', rule: { fact: 'who', is: 'self' }, evidence: 'K' },
    { text: '年满 80 周岁', evidence: 'K' },
  ],
  refusals: [],
  situations: [
    {
      id: 'who',
      ask: '谁来办?',
      options: [
        { id: 'self', label: '本人' },
        { id: 'agent', label: '代办' },
      ],
    },
    {
      id: 'kin',
      ask: '代办人是亲属吗?',
      when: { fact: 'who', is: 'agent' },
      options: [
        { id: 'yes', label: '是' },
        { id: 'no', label: '不是' },
      ],
    },
    {
      id: 'urgent',
      ask: '急用吗?',
      options: [
        { id: 'yes', label: '急' },
        { id: 'no', label: '不急' },
      ],
    },
    {
      id: 'idle',
      ask: '答案什么也不影响的问题',
      options: [
        { id: 'a', label: '甲' },
        { id: 'b', label: '乙' },
      ],
    },
  ],
  time: {
    caseType: 'promised',
    statutory: { kind: 'limit', days: 20, unit: 'workday', evidence: 'L' },
    promised: { kind: 'limit', days: 5, unit: 'workday', evidence: 'P' },
    excluded: [],
    variants: [
      {
        when: { fact: 'urgent', is: 'yes' },
        promised: { kind: 'limit', days: 1, unit: 'workday', evidence: 'P' },
        label: '加急',
      },
    ],
  },
  materials: [
    material('id-card', '居民身份证', { source: 'shared', waivedBy: '电子证照' }),
    material('book', '户口簿(首页、本人页)', { copies: 2 }),
    material('photo', '照片', { deferral: { days: 5, unit: 'workday', note: '可以后补', evidence: 'P' } }),
    material('letter', '授权委托书', { necessity: 'situational', when: { fact: 'who', is: 'agent' } }),
    material('kinship', '亲属关系证明', { necessity: 'situational', when: { fact: 'kin', is: 'yes' } }),
    material('special', '其他情况的证明', { necessity: 'situational', whenText: '窗口要求时' }),
  ],
  channels: {
    online: { kind: 'none', names: [] },
    offline: [
      { hall: 'fast', window: '加急窗口', when: { fact: 'urgent', is: 'yes' } },
      { hall: 'main', window: '综合窗口' },
    ],
    visits: 1,
    fullyOnline: false,
    appointment: { kind: 'none' },
    crossRegion: { kind: 'none' },
    consultation: 'pending',
    complaint: 'pending',
  },
  fees: { charged: false, items: [], onlinePayment: false },
  steps: [],
  result: { name: '结果', kind: 'document', delivery: ['pickup'], validity: '长期' },
  rights: { reconsideration: { none: '不适用' }, litigation: { none: '不适用' }, complaint: '12345' },
  fairPlay: { proper: [], forbidden: [], deferrable: [] },
  faq: [],
  returns: [],
  related: [],
  policies: [],
  freshness: { sourceReadOn: '2026-11-23', reviewBy: '2027-05-20' },
  changes: [
    { version: 2, on: '2026-06-01', what: '少交一样材料' },
    { version: 3, on: '2026-10-01', what: '办得更快' },
  ],
};

export const guideWith = (changed: Partial<Guide> = {}): Guide => ({ ...sample, ...changed });
export { material as materialWith };

export const hallWith = (changed: Partial<Hall> = {}): Hall => ({
  id: 'main',
  name: '示例大厅',
  address: 'pending',
  phone: 'pending',
  hours: 'pending',
  evidence: 'P',
  ...changed,
});
