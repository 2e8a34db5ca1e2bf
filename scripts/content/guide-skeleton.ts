/** A new guide to start from: complete in shape, empty in substance. `content:lint` lists what is still to be filled. */
import { addDays, formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { PLACEHOLDER } from './rules/placeholder';

const REVIEW_AFTER_DAYS = 180;

export interface Skeleton {
  readonly id: string;
  readonly name: string;
  readonly online: boolean;
  readonly today: CivilDate;
}

/** YAML text. What nobody has confirmed is `pending` or evidence P; the rest says what to write there. */
export function guideSkeleton({ id, name, online, today }: Skeleton): string {
  const day = formatDate(today);
  // JSON is YAML: quotes, colons and hashes in a name need no care of ours.
  const quoted = JSON.stringify(name);
  const short = JSON.stringify([...name].slice(0, 14).join(''));
  return `id: ${id}
name: ${quoted}
commonName: ${short}
aliases: [${PLACEHOLDER}:日常叫法一, ${PLACEHOLDER}:日常叫法二, ${PLACEHOLDER}:日常叫法三]
summary: ${PLACEHOLDER}:用一句大白话说清给谁办、办了有什么用,15 到 60 个字。
theme: civil-affairs # themes.yaml 的编号
audience: [person] # person 个人, enterprise 企业, selfEmployed 个体
lifeEvents: [proof] # life-events.yaml 的编号
powerType: publicService
joint: false
department: civil-affairs # departments.yaml 的编号
jointDepartments: []
level: district
version: 1
effectiveFrom: ${day}
depth: ${online ? 'online' : 'lookup'} # online = 掌上办(须在 online-items.yaml),lookup = 掌上查

basis:
  - law: ${PLACEHOLDER}:法律法规名称
    clause: pending # 第几条;没有核实到就留 pending
    gist: ${PLACEHOLDER}:这一条说了什么
    readOn: ${day}
    evidence: P

conditions:
  - text: ${PLACEHOLDER}:受理条件,一句一条,不超过 80 个字。
    evidence: P
refusals: []

situations: [] # 情形引导:2–5 个问题,见 elderly-allowance.yaml

time:
  caseType: promised
  statutory: { kind: pending, evidence: P }
  promised: { kind: pending, evidence: P }
  excluded: []

materials:
  - id: id-card
    name: 居民身份证
    kind: issued
    forms: [electronic, photo]
    originals: 1
    copies: 0
    necessity: required
    source: own
    from: 公安机关核发
    returnedIf: [证件过期]
    evidence: P

channels:
  online: { kind: ${online ? 'here' : 'external'}, names: [] }
  offline:
    - { hall: district-hall, window: ${PLACEHOLDER}:窗口名称 }
  visits: 0
  fullyOnline: false
  appointment: { kind: none }
  crossRegion: { kind: none }
  consultation: pending
  complaint: pending

fees:
  charged: false
  items: []
  onlinePayment: false

steps:
  - { id: acceptance, who: ${PLACEHOLDER}:谁受理, what: ${PLACEHOLDER}:做什么, howLong: ${PLACEHOLDER}:几个工作日 }
  - { id: review, who: ${PLACEHOLDER}:谁审核, what: ${PLACEHOLDER}:做什么, howLong: ${PLACEHOLDER}:几个工作日 }
  - { id: decision, who: ${PLACEHOLDER}:谁决定, what: ${PLACEHOLDER}:做什么, howLong: ${PLACEHOLDER}:几个工作日 }
  - { id: completion, who: ${PLACEHOLDER}:谁办结, what: ${PLACEHOLDER}:做什么, howLong: ${PLACEHOLDER}:几个工作日 }
  - { id: delivery, who: ${PLACEHOLDER}:谁送达, what: ${PLACEHOLDER}:做什么, howLong: ${PLACEHOLDER}:几个工作日 }

result:
  name: ${PLACEHOLDER}:办完拿到什么
  kind: completion # certificate 证照, document 文书, completion 办结
  delivery: [electronic]
  validity: ${PLACEHOLDER}:有效期

rights:
  reconsideration: { to: ${PLACEHOLDER}:向谁提出, within: ${PLACEHOLDER}:期限 }
  litigation: { to: ${PLACEHOLDER}:向谁提出, within: ${PLACEHOLDER}:期限 }
  complaint: 对服务不满意,可以拨打 12345 或在办结后评价

fairPlay:
  proper:
    - ${PLACEHOLDER}:合规怎么办
  forbidden:
    - ${PLACEHOLDER}:违规禁办
  deferrable: []

faq:
  - { q: ${PLACEHOLDER}:窗口常被问的第一个问题, a: ${PLACEHOLDER}:回答 }
  - { q: ${PLACEHOLDER}:第二个问题, a: ${PLACEHOLDER}:回答 }
  - { q: ${PLACEHOLDER}:第三个问题, a: ${PLACEHOLDER}:回答 }

returns:
  - text: ${PLACEHOLDER}:常见退回原因

related: []
policies: []

freshness:
  sourceReadOn: ${day}
  reviewBy: ${formatDate(addDays(today, REVIEW_AFTER_DAYS))}

changes:
  - { version: 1, on: ${day}, what: 首次整理 }
`;
}
