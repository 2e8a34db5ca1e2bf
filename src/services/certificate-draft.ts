/** The application on its way to the server, and one that was sent as answers again: to correct it, to renew it. */
import type { UploadedFile } from '@/contract/cases';
import type { CertificateDetail } from '@/contract/certificate';
import type { CertificateDraft } from '@/contract/certificate-draft';
import type { ApplicationDraft } from '@/domain/certificate/draft';
import type { MaterialFiles } from './certificate-application';
import type { Answers } from './filling';

export function toWire(application: ApplicationDraft, files: MaterialFiles): CertificateDraft {
  return {
    ...application,
    intermediaries: application.intermediaries.map((each) => ({ ...each })),
    entities: application.entities.map(({ formerNames, ...entity }) => ({
      ...entity,
      ...(formerNames === undefined ? {} : { formerNames: [...formerNames] }),
    })),
    departments: [...application.departments],
    knownRecords: application.knownRecords.map((each) => ({ ...each })),
    materials: application.materials.map(({ kind, title }) => ({
      ...(kind === undefined ? {} : { kind }),
      title,
      files: (kind === undefined ? [] : (files[kind] ?? [])).map(({ id }) => id),
    })),
    sharingFailed: [...application.sharingFailed],
  };
}

const given = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));

/** As the pages keep it. The first entity is the company itself, which is asked once. */
export function answersOf({ draft }: Pick<CertificateDetail, 'draft'>): Answers {
  const [itself, ...related] = draft.entities;
  const { company, contact, period, intermediaries, knownRecords, delivery, purpose, departments } = draft;
  const { output, copies, language, byAgent, scopeConfirmed } = draft;
  return given({
    company: { ...company, district: itself?.district },
    related: related.map(({ formerNames, ...row }) =>
      given({ ...row, formerNames: formerNames?.join('、') }),
    ),
    ...{ contact, period, intermediaries, knownRecords, delivery, purpose, departments },
    ...{ output, copies, language, byAgent, scopeConfirmed },
    purposeNote: draft.purposeNote,
    board: draft.board,
  });
}

/** The uploaded files by the material that they are part of. */
export function filesOfCase({ draft, files }: Pick<CertificateDetail, 'draft' | 'files'>): MaterialFiles {
  const known = new Map<string, UploadedFile>(files.map((file) => [file.id, file]));
  return Object.fromEntries(
    draft.materials.flatMap((material) =>
      material.kind === undefined
        ? []
        : [[material.kind, material.files.flatMap((id) => known.get(id) ?? [])]],
    ),
  );
}
