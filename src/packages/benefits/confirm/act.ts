import type { EntitlementAction, EntitlementDetail } from '@/contract/entitlements';
import { isProblem } from '@/services/api';
import { actOnEntitlement, currentEntitlement } from '@/services/entitlements';
import { faultWords } from '@/services/fault-words';
import { api } from '@/shell/online';

export type Acted =
  | { readonly kind: 'done'; readonly detail: EntitlementDetail }
  /** Something happened meanwhile: how it stands now, and what to say of it. */
  | { readonly kind: 'stale'; readonly detail: EntitlementDetail; readonly say: string }
  | { readonly kind: 'failed'; readonly signIn: boolean; readonly say: string };

export async function act(detail: EntitlementDetail, action: EntitlementAction['action']): Promise<Acted> {
  const done = await actOnEntitlement(api, detail, action);
  if (done.ok) return { kind: 'done', detail: done.value };
  const current = currentEntitlement(done.error);
  if (current !== undefined)
    return { kind: 'stale', detail: current, say: '刚有了新进展，请看一眼再办。您填的都还在。' };
  return {
    kind: 'failed',
    signIn: isProblem(done.error, 'signInNeeded'),
    say: faultWords(done.error, '您填的都还在。'),
  };
}
