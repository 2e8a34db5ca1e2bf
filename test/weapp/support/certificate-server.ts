/** Certificates in memory, by the contract and the domain, beside the stand-in for the forms' cases. */
import {
  certificateAction,
  certificateLookUp,
  certificateVerify,
  type CertificateAction,
  type CertificateDetail,
  type CertificateEntity,
  type CertificateSummary,
  type CertificateVerification,
} from '@/contract/certificate';
import { certificateApply, type CertificateDraft } from '@/contract/certificate-draft';
import { CONTRACT_HEADER, CONTRACT_VERSION, IDEMPOTENCY_HEADER } from '@/contract/paths';
import { accessCode } from '@/domain/certificate/access-code';
import { actionsFor } from '@/domain/certificate/actions';
import { checkApplication } from '@/domain/certificate/application';
import { Desk } from '@/domain/certificate/desk.arbitrary';
import { publicStatusOf, verificationOf } from '@/domain/certificate/disclosure';
import type { ApplicationDraft } from '@/domain/certificate/draft';
import { scopeOf } from '@/domain/certificate/events';
import { readPayload } from '@/domain/certificate/payload';
import { hasLapsed } from '@/domain/certificate/pauses';
import { renewalPeriod } from '@/domain/certificate/renewal';
import { readyParts } from '@/domain/certificate/state';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import reference from '@/generated/certificate/reference';
import { shownState, toClock, toColumn, toEntityCounts } from '../../../server/api/certificate-clock';
import { text } from '../host/values';
import type { Reply, Server } from '../host/wx/phone';
import { CaseServer } from './case-server';

export const QUERY_CODE = accessCode(new Uint8Array(10).fill(73));
export const LICENCE = {
  creditCode: '91210213MATEXY0136',
  name: '大连测试港务股份有限公司',
  legalRepresentative: '李明',
  capitalCents: 5_000_000_000,
  established: '2015-06-01',
  address: '以营业执照为准',
  industry: 'G5532',
  district: '210213',
  as: 'legalRepresentative',
  source: '电子营业执照（演示）',
  on: '2026-11-01',
} as const;

const ok = (data: unknown): Reply => ({ statusCode: 200, data });
const STATUS = {
  signInNeeded: 401,
  notFound: 404,
  badRequest: 400,
  invalidAnswers: 422,
  caseFault: 409,
  staleVersion: 409,
  clientTooOld: 426,
  providerFailed: 502,
} as const;
const problem = (code: keyof typeof STATUS, more: object = {}, detail = ''): Reply => ({
  statusCode: STATUS[code],
  data: { type: 'about:blank', title: code, status: STATUS[code], code, detail, ...more },
});

const FILE = { size: 68, type: 'application/pdf', state: 'accepted' } as const;

/** A case: what the desk knows, and what only the store does. */
interface Stored {
  readonly number: string;
  draft: CertificateDraft;
  readonly desk: Desk;
  readonly answers: Map<string, Extract<CertificateAction['action'], { kind: 'answered' }>>;
  /** The signed text of each paper, where a test made one. */
  readonly payloads: Map<string, string>;
}

/** The domain checks sizes and types of files; here every file is a small PDF. */
const checkable = (draft: CertificateDraft): ApplicationDraft => ({
  ...draft,
  materials: draft.materials.map((material) => ({
    ...material,
    files: material.files.map((name) => ({ name, type: 'pdf', bytes: FILE.size })),
  })),
});

export class CertificateServer {
  readonly base = new CaseServer();
  readonly cases = new Map<string, Stored>();
  /** Licences cannot be pulled today. */
  noLicences = false;
  readonly applied: string[] = [];
  private readonly keys = new Map<string, string>();

  get today(): CivilDate {
    return shanghaiMoment(this.base.time).date;
  }

  readonly handle: Server = (request) => {
    const path = decodeURIComponent(request.url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '');
    if (!path.startsWith('/api/certificate')) return this.base.handle(request);
    if (this.base.down) return undefined;
    this.base.requests.push(`${request.method} ${path}`);
    if (request.header[CONTRACT_HEADER] !== String(CONTRACT_VERSION)) return problem('clientTooOld');
    const { data } = request;
    const body: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : data;
    if (path === '/api/certificate-status') return this.lookUp(body);
    if (path === '/api/certificate-verification') return this.verify(body);
    if (!text(request.header['authorization']).startsWith('Bearer token-')) return problem('signInNeeded');
    const reply = this.route(`${request.method} ${path}`, body, text(request.header[IDEMPOTENCY_HEADER]));
    return this.base.loseReplies ? undefined : reply;
  };

  private route(call: string, body: unknown, key: string): Reply {
    const [, , , number = '', part, last = ''] = call.split(/[ /]+/).map(decodeURIComponent);
    if (call === 'GET /api/certificate-companies')
      return this.noLicences ? problem('providerFailed') : ok({ companies: [LICENCE], demo: true });
    if (call === 'GET /api/certificates') return ok({ certificates: this.list(), next: null });
    if (call === 'POST /api/certificates') return this.apply(body, key);
    const found = this.cases.get(number);
    if (found === undefined) return problem('notFound');
    if (part === 'actions') return this.act(found, body);
    if (part === 'entities') return ok(this.entity(found, last));
    if (part === 'papers') return ok('%PDF');
    return ok(this.detail(found));
  }

