/** 兑现进度: a person's entitlements, and what the person may do with one: confirm, change the account, object, end it. */
import type { EntitlementAction, EntitlementDetail } from '@/contract/entitlements';
import { operations } from '@/contract/operations';
import type { EntitlementFault } from '@/domain/matching/admit';
import type { EntitlementEvent, EntitlementFact } from '@/domain/matching/event';
import { maskAccount } from '@/domain/matching/masked';
import { BANK_CARD_MESSAGES, checkBankCard } from '@/domain/identity/bank-card';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Store } from '../cases/store';
import { append, type AppendFault } from '../matching/append';
import { findEntitlement, listOf, type StoredEntitlement } from '../matching/entitlements';
import { holderOf } from '../matching/holders';
import type { Refused } from '../problem';
import { bind } from './call';

const NOT_FOUND: Refused = { code: 'notFound', detail: '没有这项进度，或不是您本人的。' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The account is the person's own, and still nobody needs to read it off a screen. */
function masked(fact: EntitlementFact): EntitlementFact {
  switch (fact.kind) {
    case 'confirmed':
    case 'accountChanged':
      return { ...fact, account: maskAccount(fact.account) };
    default:
      return fact;
  }
}

/** Who in the office did it stays in the office. */
const forHolder = ({ actor, fact, ...event }: EntitlementEvent): EntitlementEvent => ({
  ...event,
  actor: { role: actor.role, id: '' },
  fact: masked(fact),
});

export const toDetail = ({ row, events }: StoredEntitlement): EntitlementDetail => ({
  id: row.id,
  policy: row.policy,
  version: row.version,
  events: events.map(forHolder),
});

function factOf(action: EntitlementAction['action']): EntitlementFact {
  switch (action.kind) {
    case 'confirmed':
    case 'accountChanged': {
      const checked = checkBankCard(action.account);
      return { kind: action.kind, account: checked.ok ? checked.value : action.account };
    }
    case 'stopped':
      return { kind: 'stopped', reason: 'asked', note: action.note };
    default:
      return action;
  }
}

const FAULT_WORDS = {
  notAllowed: '现在的状态不能这样办，请刷新后再看。',
  noteRequired: '请写几句理由。',
  noticeTooShort: '公示的最后一天要在今天之后。',
  badDay: '日期不对。',
  badAmount: '金额不对。',
  'account.empty': BANK_CARD_MESSAGES.empty,
  'account.fullWidth': BANK_CARD_MESSAGES.fullWidth,
  'account.characters': BANK_CARD_MESSAGES.characters,
  'account.length': BANK_CARD_MESSAGES.length,
  'account.checksum': BANK_CARD_MESSAGES.checksum,
} as const satisfies Record<EntitlementFault, string>;

async function refusalOf(store: Store, id: string, holder: string, fault: AppendFault): Promise<Refused> {
  switch (fault) {
    case 'notFound':
      return NOT_FOUND;
    case 'stale': {
      const current = await findEntitlement(store, id, holder);
      return current ? { code: 'staleVersion', more: { current: toDetail(current) } } : NOT_FOUND;
    }
    default:
      return { code: 'caseFault', detail: FAULT_WORDS[fault], more: { fault } };
  }
}

/** One of the person's own; who has not said who he is has none. */
async function findOwn(
  store: Store,
  id: string,
  holder: string | undefined,
): Promise<Result<StoredEntitlement, Refused>> {
  const stored = holder !== undefined && UUID.test(id) ? await findEntitlement(store, id, holder) : undefined;
  return stored ? ok(stored) : err(NOT_FOUND);
}

export const entitlementRoutes = [
  bind(operations.entitlements, async ({ store }, { person }) => {
    const holder = holderOf(store, person);
    const own = holder === undefined ? [] : await listOf(store, holder);
    return ok({ entitlements: own.map(toDetail) });
  }),
  bind(operations.entitlement, async ({ store }, { params, person }) => {
    const stored = await findOwn(store, params['id'] ?? '', holderOf(store, person));
    return stored.ok ? ok(toDetail(stored.value)) : stored;
  }),
  bind(operations.entitlementAct, async ({ store }, { params, person, body, key, at }) => {
    const holder = holderOf(store, person);
    const stored = await findOwn(store, params['id'] ?? '', holder);
    if (!stored.ok || holder === undefined) return err(NOT_FOUND);
    const { id } = stored.value.row;
    const done = await append(
      store,
      {
        id,
        holder,
        actor: { role: 'applicant', id: person.id },
        fact: factOf(body.action),
        expected: body.version,
        ...(key === undefined ? {} : { command: key }),
      },
      at,
    );
    return done.ok ? ok(toDetail(done.value)) : err(await refusalOf(store, id, holder, done.error));
  }),
];
