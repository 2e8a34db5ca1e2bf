/** What a form asks the server for while it is filled in. */
import type { SlotList, UploadedFile } from '@/contract/cases';
import { pathOf, paths } from '@/contract/paths';
import type { Prefill } from '@/contract/people';
import type { PickedFile } from '@/platform/ports';
import type { Api, ApiResult } from './api';
import { parsePrefill, parseSlots, parseUploaded } from './wire';

export const readPrefill = (api: Api, form: string): Promise<ApiResult<Prefill>> =>
  api.call({ method: 'GET', path: pathOf(paths.prefill, { form }) }, parsePrefill);

export const readSlots = (api: Api, form: string): Promise<ApiResult<SlotList>> =>
  api.call({ method: 'GET', path: pathOf(paths.slots, { form }) }, parseSlots);

export const uploadFile = (
  api: Api,
  file: PickedFile,
  onProgress: (percent: number) => void,
): Promise<ApiResult<UploadedFile>> => api.upload(paths.files, file, onProgress, parseUploaded);
