/** For tests: a sound application and a desk on which events are tried one by one. */
import { loadCertificate } from '../../../scripts/content/certificate-compile';
import { loadCalendar } from '../../../scripts/content/holiday-compile';
import { dateOf, formatDate, type CivilDate } from '../shared/civil-date';
import { accessCode } from './access-code';
import type { MainState } from './actions';
import { checkApplication } from './application';
import type { ApplicationDraft, EntityDraft } from './draft';
import {
  scopeOf,
  type Action,
  type Actor,
  type Certificate,
  type CertificateEvent,
  type Finding,
  type Payloads,
  type Role,
  type Scope,
} from './events';
import { certificateNumber } from './numbers';
import { append } from './permit';
import type { CertificateReference } from './reference';
import type { RefusalCode } from './refusal';
import { derive, type CertificateState, type Rules } from './state';

const loaded = loadCertificate().reference;
if (!loaded) throw new Error('the certificate content does not load');
export const reference: CertificateReference = loaded;
export const rules: Rules = { calendar: loadCalendar(), reference };
export const ALL = reference.departments.map(({ id }) => id);

export const COMPANY = '91210213MATEXY0136';
export const BRANCH = '91210213MATEXY0211';
export const SUBSIDIARY = '91210213MATEXY03XQ';
export const OUTSIDE = '91210102MATEXY099X';

export const company: EntityDraft = {
  kind: 'company',
  creditCode: COMPANY,
  name: '甲公司',
  district: '210213',
};
export const branch: EntityDraft = {
  kind: 'branch',
  creditCode: BRANCH,
  name: '甲公司分公司',
  district: '210213',
};
export const subsidiary: EntityDraft = {
  kind: 'controlled',
  creditCode: SUBSIDIARY,
  name: '乙公司',
  district: '210213',
  sharePercent: 51,
};
export const outsider: EntityDraft = {
  kind: 'whollyOwned',
  creditCode: OUTSIDE,
  name: '丙公司',
  district: '210102',
  sharePercent: 100,
};

const file = { name: 'a.pdf', type: 'pdf', bytes: 1000 } as const;

/** Sound as of 2026-11-23. */
export const draft: ApplicationDraft = {
  company: {
    creditCode: COMPANY,
    name: '甲公司',
    legalRepresentative: '张三',
    capitalCents: 100_000_000,
    established: '2015-06-01',
    address: '以营业执照为准',
    industry: 'C3411',
  },
  contact: { name: '李四', mobile: '13800000000', email: 'name@example.com' },
  byAgent: false,
  intermediaries: [],
  purpose: 'ipo',
  board: 'star',
  period: { start: '2023-01-01', end: '2026-11-22' },
  entities: [company],
  departments: ALL,
  scopeConfirmed: false,
  knownRecords: [],
  output: 'once',
  copies: 1,
  language: 'zh',
  delivery: { kind: 'electronic' },
  materials: [{ kind: 'listing-progress', title: '辅导备案', files: [file] }],
  sharingFailed: [],
  consents: { review: true, truth: true, disclosure: true },
};

const checked = checkApplication(draft, reference, dateOf('2026-11-23'));
if (!checked.ok) throw new Error(JSON.stringify(checked.error));
export const scope: Scope = scopeOf(checked.value.application);

export const codesOf = (change: Partial<ApplicationDraft>, asOf = '2026-11-23'): readonly string[] => {
  const result = checkApplication({ ...draft, ...change }, reference, dateOf(asOf));
  return result.ok ? [] : result.error.faults.map(({ code, path }) => `${code} ${path}`);
};

export const hintsOf = (change: Partial<ApplicationDraft>, asOf = '2026-11-23'): readonly string[] => {
  const result = checkApplication({ ...draft, ...change }, reference, dateOf(asOf));
  return (result.ok ? result.value.hints : result.error.hints).map(({ code }) => code);
};

