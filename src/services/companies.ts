/** Companies that a person may act for, and the grants that a legal representative gives. */
import type { Companies, Grant, NewGrant } from '@/contract/companies';
import { pathOf, paths } from '@/contract/paths';
import type { Api, ApiResult } from './api';
import { flag, list, oneOf, orNull, reader, record, text } from './shapes';

const grantShape = record({
  id: text,
  company: text,
  companyName: text,
  name: text,
  maskedIdNo: text,
  from: text,
  until: text,
  state: oneOf(['coming', 'valid', 'ended', 'revoked']),
});

const parseGrant = reader<Grant>(grantShape);
const parseCompanies = reader<Companies>(
  record({
    companies: list(
      record({
        creditCode: text,
        name: text,
        as: oneOf(['legalRepresentative', 'agent']),
        until: orNull(text),
        source: text,
        on: text,
      }),
    ),
    grants: list(grantShape),
    demo: flag,
  }),
);

export const listCompanies = (api: Api): Promise<ApiResult<Companies>> =>
  api.call({ method: 'GET', path: paths.companies }, parseCompanies);

export const giveGrant = (api: Api, body: NewGrant): Promise<ApiResult<Grant>> =>
  api.call({ method: 'POST', path: paths.grants, body }, parseGrant);

export const revokeGrant = (api: Api, id: string): Promise<ApiResult<true>> =>
  api.call({ method: 'DELETE', path: pathOf(paths.grant, { id }) }, () => true);
