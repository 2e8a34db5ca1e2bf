/** A row of the population: who it is and what the departments' data say of him, sealed. */
import { z } from 'zod';
import { canonical, type Json } from '../crypto/canonical';
import { blindIndex, type KeyRing } from '../crypto/keys';
import { mustUnseal, seal } from '../crypto/seal';
import type { PopulationTable } from '../db/matching-schema';

export type Audience = 'person' | 'enterprise';

export interface Subject {
  readonly audience: Audience;
  readonly name: string;
  /** 身份证号 or 统一社会信用代码. */
  readonly number: string;
  /** The identity number of whoever may confirm: the person's own, or the legal representative's. */
  readonly holder: string;
  /** As the vocabulary of the checker has them, below `person` or `enterprise`. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export type SubjectRow = Omit<PopulationTable, 'id'> & { readonly id: number };

const content = z.object({
  name: z.string(),
  number: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

export type Opened = z.infer<typeof content>;

const placeOf = (digest: string): string => `population/${digest}`;

export const numberDigest = (keys: KeyRing, number: string): string =>
  blindIndex(keys, 'population', number.toUpperCase());

/** Facts came out of JSON or are of its kinds only. */
const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** `asOf`: the day the data is of, YYYY-MM-DD. */
export function toRow(
  keys: KeyRing,
  { audience, name, number, holder, facts }: Subject,
  asOf: string,
): Omit<PopulationTable, 'id'> {
  const digest = numberDigest(keys, number);
  return {
    digest,
    holder: holder === number ? digest : numberDigest(keys, holder),
    audience,
    sealed: seal(keys, canonical(toJson({ name, number, facts })), placeOf(digest)),
    as_of: asOf,
  };
}

export function openRow(
  keys: KeyRing,
  { digest, sealed }: Pick<PopulationTable, 'digest' | 'sealed'>,
): Opened {
  const opened: unknown = JSON.parse(mustUnseal(keys, sealed, placeOf(digest)).toString());
  return content.parse(opened);
}
