/** Files of a case, by their ids. */
import type { CertificateDraft } from '@/contract/certificate-draft';
import type { MaterialKindId } from '@/domain/certificate/reference';
import type { Store } from '../cases/store';
import { ofCase, type Attachment } from '../files/attachments';

export type Files = ReadonlyMap<string, Attachment>;

export const filesOf = async (store: Store, caseId: string): Promise<Files> =>
  new Map((await ofCase(store, caseId)).map((file) => [file.id, file]));

export const pick = (files: Files, ids: readonly string[]): readonly Attachment[] =>
  ids.flatMap((id) => files.get(id) ?? []);

export interface HeldMaterial {
  readonly kind: MaterialKindId;
  readonly files: readonly Attachment[];
}

export const materialsIn = ({ materials }: CertificateDraft, files: Files): readonly HeldMaterial[] =>
  materials.flatMap(({ kind, files: ids }) => (kind ? [{ kind, files: pick(files, ids) }] : []));
