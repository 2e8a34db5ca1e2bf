/** 兑现进度: a person's entitlements, and what the person may do with one. */
import type { EntitlementAction, EntitlementDetail, EntitlementList } from '@/contract/entitlements';
import { pathOf, paths } from '@/contract/paths';
import { isRecord } from '@/domain/form/kinds/kind';
import type { EntitlementEvent } from '@/domain/matching/event';
import { isProblem, type Api, type ApiFault, type ApiResult } from './api';

/** The log is the server's own, written by the same domain: its shape is checked as far as reading it needs. */
const isEvent = (value: unknown): value is EntitlementEvent =>
  isRecord(value) &&
  typeof value['seq'] === 'number' &&
  typeof value['at'] === 'number' &&
  isRecord(value['fact']) &&
  typeof value['fact']['kind'] === 'string';

export function parseEntitlement(body: unknown): EntitlementDetail | undefined {
  if (!isRecord(body)) return undefined;
  const { id, policy, version, events } = body;
  if (typeof id !== 'string' || typeof policy !== 'string' || typeof version !== 'number') return undefined;
  return Array.isArray(events) && events.length > 0 && events.every(isEvent)
    ? { id, policy, version, events }
    : undefined;
}

function parseList(body: unknown): EntitlementList | undefined {
  if (!isRecord(body) || !Array.isArray(body['entitlements'])) return undefined;
  return { entitlements: body['entitlements'].flatMap((item: unknown) => parseEntitlement(item) ?? []) };
}

export const listEntitlements = (api: Api): Promise<ApiResult<EntitlementList>> =>
  api.call({ method: 'GET', path: paths.entitlements }, parseList);

export const readEntitlement = (api: Api, id: string): Promise<ApiResult<EntitlementDetail>> =>
  api.call({ method: 'GET', path: pathOf(paths.entitlement, { id }) }, parseEntitlement);

/** The version that the person saw goes along: what happened meanwhile is shown before it is done. */
export const actOnEntitlement = (
  api: Api,
  { id, version }: Pick<EntitlementDetail, 'id' | 'version'>,
  action: EntitlementAction['action'],
): Promise<ApiResult<EntitlementDetail>> =>
  api.call(
    { method: 'POST', path: pathOf(paths.entitlementActions, { id }), body: { version, action } },
    parseEntitlement,
  );

/** The entitlement as it is now, when somebody else was faster. */
export const currentEntitlement = (fault: ApiFault): EntitlementDetail | undefined =>
  fault.kind === 'problem' && isProblem(fault, 'staleVersion') && isRecord(fault.body)
    ? parseEntitlement(fault.body['current'])
    : undefined;
