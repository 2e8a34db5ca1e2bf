/** A company's certificates, the latest first. */
import type { Store } from '../cases/store';
import type { CertificateStatesTable } from '../db/certificate-schema';
import { companyDigest } from './keys';

export type Whose = { readonly companies: readonly string[] } | { readonly owner: string };

export interface After {
  readonly at: number;
  readonly id: string;
}

export async function listOf(
  { db, keys }: Store,
  whose: Whose,
  { after, limit }: { after: After | undefined; limit: number },
): Promise<readonly CertificateStatesTable[]> {
  if ('companies' in whose && whose.companies.length === 0) return [];
  const all = db.selectFrom('certificate_states').selectAll();
  const mine =
    'owner' in whose
      ? all.where('owner', '=', whose.owner)
      : all.where(
          'company_digest',
          'in',
          whose.companies.map((code) => companyDigest(keys, code)),
        );
  const page = after
    ? mine.where((is) => is(is.refTuple('updated_at', 'case_id'), '<', is.tuple(after.at, after.id)))
    : mine;
  return page.orderBy('updated_at', 'desc').orderBy('case_id', 'desc').limit(limit).execute();
}
