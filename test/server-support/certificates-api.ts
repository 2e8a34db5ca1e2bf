/** An application for the certificate over HTTP. */
import type { CertificateDraft } from '@/contract/certificate-draft';
import { paths, pathOf } from '@/contract/paths';
import { newKey, textField, type Api } from './api';
import { SMALL, wireDraft } from './certificates';
import { pdf } from './pictures';

export const at = (path: string, values: Record<string, string>) => pathOf(path, values);

export async function apply(api: Api, token: string, change: Partial<CertificateDraft> = {}, key = newKey()) {
  const file = textField(await api.upload(token, pdf(), 'a.pdf'), 'id');
  const body = { draft: wireDraft(file, { ...SMALL, ...change }) };
  return { body, key, response: await api.call('POST', paths.certificates, { token, key, body }) };
}
