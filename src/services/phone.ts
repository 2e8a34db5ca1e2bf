/** Messages that a person agrees to, and faults that a person sends. */
import type { MessageTemplates, TroubleReport } from '@/contract/phone';
import { paths } from '@/contract/paths';
import { isRecord } from '@/domain/form/kinds/kind';
import type { Api, ApiResult } from './api';

const parseTemplates = (body: unknown): MessageTemplates | undefined =>
  isRecord(body) && Array.isArray(body['templates'])
    ? { templates: body['templates'].filter((id): id is string => typeof id === 'string') }
    : undefined;

export const readTemplates = (api: Api): Promise<ApiResult<MessageTemplates>> =>
  api.call({ method: 'GET', path: paths.subscriptions }, parseTemplates);

export const agreeTo = (api: Api, templates: readonly string[]): Promise<ApiResult<true>> =>
  api.call({ method: 'POST', path: paths.subscriptions, body: { templates } }, () => true);

export const sendTrouble = (api: Api, faults: TroubleReport['faults']): Promise<ApiResult<true>> =>
  api.open({ method: 'POST', path: paths.trouble, body: { faults } }, () => true);