export const clean: Finding = { kind: 'noRecord', phrase: 'no-record' };
export const recordOf = (
  assessment: 'minor' | 'remedied' | 'notMajor' | 'major' | 'unremedied',
): Finding => ({
  kind: 'record',
  records: [
    { documentNumber: '文号甲', agency: '机关甲', decidedOn: dateOf('2025-03-01'), amountCents: 100_000 },
  ],
  assessment,
  phrase: 'department-opinion',
  opinion: 'opinion-1',
});

export function certificate(on: CivilDate, serial = 1): Certificate {
  const number = certificateNumber({ issuedOn: on, serial });
  if (!number.ok) throw new Error(number.error);
  const code = accessCode(new Uint8Array(10).fill(serial));
  return { number: number.value, code, fileHash: 'ab'.repeat(32) };
}

export type Body = { [K in Action]: { readonly kind: K } & Payloads[K] }[Action];

export class Desk {
  events: readonly CertificateEvent[] = [];
  day: CivilDate;

  constructor(
    readonly scope: Scope,
    day = '2026-11-23',
    readonly use: Rules = rules,
  ) {
    this.day = dateOf(day);
  }

  on(day: string): this {
    this.day = dateOf(day);
    return this;
  }

  /** Tries an event today. */
  try(by: Actor, body: Body): RefusalCode | 'ok' {
    const result = append(this.events, { ...body, on: this.day, by }, this.use);
    if (!result.ok) return result.error;
    this.events = result.value;
    return 'ok';
  }

  as(role: Role, body: Body): this {
    const answer = this.try({ role }, body);
    if (answer !== 'ok') throw new Error(`${body.kind} by ${role} on ${formatDate(this.day)}: ${answer}`);
    return this;
  }

  by(department: string, body: Body): this {
    const answer = this.try({ role: 'department', department }, body);
    if (answer !== 'ok')
      throw new Error(`${body.kind} by ${department} on ${formatDate(this.day)}: ${answer}`);
    return this;
  }

  /** Accepted and sent to all departments today. */
  dispatched(): this {
    return this.as('enterprise', { kind: 'submitted', scope: this.scope })
      .as('window', { kind: 'accepted' })
      .as('system', { kind: 'dispatched' });
  }

  /** A department's word on every entity it is asked about. */
  finds(department: string, finding: Finding = clean): this {
    this.by(department, { kind: 'taken', department });
    for (const { creditCode, outside } of this.scope.entities) {
      if (!outside) this.by(department, { kind: 'found', department, entity: creditCode, finding });
    }
    return this;
  }

  allFind(except: readonly string[] = []): this {
    for (const department of this.scope.departments) if (!except.includes(department)) this.finds(department);
    return this;
  }

  asks(department: string, question = `q-${department}`): this {
    this.by(department, { kind: 'taken', department });
    return this.by(department, { kind: 'asked', department, question, text: '请说明' });
  }

  decided(serial = 1): this {
    this.as('system', { kind: 'aggregated' });
    const kind = this.state.outcome?.kind ?? 'issued';
    const certified = kind === 'issued' || kind === 'partiallyIssued';
    return this.as('coordinator', {
      kind: 'decided',
      outcome: kind,
      reason: '依据汇总',
      ...(certified ? { certificate: certificate(this.day, serial) } : {}),
    });
  }

  private seen?: {
    readonly events: Desk['events'];
    readonly day: CivilDate;
    readonly state: CertificateState;
  };

  /** Today's; kept until an event or a day is added, as tests read it often. */
  get state(): CertificateState {
    const { events, day, seen } = this;
    if (seen && seen.events === events && seen.day === day) return seen.state;
    const state = derive(events, day, this.use);
    if (!state) throw new Error('nothing submitted');
    this.seen = { events, day, state };
    return state;
  }

  get main(): MainState {
    return this.events.length > 0 ? this.state.main : 'draft';
  }

  column(department: string) {
    return this.state.board.find((column) => column.department === department);
  }

  get due(): string | undefined {
    const { clock } = this.state;
    return clock && formatDate(clock.due);
  }
}
