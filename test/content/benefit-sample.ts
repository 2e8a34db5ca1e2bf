/** For each policy facts that are just enough, and what breaks each condition by the least that can break it. */
export interface Sample {
  readonly policy: string;
  readonly on: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Expected of the whole sample. */
  readonly amountCents?: number;
  /** Condition → the facts that break it, and nothing else. */
  readonly breaks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Changes at the very edge that break nothing. */
  readonly holds: readonly Readonly<Record<string, unknown>>[];
}
