/** A server in memory, written to the contract: the schemas of src/contract read what the phone sends. */
import { caseAction, submitRequest, type CaseAction } from '@/contract/cases';
import { CONTRACT_HEADER, CONTRACT_VERSION, IDEMPOTENCY_HEADER } from '@/contract/paths';
import { signInRequest, type Prefill } from '@/contract/people';
import { troubleReport } from '@/contract/phone';
import type { ProblemCode } from '@/contract/problem';
import type { CaseFact } from '@/domain/case/event';
import { validateForm } from '@/domain/form/validate';
import calendar from '@/generated/calendar';
import { isRecord, text } from '../host/values';
import type { Reply, Request, Server } from '../host/wx/phone';
import { CaseBook, formOf } from './case-book';

const STATUS: Readonly<Partial<Record<ProblemCode, number>>> = {
  signInNeeded: 401,
  forbidden: 403,
  notFound: 404,
  invalidAnswers: 422,
  caseFault: 409,
  staleVersion: 409,
  clientTooOld: 426,
  busy: 503,
  idempotencyReused: 409,
  providerFailed: 502,
};

const NO_CONTENT: Reply = { statusCode: 204, data: '' };
const ok = (data: unknown): Reply => ({ statusCode: 200, data });
const problem = (code: ProblemCode, more: object = {}, detail = ''): Reply => {
  const status = STATUS[code] ?? 400;
  return { statusCode: status, data: { type: 'about:blank', title: code, status, code, detail, ...more } };
};

interface Asked extends Pick<Request, 'method' | 'header'> {
  readonly path: string;
  readonly body: unknown;
}

export interface Submitted {
  readonly key: string;
  readonly form: string;
  readonly number: string;
}

export class CaseServer {
  time = Date.parse('2026-11-23T02:00:00Z');
  /** Not reachable at all. */
  down = false;
  /** Answers 503 and when to come back. */
  full = false;
  /** Answers are lost on the way back: what was asked for was done. */
  loseReplies = false;
  wechat = true;
  /** Templates of messages that can be agreed to, and those that were. */
  templates: readonly string[] = [];
  readonly agreed: unknown[] = [];
  /** Faults that phones sent. */
  readonly trouble: unknown[] = [];
  prefill: Prefill = { values: [], failed: [] };
  readonly book = new CaseBook(() => this.time);
  /** Every submission that was taken, in order; a repeated one is not in it again. */
  readonly taken: Submitted[] = [];
  readonly requests: string[] = [];
  readonly read: string[] = [];
  private readonly sessions = new Map<string, string>();
  private readonly keys = new Map<string, { readonly body: string; readonly number: string }>();
  private files = 0;
  private tokens = 0;

  readonly handle: Server = (request) => {
    if (this.down) return undefined;
    if (this.full) return { ...problem('busy'), header: { 'Retry-After': '5' } };
    const path = decodeURIComponent(request.url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '');
    this.requests.push(`${request.method} ${path}`);
    const reply = this.route(request, path);
    return this.loseReplies ? undefined : reply;
  };

  /** Ends every session, as time does. */
  expire(): void {
    this.sessions.clear();
  }

  /** What a clerk does. */
  clerk(number: string, fact: CaseFact): void {
    this.time += 60_000;
    const fault = this.book.add(number, 'reviewer', fact);
    if (fault !== undefined) throw new Error(`${fact.kind}: ${fault}`);
  }

  private route({ method, data, header }: Request, path: string): Reply {
    const body: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : data;
    const call = `${method} ${path}`;
    if (call === 'GET /api/time') return ok({ epochMs: this.time, date: '2026-11-23' });
    if (header[CONTRACT_HEADER] !== String(CONTRACT_VERSION)) return problem('clientTooOld');
    if (call === 'GET /api/demo-people')
      return ok({ people: [{ id: 'li', name: '李明', note: '在职居民' }] });
    if (call === 'POST /api/trouble') {
      this.trouble.push(troubleReport.parse(body));
      return NO_CONTENT;
    }
    if (call === 'POST /api/session') return this.signIn(body);
    const owner = this.sessions.get(text(header['authorization']).replace('Bearer ', ''));
    return owner === undefined
      ? problem('signInNeeded')
      : this.routeFor(owner, { method, path, body, header });
  }

  private routeFor(owner: string, { method, path, body, header }: Asked): Reply {
    const [, , kind, id = '', rest] = path.split('/');
    switch (`${method} ${kind}${rest === undefined ? '' : ` ${rest}`}`) {
      case 'GET prefill':
        return ok(this.prefill);
      case 'GET slots':
        return ok({ demo: true, slots: [{ date: '2026-12-01', period: '09:00-09:30', left: 3 }] });
      case 'GET subscriptions':
        return ok({ templates: this.templates });
      case 'POST subscriptions':
        this.agreed.push(body);
        return NO_CONTENT;
      case 'POST files':
        return this.upload(body);
      case 'GET cases':
        return id === '' ? this.list(owner) : this.one(owner, id);
      case 'POST cases':
        return this.submit(owner, body, text(header[IDEMPOTENCY_HEADER]));
      case 'POST cases actions':
        return this.act(owner, id, body);
      case 'GET inbox':
        return this.inbox(owner);
      case 'POST inbox read':
        this.read.push(id);
        return NO_CONTENT;
      default:
        return problem('notFound');
    }
  }

