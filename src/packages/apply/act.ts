import type { CaseAction, CaseDetail } from '@/contract/cases';
import { isProblem } from '@/services/api';
import { actOnCase, currentIn } from '@/services/cases';
import { faultWords } from '@/services/fault-words';
import { api } from '@/shell/online';

export type Acted =
  | { readonly kind: 'done'; readonly detail: CaseDetail }
  /** Somebody was faster: what the case is now, and what to say of it. */
  | { readonly kind: 'stale'; readonly detail: CaseDetail; readonly say: string }
  | { readonly kind: 'failed'; readonly signIn: boolean; readonly say: string };

/** One action on the case as the person saw it. */
export async function act(
  { number, version }: Pick<CaseDetail, 'number' | 'version'>,
  action: CaseAction['action'],
): Promise<Acted> {
  const done = await actOnCase(api, number, { version, action });
  if (done.ok) return { kind: 'done', detail: done.value };
  const current = currentIn(done.error);
  if (current !== undefined)
    return { kind: 'stale', detail: current, say: '办件刚有了新进展，请看一眼再办。您写的都还在。' };
  return {
    kind: 'failed',
    signIn: isProblem(done.error, 'signInNeeded'),
    say: faultWords(done.error, '您写的都还在。'),
  };
}
