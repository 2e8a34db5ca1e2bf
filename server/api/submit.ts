/** Handing in an application. */
import type { Receipt, SubmitRequest } from '@/contract/cases';
import { operations } from '@/contract/operations';
import { caseDeadline } from '@/domain/case/clock';
import type { CaseRules } from '@/domain/case/rules';
import { addWorkdays } from '@/domain/calendar/workdays';
import { signersIn } from '@/domain/form/signers';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import { submit, type SubmitReceipt } from '../cases/submit';
import { findItem, tasksOf, type Item } from '../catalogue';
import { attach } from '../files/attachments';
import type { Refused } from '../problem';
import type { Service } from '../service';
import { planSignatures } from '../signatures/plan';
import { bookFor, giveBack, hasSlot, keepFor } from './appointment';
import { bind, type Call } from './call';
import { companyIn, companyRefusal } from './company-case';
import { contentErrors, fileIds } from './check-content';
import { toStored } from './content';

/** The office has five working days to accept (行政许可法 第32条; the others are handled likewise). */
const ACCEPTANCE_DAYS = 5;

/** The latest day: accepted on the last day for that, and every day of the promise used. */
function latestDue({ calendar }: Store, { clock, silenceDays }: CaseRules, on: CivilDate): string | null {
  const accepted = clock.kind === 'instant' ? on : addWorkdays(calendar, on, silenceDays ?? ACCEPTANCE_DAYS);
  const due = caseDeadline(clock, { start: accepted, pauses: [], extension: 0 }, calendar, accepted)?.due;
  return due ? formatDate(due) : null;
}

const toReceipt = (
  store: Store,
  { id, form, rules }: Item,
  { answers }: SubmitRequest,
  { receipt, submittedAt }: SubmitReceipt,
): Receipt => {
  const { date } = shanghaiMoment(submittedAt);
  // No day can be promised before everyone has signed.
  const waits = signersIn(form, answers).some(({ way }) => way !== 'here');
  const due = waits ? null : latestDue(store, rules, date);
  return { number: receipt, item: id, submittedOn: formatDate(date), due };
};

function itemFor({ form, formVersion }: SubmitRequest): Result<Item, Refused> {
  const item = findItem(form);
  if (!item) return err({ code: 'notFound', detail: '没有这个事项。' });
  if (formVersion === item.form.version) return ok(item);
  return err(
    formVersion < item.form.version
      ? {
          code: 'clientTooOld',
          detail: '这张表已经更新，草稿还在手机里；关掉小程序再打开，看过改动再交。',
          more: { form },
        }
      : { code: 'badRequest' },
  );
}

async function hasCase({ db }: Store, owner: string, key: string): Promise<boolean> {
  const found = await db
    .selectFrom('idempotency')
    .select('case_id')
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
  return found !== undefined;
}

type SubmitCall = Call<SubmitRequest, undefined>;

/** What keeps it from being taken today. */
async function refusalOf(service: Service, { form }: Item, call: SubmitCall): Promise<Refused | undefined> {
  const { body, person, at } = call;
  const asOf = shanghaiMoment(at).date;
  const errors = await contentErrors(service, { form, person, asOf }, body);
  if (errors.length > 0) return { code: 'invalidAnswers', more: { errors } };
  return companyRefusal(service, companyIn(form, body.answers), call);
}

async function store(service: Service, item: Item, repeated: boolean, call: SubmitCall) {
  const { body, person, key = '', at } = call;
  const { answers } = body;
  const owner = person.id;
  const company = companyIn(item.form, answers);
  const plan = planSignatures(service.store, {
    form: item.form,
    itemName: item.name,
    answers,
    person,
    before: [],
    at,
  });
  const booking = await bookFor(service.store, { form: item.form, owner, repeated }, answers, at);
  if (!booking.ok) return err<Refused>({ code: 'slotTaken' });
  const what = {
    owner,
    key,
    item: item.id,
    formVersion: body.formVersion,
    rules: item.rules,
    tasks: tasksOf(item, answers),
    answers: toStored(body),
    ...(company === undefined ? {} : { company }),
    unsigned: plan.unsigned,
    ...(plan.write ? { within: plan.write } : {}),
  };
  const stored = await submit(service.store, what, at).catch(async (error: unknown) => {
    await giveBack(service.store, booking.value, owner, at);
    throw error;
  });
  if (!stored.ok) {
    await giveBack(service.store, booking.value, owner, at);
    return err<Refused>({ code: 'idempotencyReused' });
  }
  const { caseId } = stored.value;
  if (booking.value) await keepFor(service.store, booking.value, caseId);
  await attach(service.store, { owner, caseId }, fileIds(item.form, body));
  return stored;
}

export const submitRoutes = [
  bind(operations.submit, async (service, call): Promise<Result<Receipt, Refused>> => {
    const { body, person, key = '' } = call;
    const item = itemFor(body);
    if (!item.ok) return item;
    const refused = await refusalOf(service, item.value, call);
    // The key alone tells of a second sending; it is looked for only where it changes what is done.
    const asks = refused !== undefined || hasSlot(item.value.form.fields);
    const repeated = asks && (await hasCase(service.store, person.id, key));
    // Sent again, it was found valid when it first came; today's rules may say otherwise.
    if (refused && !repeated) return err(refused);
    const stored = await store(service, item.value, repeated, call);
    return stored.ok ? ok(toReceipt(service.store, item.value, body, stored.value)) : stored;
  }),
];