  private signIn(body: unknown): Reply {
    const request = signInRequest.safeParse(body);
    if (!request.success) return problem('badRequest');
    if (request.data.provider === 'wechat' && !this.wechat) return problem('providerFailed');
    this.tokens += 1;
    const token = `token-${this.tokens}`;
    this.sessions.set(token, 'li');
    const person = { name: '李明', maskedIdNo: '2102**********999X', realName: true };
    return ok({ token, expiresAt: this.time + 86_400_000, person });
  }

  private upload(body: unknown): Reply {
    if (!isRecord(body) || body['name'] !== 'file') return problem('badRequest');
    this.files += 1;
    const id = `file-${String(this.files).padStart(16, '0')}`;
    return ok({ id, name: `${id}.jpg`, size: 68, type: 'image/jpeg', state: 'accepted' });
  }

  private list(owner: string): Reply {
    const own = [...this.book.cases.values()].filter((each) => each.owner === owner).reverse();
    return ok({ cases: own.map((each) => this.book.summary(each)), next: null });
  }

  private one(owner: string, number: string): Reply {
    const found = this.book.cases.get(number);
    return found?.owner === owner ? ok(this.book.detail(found)) : problem('notFound');
  }

  private submit(owner: string, body: unknown, key: string): Reply {
    const parsed = submitRequest.safeParse(body);
    if (!parsed.success || !/^[A-Za-z0-9_-]{16,64}$/.test(key)) return problem('badRequest');
    const known = this.keys.get(key);
    if (known !== undefined)
      return known.body === JSON.stringify(body)
        ? ok(this.book.receipt(known.number))
        : problem('idempotencyReused');
    const form = formOf(parsed.data.form);
    if (form === undefined) return problem('notFound');
    const errors = validateForm(form, parsed.data.answers, { asOf: this.book.today(), calendar });
    if (errors.length > 0) return problem('invalidAnswers', { errors });
    this.time += 1000;
    const receipt = this.book.submit(owner, form, parsed.data);
    this.keys.set(key, { body: JSON.stringify(body), number: receipt.number });
    this.taken.push({ key, form: form.id, number: receipt.number });
    return ok(receipt);
  }

  private act(owner: string, number: string, body: unknown): Reply {
    const parsed = caseAction.safeParse(body);
    const found = this.book.cases.get(number);
    if (found?.owner !== owner) return problem('notFound');
    if (!parsed.success) return problem('badRequest');
    if (parsed.data.version !== this.book.view(found).version)
      return problem('staleVersion', { current: this.book.detail(found) });
    this.time += 1000;
    const fault = this.apply(number, parsed.data.action);
    return fault === undefined ? ok(this.book.detail(this.book.get(number))) : fault;
  }

  private apply(number: string, action: CaseAction['action']): Reply | undefined {
    const { events, answers } = this.book.get(number);
    const view = this.book.view({ events });
    if (action.kind !== 'corrected') {
      const fact: CaseFact = action.kind === 'rated' ? { kind: 'rated', rating: ratingOf(action) } : action;
      const fault = this.book.add(number, 'applicant', fact);
      return fault === undefined ? undefined : problem('caseFault', { fault });
    }
    const form = formOf(view.item);
    if (form === undefined) return problem('notFound');
    const errors = validateForm(form, action.answers, { asOf: this.book.today(), calendar });
    if (errors.length > 0) return problem('invalidAnswers', { errors });
    const named = view.correction?.items ?? [];
    const tops = named.flatMap(({ target }) =>
      target.kind === 'field' ? [target.path.split(/[.[]/)[0]] : [],
    );
    const other = Object.keys({ ...answers, ...action.answers }).find(
      (key) => !tops.includes(key) && JSON.stringify(answers[key]) !== JSON.stringify(action.answers[key]),
    );
    if (other !== undefined) return problem('caseFault', { fault: `changed ${other}` });
    const change = { answers: action.answers, materials: action.materials };
    const fault = this.book.add(
      number,
      'applicant',
      { kind: 'corrected', answers: view.answers + 1 },
      change,
    );
    return fault === undefined ? undefined : problem('caseFault', { fault });
  }

  private inbox(owner: string): Reply {
    const messages = [...this.book.cases.values()]
      .filter((each) => each.owner === owner)
      .map(({ number }) => ({
        id: `message-${number}`,
        at: this.time,
        title: '已提交',
        body: '请记下编号',
        number,
        read: this.read.includes(`message-${number}`),
      }));
    return ok({ messages, next: null });
  }
}

type Rated = Extract<CaseAction['action'], { kind: 'rated' }>;

const ratingOf = ({ rating }: Rated): Extract<CaseFact, { kind: 'rated' }>['rating'] => ({
  ...rating,
  indicators: Object.fromEntries(
    Object.entries(rating.indicators).filter(([, stars]) => stars !== undefined),
  ),
});
