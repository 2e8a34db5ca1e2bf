/** Whether a person may act for a company: as its legal representative, or under a grant from that person. */
import { err, ok, type Result } from '@/domain/shared/result';
import { auditPerson } from '../identity/audit';
import type { Person } from '../identity/people';
import type { Service } from '../service';
import { grantsTo, personDigest } from './grants';
import type { CompanyLicence } from './register';

export interface Standing {
  readonly licence: CompanyLicence;
  readonly as: 'legalRepresentative' | 'agent';
  /** Of an agent: the grant and its last day. */
  readonly grant?: { readonly id: string; readonly until: string };
}

/** `unavailable`: the register did not answer, so nobody is let in. */
export type StandingFault = 'notAllowed' | 'unavailable';

type Asked = Pick<Service, 'store' | 'providers'>;

async function standingIn(
  { store }: Asked,
  { idNo }: Person,
  licence: CompanyLicence,
  at: number,
): Promise<Standing | undefined> {
  if (!licence.active) return undefined;
  if (licence.legalRepresentativeId === idNo) return { licence, as: 'legalRepresentative' };
  // Given by who is the legal representative now: with a new one the old grants end.
  const from = personDigest(store.keys, licence.legalRepresentativeId);
  const grant = (await grantsTo(store, idNo, at)).find(
    ({ company, grantor_digest }) => company === licence.creditCode && grantor_digest === from,
  );
  return grant && { licence, as: 'agent', grant: { id: grant.id, until: grant.ends } };
}

/**
 * Asked again at each step, never remembered: representatives change and grants end. The pull of the licence is audited.
 * @example const standing = await mayActFor(service, person, draft.company.creditCode, at)
 */
export async function mayActFor(
  service: Asked,
  person: Person,
  creditCode: string,
  at: number,
): Promise<Result<Standing, StandingFault>> {
  if (person.idNo === '') return err('notAllowed');
  const { store, providers } = service;
  const pulled = await providers.companies.find(creditCode);
  const about = { source: providers.companies.name, company: creditCode, found: pulled.ok };
  await auditPerson(store, person.id, { action: 'pulled', about }, at);
  if (!pulled.ok) return err('unavailable');
  const standing = pulled.value && (await standingIn(service, person, pulled.value, at));
  return standing ? ok(standing) : err('notAllowed');
}

/** All companies that the person may act for. */
export async function companiesOf(
  service: Asked,
  person: Person,
  at: number,
): Promise<Result<readonly Standing[], StandingFault>> {
  if (person.idNo === '') return ok([]);
  const { store, providers } = service;
  const led = await providers.companies.ledBy(person.idNo);
  const about = { source: providers.companies.name, found: led.ok };
  await auditPerson(store, person.id, { action: 'pulled', about }, at);
  if (!led.ok) return err('unavailable');
  const found: Standing[] = [];
  for (const licence of led.value) {
    const standing = await standingIn(service, person, licence, at);
    if (standing) found.push(standing);
  }
  const granted = new Set((await grantsTo(store, person.idNo, at)).map(({ company }) => company));
  for (const company of granted) {
    if (found.some(({ licence }) => licence.creditCode === company)) continue;
    const standing = await mayActFor(service, person, company, at);
    if (standing.ok) found.push(standing.value);
  }
  return ok(found);
}
