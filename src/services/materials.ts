/** Which papers a person hands in, and how: out of the answers and of what they chose for each. */
import type { AttachedMaterial, UploadedFile } from '@/contract/cases';
import type { Form, FormMaterial } from '@/domain/form/form';
import { materialState } from '@/domain/form/pages';
import type { Reading } from '@/domain/form/reading';

export interface MaterialChoice {
  readonly choice?: 'own' | 'later' | 'yes' | 'no';
  readonly files: readonly UploadedFile[];
}

export interface MaterialLine {
  readonly material: FormMaterial;
  /**
   * `ask`: the person says whether it applies; `upload`: files are needed; `shared`: taken from shared data (免提交);
   * `platform`: made here; `later`: chosen to come later (容缺).
   */
  readonly state: 'ask' | 'upload' | 'shared' | 'platform' | 'later';
  /** The shared data did not answer, so that it is to be uploaded. */
  readonly sourceFailed: boolean;
  /** May come later. */
  readonly deferrable: boolean;
  readonly files: readonly UploadedFile[];
  /** Something is still to be done before sending. */
  readonly missing: boolean;
}

export type MaterialChoices = Readonly<Record<string, MaterialChoice>>;

const NOTHING: MaterialChoice = { files: [] };

/** A source that failed is named by the material itself, or by its name. */
const hasFailed = ({ id, name }: FormMaterial, failed: readonly string[]): boolean =>
  failed.some((source) => source === id || source === name);

function lineOf(
  material: FormMaterial,
  asked: boolean,
  deferrable: boolean,
  { choice, files }: MaterialChoice,
  failed: readonly string[],
): MaterialLine {
  const sourceFailed = material.source === 'shared' && hasFailed(material, failed);
  const line = { material, sourceFailed, deferrable, files };
  if (material.source === 'platform') return { ...line, state: 'platform', missing: false };
  if (asked && choice !== 'yes') return { ...line, state: 'ask', missing: choice === undefined };
  if (deferrable && choice === 'later') return { ...line, state: 'later', missing: false };
  if (material.source === 'shared' && !sourceFailed && choice !== 'own')
    return { ...line, state: 'shared', missing: false };
  return { ...line, state: 'upload', missing: files.length === 0 };
}

/** In the order of the form; papers that the answers do not call for are left out. */
export const materialLines = (
  form: Form,
  reading: Reading,
  choices: MaterialChoices,
  failed: readonly string[],
): readonly MaterialLine[] =>
  form.materials.flatMap((material) => {
    const state = materialState(material, reading);
    if (state === 'notNeeded') return [];
    const choice = choices[material.id] ?? NOTHING;
    return [lineOf(material, state === 'ask', state === 'later', choice, failed)];
  });

/** As the server is told. What the platform makes is not named: nobody hands it in. */
export const attached = (lines: readonly MaterialLine[]): AttachedMaterial[] =>
  lines.flatMap(({ material: { id }, state, files }): AttachedMaterial[] => {
    switch (state) {
      case 'upload':
        return [{ material: id, files: files.map((file) => file.id), as: 'uploaded' }];
      case 'shared':
        return [{ material: id, files: [], as: 'shared' }];
      case 'later':
        return [{ material: id, files: [], as: 'later' }];
      case 'ask':
      case 'platform':
        return [];
    }
  });
