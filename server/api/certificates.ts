/** Reading certificates: companies, the list, one case, one entity, the paper. */
import { certificateOperations } from '@/contract/certificate-operations';
import { readCertificateNumber } from '@/domain/certificate/numbers';
import { err, ok } from '@/domain/shared/result';
import { listOf } from '../certificate/list';
import { paperBytes, papersOf } from '../certificate/paper';
import { cursorOf, readCursor } from '../cursor';
import { companiesOf } from '../grants/standing';
import { bind } from './call';
import { toCertificateEntity } from './certificate-entity';
import { toSummary } from './certificate-list';
import { findOwn, NOT_FOUND } from './certificate-own';
import { toCertificateDetail } from './certificate-view';

const PAGE = 20;

export const certificateRoutes = [
  bind(certificateOperations.certificateCompanies, async (service, { person, at }) => {
    const all = await companiesOf(service, person, at);
    if (!all.ok) return err({ code: 'providerFailed' });
    const companies = all.value.map(({ licence, as }) => {
      const { creditCode, name, legalRepresentative, capitalCents, established } = licence;
      const { address, industry, district, on } = licence;
      const source = service.providers.companies.name;
      const said = { creditCode, name, legalRepresentative, capitalCents, established, address, industry };
      return { ...said, district, as, source, on };
    });
    return ok({ companies, demo: service.providers.demo });
  }),
  bind(certificateOperations.certificates, async (service, { query, person, at }) => {
    const after = query.after === undefined ? undefined : readCursor(query.after);
    if (query.after !== undefined && !after) return err({ code: 'badRequest' });
    const { store } = service;
    const all = await companiesOf(service, person, at);
    // Without the register: what the person handed in.
    const whose = all.ok
      ? { companies: all.value.map(({ licence }) => licence.creditCode) }
      : { owner: person.id };
    const page = await listOf(store, whose, { limit: PAGE + 1, after });
    const shown = page.slice(0, PAGE);
    const last = shown.at(-1);
    const next = last && page.length > PAGE ? cursorOf(last.updated_at, last.case_id) : null;
    return ok({ certificates: shown.map((row) => toSummary(store, row, at)), next });
  }),
  bind(certificateOperations.certificate, async (service, { params, person, at }) => {
    const own = await findOwn(service, { number: params['number'] ?? '', person, at });
    return own.ok ? ok(await toCertificateDetail(service.store, own.value.stored, at)) : own;
  }),
  bind(certificateOperations.certificateEntity, async (service, { params, person, at }) => {
    const own = await findOwn(service, { number: params['number'] ?? '', person, at });
    if (!own.ok) return own;
    const { stored } = own.value;
    const entity = toCertificateEntity(service.store, stored, params['creditCode'] ?? '', at);
    return entity ? ok(entity) : err(NOT_FOUND);
  }),
  bind(certificateOperations.certificatePaper, async (service, { params, person, at }) => {
    const own = await findOwn(service, { number: params['number'] ?? '', person, at });
    if (!own.ok) return own;
    const number = params['paper'] ?? '';
    if (!readCertificateNumber(number).ok) return err(NOT_FOUND);
    const paper = (await papersOf(service.store, own.value.stored.row.id)).get(number);
    const bytes = paper && (await paperBytes(service.files, paper));
    return bytes ? ok({ bytes, type: 'application/pdf', name: `${number}.pdf` }) : err(NOT_FOUND);
  }),
];