  /** A case as though it had been applied for, on a desk that a test goes on with. */
  open(draft: ApplicationDraft, number = '2026112300000099'): Stored {
    const checked = checkApplication(draft, reference, this.today);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error.faults));
    const desk = new Desk(scopeOf(checked.value.application), formatDate(this.today));
    const stored = {
      number,
      draft: {
        ...draft,
        ...{ intermediaries: [...draft.intermediaries], departments: [...draft.departments] },
        entities: draft.entities.map(({ formerNames = [], ...entity }) => ({
          ...entity,
          formerNames: [...formerNames],
        })),
        knownRecords: [...draft.knownRecords],
        materials: draft.materials.map(({ kind, title }) => ({
          ...(kind === undefined ? {} : { kind }),
          title,
          files: [`file-of-${kind ?? 'none'}-0000`],
        })),
        sharingFailed: [...draft.sharingFailed],
      },
      desk,
      answers: new Map(),
      payloads: new Map(),
    };
    this.cases.set(number, stored);
    return stored;
  }

  private apply(body: unknown, key: string): Reply {
    const parsed = certificateApply.safeParse(body);
    if (!parsed.success || !/^[A-Za-z0-9_-]{16,64}$/.test(key)) return problem('badRequest');
    const known = this.keys.get(key);
    const checked = checkApplication(checkable(parsed.data.draft), reference, this.today);
    if (!checked.ok) return problem('invalidAnswers', checked.error);
    const number = known ?? `202611230000${String(this.cases.size + 1).padStart(4, '0')}`;
    if (known === undefined) {
      const desk = new Desk(scopeOf(checked.value.application), formatDate(this.today));
      desk.as('enterprise', { kind: 'submitted', scope: desk.scope });
      const { draft } = parsed.data;
      this.cases.set(number, { number, draft, desk, answers: new Map(), payloads: new Map() });
      this.keys.set(key, number);
      this.applied.push(number);
    }
    const { departments } = checked.value.application;
    const submittedOn = formatDate(this.today);
    return ok({ number, queryCode: QUERY_CODE, submittedOn, departments: departments.length });
  }

  private act(stored: Stored, body: unknown): Reply {
    const parsed = certificateAction.safeParse(body);
    if (!parsed.success) return problem('badRequest');
    const { version, action } = parsed.data;
    const { desk } = stored;
    // 26 other departments go on meanwhile: an answer stands whatever they did.
    const strict = action.kind === 'corrected' || action.kind === 'withdrawn';
    if (strict && version !== desk.events.length)
      return problem('staleVersion', { current: this.detail(stored) });
    if (action.kind === 'corrected') return this.correct(stored, action.draft);
    if (action.kind === 'answered') {
      const asked = desk.state.open.find(({ id }) => id === action.question);
      if (asked === undefined) return problem('caseFault', {}, '没有这个待答的问题。');
      stored.answers.set(asked.id, action);
      const event = { kind: 'answered', department: asked.department, question: asked.id } as const;
      return this.added(stored, desk.try({ role: 'enterprise' }, event));
    }
    return this.added(stored, desk.try({ role: 'enterprise' }, action));
  }

  private correct(stored: Stored, draft: CertificateDraft): Reply {
    const checked = checkApplication(checkable(draft), reference, this.today);
    if (!checked.ok) return problem('invalidAnswers', checked.error);
    stored.draft = draft;
    const scope = scopeOf(checked.value.application);
    return this.added(stored, stored.desk.try({ role: 'enterprise' }, { kind: 'corrected', scope }));
  }

  private added(stored: Stored, refusal: string): Reply {
    return refusal === 'ok' ? ok(this.detail(stored)) : problem('caseFault', {}, refusal);
  }

  private list(): readonly CertificateSummary[] {
    return [...this.cases.values()].map(({ number, draft, desk }) => {
      const { main, clock, open } = desk.state;
      return {
        number,
        companyName: draft.company.name,
        purpose: draft.purpose,
        period: draft.period,
        main,
        submittedOn: '2026-11-23',
        changedOn: formatDate(desk.day),
        due: clock ? formatDate(clock.due) : null,
        left: clock?.left ?? null,
        paused: clock?.paused ?? false,
        todo: main === 'correction' ? 'correct' : open.length > 0 ? 'answer' : 'none',
        certificate: null,
      };
    });
  }

  private questions({ desk, answers }: Stored): CertificateDetail['questions'] {
    const { state } = desk;
    return state.questions.map((question) => {
      const open = state.open.find(({ id }) => id === question.id);
      const answer = answers.get(question.id);
      const lapsed = hasLapsed(question, state.pauseUse, desk.day) || !open;
      return {
        id: question.id,
        department: question.department,
        text: question.text,
        askedOn: formatDate(question.askedOn),
        answerBy: open ? formatDate(open.answerBy) : null,
        state: question.answeredOn ? 'answered' : lapsed ? 'lapsed' : 'open',
        answer: answer ? { text: answer.text, on: formatDate(desk.day), files: [] } : null,
      };
    });
  }

  private outcome({ state }: Desk): CertificateDetail['outcome'] {
    const { outcome, decided } = state;
    if (!outcome || !decided) return null;
    const named = 'included' in outcome ? outcome : { included: [], annexed: [], excluded: [] };
    return {
      kind: outcome.kind,
      reason: null,
      included: [...named.included],
      annexed: [...named.annexed],
      excluded: [...named.excluded],
      withheld: 'withheld' in outcome ? outcome.withheld.map((one) => ({ ...one })) : [],
    };
  }

  detail(stored: Stored): CertificateDetail {
    const { number, draft, desk, payloads } = stored;
    const { state, events } = desk;
    const renewal = renewalPeriod(state, desk.day);
    const asked = events.filter((event) => event.kind === 'correctionAsked').at(-1);
    const files = draft.materials.flatMap((material) => material.files);
    return {
      number,
      queryCode: QUERY_CODE,
      version: events.length,
      main: state.main,
      submittedOn: '2026-11-23',
      draft,
      files: files.map((id) => ({ id, name: `${id}.pdf`, ...FILE })),
      corrections: state.main === 'correction' ? [...(asked?.items ?? [])] : [],
      refusal: null,
      clock: toClock(state.clock),
      milestones: [],
      board: state.board.map((column) => toColumn(column, column.wait?.reason)),
      entities: state.scope.entities.flatMap(({ creditCode }) => toEntityCounts(state, creditCode) ?? []),
      questions: this.questions(stored),
      parts: [...readyParts(state)],
      outcome: this.outcome(desk),
      papers: state.certificates.map((paper) => ({
        ...paper,
        issuedOn: formatDate(paper.issuedOn),
        payload: payloads.get(paper.number) ?? '',
      })),
      courier:
        state.scope.delivery === 'courier'
          ? {
              step: state.courier ?? null,
              ...{ tracking: null, company: null, returns: state.returns },
              collectionOnly: state.returns >= reference.parameters.returnsBeforeCollection,
            }
          : null,
      extensions: state.extensions.map(({ on, days, reason }) => ({ on: formatDate(on), days, reason })),
      log: events.map((event, i) => ({
        seq: i + 1,
        at: this.base.time,
        on: formatDate(event.on),
        action: event.kind,
        by: event.by.role,
        department: 'department' in event ? event.department : null,
        note: null,
      })),
      allowed: [...actionsFor(state.main, 'enterprise')],
      rating: state.rating ?? null,
      renewal: renewal.ok
        ? { start: formatDate(renewal.value.start), end: formatDate(renewal.value.end) }
        : null,
    };
  }

  private entity({ desk }: Stored, creditCode: string): CertificateEntity {
    const { scope, board } = desk.state;
    const name = scope.entities.find((each) => each.creditCode === creditCode)?.name ?? '';
    return {
      creditCode,
      name,
      cells: board.flatMap((column) => {
        const state = shownState(column, creditCode);
        if (state === undefined) return [];
        return [{ department: column.department, state, column: column.state, finding: null }];
      }),
    };
  }

  private lookUp(body: unknown): Reply {
    const asked = certificateLookUp.safeParse(body);
    if (!asked.success) return problem('badRequest');
    const { queryCode, creditCode } = asked.data;
    const found = [...this.cases.values()].find(({ draft }) => draft.company.creditCode === creditCode);
    if (found === undefined || queryCode !== QUERY_CODE) return problem('notFound');
    const { main, due, left, paused, toAnswer } = publicStatusOf(found.desk.state);
    const day = due ? formatDate(due) : null;
    return ok({ main, due: day, left: left ?? null, paused: paused ?? false, toAnswer });
  }

  private verify(body: unknown): Reply {
    const asked = certificateVerify.safeParse(body);
    if (!asked.success) return problem('badRequest');
    for (const { desk } of this.cases.values()) {
      const code = asked.data.by === 'code' ? asked.data.code : this.codeIn(desk, asked.data.payload);
      const view = code === undefined ? undefined : verificationOf(desk.state, code);
      if (!view) continue;
      const wire: CertificateVerification = {
        ...view,
        period: { start: formatDate(view.period.start), end: formatDate(view.period.end) },
        departments: [...view.departments],
        issuedOn: formatDate(view.issuedOn),
        dataAsOf: formatDate(view.dataAsOf),
      };
      return ok(wire);
    }
    return problem('notFound');
  }

  private codeIn({ state }: Desk, payload: string): string | undefined {
    const read = readPayload(payload);
    return read.ok
      ? state.certificates.find(({ number }) => number === read.value.payload.number)?.code
      : undefined;
  }
}
