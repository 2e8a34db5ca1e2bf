/** Companies that a person may act for, and the grants of a legal representative. */
import type { Companies, Grant, NewGrant } from '@/contract/companies';
import { operations } from '@/contract/operations';
import { addMonths, compareDates, parseDate } from '@/domain/shared/civil-date';
import { checkIdCard } from '@/domain/identity/id-card';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { grantsFrom, revokeGrant, storeGrant, type CompanyGrant } from '../grants/grants';
import { companiesOf, mayActFor, type Standing, type StandingFault } from '../grants/standing';
import { auditPerson } from '../identity/audit';
import { maskIdNo } from '../identity/people';
import type { Refused } from '../problem';
import type { Service } from '../service';
import { bind, type Call } from './call';

const REFUSALS: Readonly<Record<StandingFault, Refused>> = {
  notAllowed: { code: 'forbidden', detail: '您不是这家企业的法定代表人，也没有有效的授权。' },
  unavailable: { code: 'providerFailed', detail: '电子营业执照暂时取不到，请稍后再试或到窗口办。' },
};

export const refusalOfStanding = (fault: StandingFault): Refused => REFUSALS[fault];

const toCompany = (
  { licence: { creditCode, name, on }, as, grant }: Standing,
  source: string,
): Companies['companies'][number] => ({ creditCode, name, as, until: grant?.until ?? null, source, on });

const toGrant = ({ id, company, companyName, name, idNo, starts, ends, state }: CompanyGrant): Grant => ({
  id,
  company,
  companyName,
  name,
  maskedIdNo: maskIdNo(idNo),
  from: starts,
  until: ends,
  state,
});

/** A grant has an end that can be seen from its beginning. */
const MOST_MONTHS = 12;

const bad = (detail: string): Result<never, Refused> => err({ code: 'badRequest', detail });

async function give(
  service: Service,
  { body, person, at }: Call<NewGrant, undefined>,
): Promise<Result<Grant, Refused>> {
  const { date: today } = shanghaiMoment(at);
  const [from, until] = [parseDate(body.from), parseDate(body.until)];
  if (!from || !until || compareDates(until, from) < 0 || compareDates(until, today) < 0)
    return bad('授权的起止日期不对：止日不能早于起日和今天。');
  if (compareDates(until, addMonths(from, MOST_MONTHS)) > 0)
    return bad(`授权最长 ${MOST_MONTHS} 个月，到期可以再给。`);
  const card = checkIdCard(body.idNo, today);
  if (!card.ok) return bad('被授权人的身份证号不对，请核对。');
  const idNo = card.value.number;
  if (idNo === person.idNo) return bad('不用授权给自己。');
  const standing = await mayActFor(service, person, body.company, at);
  if (!standing.ok) return err(refusalOfStanding(standing.error));
  const { licence, as } = standing.value;
  if (as !== 'legalRepresentative')
    return err({ code: 'forbidden', detail: '只有法定代表人可以授权，被授权的人不能再转授。' });
  const grant = await storeGrant(
    service.store,
    person,
    {
      company: licence.creditCode,
      companyName: licence.name,
      name: body.name,
      idNo,
      starts: body.from,
      ends: body.until,
    },
    at,
  );
  const about = { grant: grant.id, company: grant.company };
  await auditPerson(service.store, person.id, { action: 'granted', about }, at);
  return ok(toGrant(grant));
}

export const companyRoutes = [
  bind(operations.companies, async (service, { person, at }): Promise<Result<Companies, Refused>> => {
    const { store, providers } = service;
    const found = await companiesOf(service, person, at);
    if (!found.ok) return err(refusalOfStanding(found.error));
    return ok({
      companies: found.value.map((one) => toCompany(one, providers.companies.name)),
      grants: (await grantsFrom(store, person.id, at)).map(toGrant),
      demo: providers.demo,
    });
  }),
  bind(operations.grant, give),
  bind(operations.revokeGrant, async ({ store }, { params, person, at }) => {
    const id = params['id'] ?? '';
    const revoked = await revokeGrant(store, { id, grantor: person.id }, at);
    if (!revoked) return err({ code: 'notFound', detail: '没有这份授权，或已经撤销。' });
    await auditPerson(store, person.id, { action: 'grantRevoked', about: { grant: id } }, at);
    return ok(undefined);
  }),
];
