/** Applications as they were handed in and corrected: personal and confidential, so sealed as a whole. */
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { certificateDraft, type CertificateDraft } from '@/contract/certificate-draft';
import type { CertificateApplication } from '@/domain/certificate/application';
import { openJson, sealJson } from '../cases/sealed-json';
import type { Store } from '../cases/store';
import type { Json } from '../crypto/canonical';
import type { KeyRing } from '../crypto/keys';
import type { CertificateContentsTable } from '../db/certificate-schema';
import type { Database } from '../db/schema';

const contentSchema = z.object({
  draft: certificateDraft,
  /** 查询码 of the receipt. */
  queryCode: z.string(),
  /** What the draft came to on the day it was found sound: later rules do not change it. */
  application: z.custom<CertificateApplication>((value) => typeof value === 'object' && value !== null),
});

export type Content = z.infer<typeof contentSchema>;

const placeOf = (caseId: string, version: number): string => `certificate_contents/${caseId}/${version}`;

/** Through JSON: absent keys stay absent. */
const toJson = (content: Content): Json => JSON.parse(JSON.stringify(content)) as Json;

export const toContentRow = (
  keys: KeyRing,
  { caseId, version, content, at }: { caseId: string; version: number; content: Content; at: number },
): CertificateContentsTable => ({
  case_id: caseId,
  version,
  ...sealJson(keys, toJson(content), placeOf(caseId, version)),
  created_at: at,
});

export interface LatestContent {
  readonly content: Content;
  readonly version: number;
}

/** The latest, of a case that the caller has already been let see. */
export async function latestContentIn(
  db: Kysely<Database> | Transaction<Database>,
  { keys }: Pick<Store, 'keys'>,
  caseId: string,
): Promise<LatestContent> {
  const row = await db
    .selectFrom('certificate_contents')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const content = contentSchema.parse(openJson(keys, row, placeOf(caseId, row.version)));
  return { content, version: row.version };
}

export const latestContent = async (store: Store, caseId: string): Promise<Content> =>
  (await latestContentIn(store.db, store, caseId)).content;

/** Files that an application names. */
export const filesIn = ({ materials }: CertificateDraft): readonly string[] =>
  materials.flatMap(({ files }) => files);
