import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CertificateCompanies } from '@/contract/certificate-draft';
import type { MaterialKindId } from '@/domain/certificate/reference';
import { isProblem, type ApiResult } from '@/services/api';
import { readCompanies } from '@/services/certificate';
import { api, sessions, signedIn } from '@/shell/online';

export type Company = CertificateCompanies['companies'][number];

interface Known {
  readonly token: string;
  readonly read?: ApiResult<CertificateCompanies>;
}

/** Each pull of a licence is audited: asked once a session, and only while the program runs. */
const store = createStore<Known>(() => ({ token: '' }));

async function ask(token: string): Promise<void> {
  store.setState({ token }, true);
  const read = await readCompanies(api);
  if (store.getState().token === token) store.setState({ token, read }, true);
}

/** Of the companies that the person may act for; `undefined` while nobody is signed in or the answer is under way. */
export function useCompanies(): ApiResult<CertificateCompanies> | undefined {
  useStore(signedIn.store);
  const known = useStore(store);
  const token = sessions.token();
  useEffect(() => {
    if (token !== undefined && store.getState().token !== token) void ask(token);
  }, [token]);
  return known.token === token ? known.read : undefined;
}

const FROM_SHARED: readonly MaterialKindId[] = ['business-licence', 'legal-representative-id'];

/** What has to be uploaded because shared data could not be had. */
export const failedSharing = (
  read: ApiResult<CertificateCompanies> | undefined,
): readonly MaterialKindId[] =>
  read?.ok === false && isProblem(read.error, 'providerFailed') ? FROM_SHARED : [];
