/** An application on the wire, checked by the domain: its files are looked up, as what the phone says of them is no proof. */
import type { CertificateDraft } from '@/contract/certificate-draft';
import { checkApplication, type Accepted, type Refused } from '@/domain/certificate/application';
import type { ApplicationDraft } from '@/domain/certificate/draft';
import { fault } from '@/domain/certificate/fault';
import type { CivilDate } from '@/domain/shared/civil-date';
import { err, type Result } from '@/domain/shared/result';
import type { Attachment } from '../files/attachments';
import { reference } from './rules';

const typeOf = ({ media_type }: Attachment): 'pdf' | 'jpg' | 'other' => {
  if (media_type === 'application/pdf') return 'pdf';
  return media_type === 'image/jpeg' ? 'jpg' : 'other';
};

/** Files that are not there are left out; {@link checkDraft} says so. */
function toDomain(draft: CertificateDraft, files: ReadonlyMap<string, Attachment>): ApplicationDraft {
  const materials = draft.materials.map(({ files: ids, ...piece }) => ({
    ...piece,
    files: ids.flatMap((id) => {
      const file = files.get(id);
      return file ? [{ name: file.name, type: typeOf(file), bytes: file.size }] : [];
    }),
  }));
  return { ...draft, materials };
}

/** `files`: those of the application that are the sender's. `asOf`: the day by whose rules it is judged. */
export function checkDraft(
  draft: CertificateDraft,
  files: readonly Attachment[],
  asOf: CivilDate,
): Result<Accepted, Refused> {
  const byId = new Map(files.map((file) => [file.id, file]));
  const checked = checkApplication(toDomain(draft, byId), reference, asOf);
  const missing = draft.materials.flatMap(({ files: ids }, i) =>
    ids.flatMap((id, j) => (byId.has(id) ? [] : [fault('materialMissing', `materials[${i}].files[${j}]`)])),
  );
  if (missing.length === 0) return checked;
  return checked.ok
    ? err({ hints: checked.value.hints, faults: missing })
    : err({ hints: checked.error.hints, faults: [...checked.error.faults, ...missing] });
}
