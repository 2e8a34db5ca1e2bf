/** An entitlement is one policy for one person or enterprise on a white list: the list of what happened to it. */
import type { Period, PolicyMode } from '../benefit/policy';
import type { Actor } from '../case/event';

/** What an objection came to; `corrected` comes with the right amount. */
export const OBJECTION_OUTCOMES = ['kept', 'corrected', 'removed'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** `notListed`: a later run no longer finds the person eligible. `asked`: the person wanted no more of it. */
export const STOP_REASONS = ['notListed', 'asked', 'decided'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Where a match came from; `cents` is null where the figure is not published or no money is paid. */
interface Listed {
  readonly run: number;
  /** The day that was judged, YYYY-MM-DD. */
  readonly on: string;
  readonly cents: number | null;
}

/** Days are YYYY-MM-DD, money is cents; `account` and `note` are personal. */
export type EntitlementFact =
  | (Listed & {
      readonly kind: 'matched';
      readonly policy: string;
      readonly mode: PolicyMode;
      readonly per: Period;
      /** The policy's last day, where it has one. */
      readonly lastDay?: string;
    })
  /** Listed again after it was stopped because a run had not found it. */
  | (Listed & { readonly kind: 'rematched' })
  /** 公示, up to and including the day. */
  | { readonly kind: 'noticed'; readonly until: string }
  | { readonly kind: 'noticeEnded' }
  | { readonly kind: 'confirmed'; readonly account: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'objected'; readonly note: string }
  | {
      readonly kind: 'objectionAnswered';
      readonly outcome: ObjectionOutcome;
      readonly cents?: number;
      readonly note: string;
    }
  | { readonly kind: 'paid'; readonly on: string; readonly cents: number }
  | { readonly kind: 'deducted'; readonly on: string }
  | { readonly kind: 'accountFailed'; readonly note: string }
  | { readonly kind: 'accountChanged'; readonly account: string }
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly note: string }
  /** The policy is over, and a file that continues it is expected. */
  | { readonly kind: 'successorAwaited' }
  | { readonly kind: 'continued'; readonly lastDay?: string };

export type EntitlementFactKind = EntitlementFact['kind'];

export interface EntitlementEvent {
  readonly seq: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly actor: Actor;
  readonly fact: EntitlementFact;
}
