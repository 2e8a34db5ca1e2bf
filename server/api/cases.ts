/** My list, one case, and what its owner may do with it. */
import type { CaseAction, CaseDetail } from '@/contract/cases';
import { operations } from '@/contract/operations';
import { CASE_FAULT_MESSAGES } from '@/domain/case/admit';
import type { CaseFact } from '@/domain/case/event';
import { signatureFields } from '@/domain/form/signers';
import { checkReceiptNumber } from '@/domain/case/receipt-number';
import { err, ok, type Result } from '@/domain/shared/result';
import { append, type Append, type AppendFault } from '../cases/append';
import { findByReceipt, findCase, listMine, viewAt, type StoredCase } from '../cases/read';
import type { Store } from '../cases/store';
import { getItem } from '../catalogue';
import { cursorOf, readCursor } from '../cursor';
import { attach } from '../files/attachments';
import type { Refused } from '../problem';
import type { Service } from '../service';
import { releaseOf } from './appointment';
import { bind, type Call } from './call';
import { toCaseDetail, toSummary } from './case-view';
import { fileIds } from './check-content';
import { latestContent, toStored } from './content';
import { companyIn, companyRefusal } from './company-case';
import { correctionErrors } from './correction';
import { planSignatures } from '../signatures/plan';
import { signaturesOf } from '../signatures/rows';

const PAGE = 20;

export const NO_CASE: Refused = { code: 'notFound', detail: '没有这个办件，请核对受理编号。' };

/** Somebody else's case is answered like one that does not exist. */
const OTHER_COMPANY: Refused = {
  code: 'forbidden',
  detail: '补正不能换成另一家企业；要换请撤回后重新申请。',
};

export async function findOwnCase(
  store: Store,
  number: string,
  owner: string,
): Promise<StoredCase | undefined> {
  const receipt = checkReceiptNumber(number);
  const stored = receipt.ok ? await findByReceipt(store, receipt.value.number) : undefined;
  return stored?.row.owner === owner ? stored : undefined;
}

type Acting = Call<CaseAction, undefined>;
type Acted = Pick<Append, 'fact' | 'answers' | 'within'>;

/** The event that an action makes; a correction is checked like a submission. */
async function actedBy(
  service: Service,
  stored: StoredCase,
  { body: { action }, person, at }: Acting,
): Promise<Result<Acted, Refused>> {
  if (action.kind !== 'corrected') return ok({ fact: factOf(action) });
  const view = viewAt(service.store, stored, at);
  const { form, name: itemName } = getItem(stored.row.item);
  const before = await latestContent(service.store, stored.row.id);
  const about = { view, person, at };
  // Nothing was asked for: the case's own rules say so below, with their own words.
  const errors = view.correction
    ? await correctionErrors(service, form, { before, after: action }, about)
    : [];
  if (errors.length > 0) return err({ code: 'invalidAnswers', more: { errors } });
  if (stored.row.company !== (companyIn(form, action.answers) ?? null)) return err(OTHER_COMPANY);
  const planning = { form, itemName, answers: action.answers, person, at };
  const plan = planSignatures(service.store, {
    ...planning,
    before: await signaturesOf(service.store, stored.row.id),
  });
  return ok({
    fact: {
      kind: 'corrected',
      answers: view.answers + 1,
      ...(signatureFields(form).length > 0 ? { unsigned: plan.unsigned } : {}),
    },
    answers: { formVersion: form.version, value: toStored(action) },
    within: async (tx) => {
      await plan.write?.(tx, stored.row.id);
      return true;
    },
  });
}

type Plain = Exclude<CaseAction['action'], { kind: 'corrected' }>;

/** Zod's optional keys may be `undefined`, which the domain's may not. */
function factOf(action: Plain): CaseFact {
  if (action.kind !== 'rated') return action;
  const { indicators, ...rating } = action.rating;
  const given = Object.entries(indicators).filter(([, stars]) => stars !== undefined);
  return { kind: 'rated', rating: { ...rating, indicators: Object.fromEntries(given) } };
}

export async function refusalOf(store: Store, caseId: string, fault: AppendFault): Promise<Refused> {
  switch (fault.code) {
    case 'notFound':
      return NO_CASE;
    case 'stale': {
      const current = await findCase(store, caseId);
      return current
        ? { code: 'staleVersion', more: { current: await toCaseDetail(store, current) } }
        : NO_CASE;
    }
    default:
      return { code: 'caseFault', detail: CASE_FAULT_MESSAGES[fault.code], more: { fault: fault.code } };
  }
}

async function afterwards({ store }: Service, stored: StoredCase, { body: { action }, person, at }: Acting) {
  const { id: caseId, item } = stored.row;
  if (action.kind === 'corrected')
    await attach(store, { owner: person.id, caseId }, fileIds(getItem(item).form, action));
  if (action.kind === 'withdrawn') await releaseOf(store, caseId, person.id, at);
}

async function act(service: Service, call: Acting): Promise<Result<CaseDetail, Refused>> {
  const { store } = service;
  const { params, person, key, body, at } = call;
  const stored = await findOwnCase(store, params['number'] ?? '', person.id);
  if (!stored) return err(NO_CASE);
  const caseId = stored.row.id;
  if (key !== undefined && stored.commands.has(key)) {
    await afterwards(service, stored, call);
    return ok(await toCaseDetail(store, stored));
  }
  if (stored.row.version !== body.version)
    return err(await refusalOf(store, caseId, { code: 'stale', view: viewAt(store, stored, at) }));
  const refused = await companyRefusal(service, stored.row.company ?? undefined, call);
  if (refused) return err(refused);
  const acted = await actedBy(service, stored, call);
  if (!acted.ok) return acted;
  const done = await append(
    store,
    {
      caseId,
      owner: person.id,
      actor: { role: 'applicant', id: person.id },
      expected: body.version,
      ...(key === undefined ? {} : { command: key }),
      ...acted.value,
    },
    at,
  );
  if (!done.ok) return err(await refusalOf(store, caseId, done.error));
  await afterwards(service, stored, call);
  const now = await findCase(store, caseId);
  return now ? ok(await toCaseDetail(store, now)) : err(NO_CASE);
}

export const caseRoutes = [
  bind(operations.cases, async ({ store }, { query, person }) => {
    const after = query.after === undefined ? undefined : readCursor(query.after);
    if (query.after !== undefined && !after) return err({ code: 'badRequest' });
    const page = await listMine(store, person.id, {
      limit: PAGE + 1,
      ...(after ? { after: { updatedAt: after.at, caseId: after.id } } : {}),
    });
    const shown = page.slice(0, PAGE);
    const last = shown.at(-1);
    const next = last && page.length > PAGE ? cursorOf(last.updated_at, last.case_id) : null;
    return ok({ cases: shown.map(toSummary), next });
  }),
  bind(operations.case, async ({ store }, { params, person }) => {
    const stored = await findOwnCase(store, params['number'] ?? '', person.id);
    return stored ? ok(await toCaseDetail(store, stored)) : err(NO_CASE);
  }),
  bind(operations.act, act),
];
