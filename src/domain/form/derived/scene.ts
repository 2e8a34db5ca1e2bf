import type { Env } from '../../logic/facts';

/** Worked out from what is shown and cleaned; nothing when an answer it needs is missing or a figure is unpublished. */
export type Derive = (env: Env) => string | number | undefined;

export const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
