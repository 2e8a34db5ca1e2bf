/** A person's cases: the list, one with its log, and what the person may do with it. */
import type { CaseAction, CaseDetail, CaseList } from '@/contract/cases';
import { pathOf, paths } from '@/contract/paths';
import type { Inbox } from '@/contract/people';
import { isRecord } from '@/domain/form/kinds/kind';
import { isProblem, type Api, type ApiFault, type ApiResult } from './api';
import { parseCaseDetail, parseCaseList, parseInbox } from './wire';

const after = (path: string, next: string | null): string =>
  next === null ? path : `${path}?after=${encodeURIComponent(next)}`;

export const listCases = (api: Api, next: string | null = null): Promise<ApiResult<CaseList>> =>
  api.call({ method: 'GET', path: after(paths.cases, next) }, parseCaseList);

export const readCase = (api: Api, number: string): Promise<ApiResult<CaseDetail>> =>
  api.call({ method: 'GET', path: pathOf(paths.case, { number }) }, parseCaseDetail);

/** What the case is after it; the version that the person saw goes along, so that two edits never mix. */
export const actOnCase = (api: Api, number: string, action: CaseAction): Promise<ApiResult<CaseDetail>> =>
  api.call({ method: 'POST', path: pathOf(paths.caseActions, { number }), body: action }, parseCaseDetail);

/** The case as it is now, when somebody else was faster. */
export const currentIn = (fault: ApiFault): CaseDetail | undefined =>
  fault.kind === 'problem' && isProblem(fault, 'staleVersion') && isRecord(fault.body)
    ? parseCaseDetail(fault.body['current'])
    : undefined;

export const readInbox = (api: Api, next: string | null = null): Promise<ApiResult<Inbox>> =>
  api.call({ method: 'GET', path: after(paths.inbox, next) }, parseInbox);

export const markRead = (api: Api, id: string): Promise<ApiResult<true>> =>
  api.call({ method: 'POST', path: pathOf(paths.inboxRead, { id }) }, () => true);
