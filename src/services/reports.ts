/** 清单之外 to the departments: what was said and about what, never by whom. */
import { paths } from '@/contract/paths';
import type { OutsideReport } from '@/contract/people';
import { isRecord } from '@/domain/form/kinds/kind';

import type { Api, ApiResult } from './api';

const isTaken = (body: unknown): true | undefined =>
  isRecord(body) && typeof body['id'] === 'string' ? true : undefined;

export const sendReport = (
  api: Api,
  { guide, version, field, text, on }: OutsideReport,
): Promise<ApiResult<true>> =>
  api.open({ method: 'POST', path: paths.reports, body: { guide, version, field, text, on } }, isTaken);
