/** What a case's stored answers hold: the answers to the form, and the materials that came with them. */
import { z } from 'zod';
import { attachedMaterial, type AttachedMaterial } from '@/contract/cases';
import { isRecord } from '@/domain/form/kinds/kind';
import { readAnswers } from '../cases/answers';
import type { Store } from '../cases/store';
import type { Json } from '../crypto/canonical';

export interface Content {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly materials: readonly AttachedMaterial[];
}

export interface VersionedContent extends Content {
  readonly version: number;
  readonly formVersion: number;
  readonly at: number;
}

/** What came in as JSON is JSON, which its type `unknown` cannot say. */
export const toStored = ({ answers, materials }: Content): Json =>
  JSON.parse(JSON.stringify({ answers, materials })) as Json;

const storedSchema = z.object({
  answers: z.record(z.string(), z.unknown()),
  materials: z.array(attachedMaterial),
});

/** Oldest first. */
export async function readContents(store: Store, caseId: string): Promise<readonly VersionedContent[]> {
  const versions = await readAnswers(store, caseId);
  return versions.map(({ answers, ...rest }) => ({ ...rest, ...storedSchema.parse(answers) }));
}

export async function latestContent(store: Store, caseId: string): Promise<VersionedContent> {
  const latest = (await readContents(store, caseId)).at(-1);
  if (!latest) throw new Error(`case ${caseId} has no answers`);
  return latest;
}

const idIn = (value: unknown): readonly string[] => {
  if (!isRecord(value)) return [];
  const { id, fileId } = value;
  return [id, fileId].filter((one) => typeof one === 'string');
};

/** Ids of the files that a value of a files, image or signatures field names. */
export const fileIdsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap(idIn) : idIn(value);
