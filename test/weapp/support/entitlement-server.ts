/** Entitlements in memory, by the contract and the domain, beside the stand-in for the forms' cases. */
import { entitlementAction, type EntitlementAction, type EntitlementDetail } from '@/contract/entitlements';
import type { PolicyMode } from '@/domain/benefit/policy';
import type { Role } from '@/domain/case/event';
import { admit } from '@/domain/matching/admit';
import { derive } from '@/domain/matching/derive';
import type { EntitlementEvent, EntitlementFact } from '@/domain/matching/event';
import { maskAccount } from '@/domain/matching/masked';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { text } from '../host/values';
import type { Reply, Request, Server } from '../host/wx/phone';
import { CaseServer } from './case-server';

const ok = (data: unknown): Reply => ({ statusCode: 200, data });
const STATUS = {
  signInNeeded: 401,
  notFound: 404,
  badRequest: 400,
  caseFault: 409,
  staleVersion: 409,
} as const;
const problem = (code: keyof typeof STATUS, more: object = {}): Reply => ({
  statusCode: STATUS[code],
  data: { type: 'about:blank', title: code, status: STATUS[code], code, detail: '', ...more },
});

const factOf = (action: EntitlementAction['action']): EntitlementFact =>
  action.kind === 'stopped' ? { kind: 'stopped', reason: 'asked', note: action.note } : action;

const masked = (fact: EntitlementFact): EntitlementFact =>
  fact.kind === 'confirmed' || fact.kind === 'accountChanged'
    ? { ...fact, account: maskAccount(fact.account) }
    : fact;

interface Kept {
  readonly policy: string;
  readonly events: readonly EntitlementEvent[];
}

export class EntitlementServer {
  readonly cases = new CaseServer();
  readonly kept = new Map<string, Kept>();
  /** Accounts as they were sent. */
  readonly accounts: string[] = [];

  /** Matched by a run; returns its id. */
  match(policy: string, mode: PolicyMode, cents: number | null = 360_000): string {
    const id = `entitlement-${this.kept.size + 1}`;
    const fact = { kind: 'matched', policy, mode, per: 'year', run: 1, on: '2026-11-01', cents } as const;
    const event = { seq: 1, at: this.cases.time, actor: { role: 'system', id: '' }, fact } as const;
    this.kept.set(id, { policy, events: [event] });
    return id;
  }

  view(id: string) {
    return derive(this.get(id).events, this.today());
  }

  /** What an office or the day does. */
  does(id: string, role: Role, fact: EntitlementFact): void {
    const fault = this.add(id, role, fact);
    if (fault !== undefined) throw new Error(`${fact.kind}: ${fault}`);
  }

  /** As far as the question whether the person wants it. */
  awaiting(policy: string): string {
    const id = this.match(policy, 'C');
    this.does(id, 'reviewer', { kind: 'noticed', until: '2026-11-24' });
    this.cases.time += 2 * 86_400_000;
    this.does(id, 'system', { kind: 'noticeEnded' });
    return id;
  }

  readonly handle: Server = (request) => {
    const path = decodeURIComponent(request.url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '');
    const isMine =
      path.startsWith('/api/entitlements') || (path === '/api/inbox' && request.method === 'GET');
    if (this.cases.down || !isMine) return this.cases.handle(request);
    this.cases.requests.push(`${request.method} ${path}`);
    if (!text(request.header['authorization']).includes('token-')) return problem('signInNeeded');
    return path === '/api/inbox' ? this.inbox() : this.route(request, path);
  };

  private route({ method, data }: Request, path: string): Reply {
    const [, , , id = '', rest] = path.split('/');
    if (id === '')
      return ok({ entitlements: [...this.kept.keys()].reverse().map((each) => this.detail(each)) });
    if (!this.kept.has(id)) return problem('notFound');
    if (method === 'GET' && rest === undefined) return ok(this.detail(id));
    const body: unknown = typeof data === 'string' ? JSON.parse(data) : data;
    const parsed = entitlementAction.safeParse(body);
    if (!parsed.success) return problem('badRequest');
    if (parsed.data.version !== this.get(id).events.length)
      return problem('staleVersion', { current: this.detail(id) });
    const { action } = parsed.data;
    if ('account' in action) this.accounts.push(action.account);
    const fault = this.add(id, 'applicant', factOf(action));
    return fault === undefined ? ok(this.detail(id)) : problem('caseFault', { fault });
  }

  private add(id: string, role: Role, fact: EntitlementFact): string | undefined {
    const { policy, events } = this.get(id);
    const admitted = admit(this.view(id), role, fact, this.today());
    if (!admitted.ok) return admitted.error;
    const event = { seq: events.length + 1, at: this.cases.time, actor: { role, id: role }, fact };
    this.kept.set(id, { policy, events: [...events, event] });
    return undefined;
  }

  private detail(id: string): EntitlementDetail {
    const { policy, events } = this.get(id);
    return {
      id,
      policy,
      version: events.length,
      events: events.map((event) => ({ ...event, fact: masked(event.fact) })),
    };
  }

  private inbox(): Reply {
    const waiting = [...this.kept.keys()].filter((id) => this.view(id).status === 'awaiting');
    const messages = waiting.map((id) => ({
      id: `message-${id}`,
      at: this.cases.time,
      title: '请确认要不要领',
      body: '您在名单上。',
      number: id,
      about: 'entitlement',
      read: false,
    }));
    return ok({ messages, next: null });
  }

  private get(id: string): Kept {
    const found = this.kept.get(id);
    if (found === undefined) throw new Error(`no entitlement ${id}`);
    return found;
  }

  private today() {
    return shanghaiMoment(this.cases.time).date;
  }
}
