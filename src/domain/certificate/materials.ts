/**
 * At most nine materials. One is one of the nine kinds whatever its pages and files: twenty decisions with their
 * receipts are one, and what comes from shared data keeps its place though nobody uploads it.
 */
import { err, ok, type Result } from '../shared/result';
import type { MaterialPiece } from './draft';
import { fault, type Fault } from './fault';
import { MATERIALS_MAX, type MaterialKind, type MaterialKindId } from './reference';

export interface MaterialSituation {
  readonly agent: boolean;
  readonly relatedEntities: boolean;
  readonly knownRecords: boolean;
  readonly sharingFailed: readonly MaterialKindId[];
}

export interface NeededMaterial {
  readonly kind: MaterialKind;
  /** Who provides it now: a shared one whose source failed is uploaded. */
  readonly by: 'generated' | 'shared' | 'upload';
}

function applies({ when }: MaterialKind, situation: MaterialSituation): boolean {
  return when === 'always' || situation[when];
}

export const neededMaterials = (
  kinds: readonly MaterialKind[],
  situation: MaterialSituation,
): readonly NeededMaterial[] =>
  kinds
    .filter((kind) => applies(kind, situation))
    .map((kind) => {
      if (kind.source === 'generated') return { kind, by: 'generated' };
      return {
        kind,
        by: kind.source === 'own' || situation.sharingFailed.includes(kind.id) ? 'upload' : 'shared',
      };
    });

/** The kinds that take up a place: those needed and those handed in besides. */
export function materialsHeld(
  needed: readonly NeededMaterial[],
  pieces: readonly MaterialPiece[],
): ReadonlySet<MaterialKindId> {
  const held = new Set(needed.map(({ kind }) => kind.id));
  for (const { kind } of pieces) if (kind !== undefined) held.add(kind);
  return held;
}

export interface MaterialRefusal {
  readonly code: 'materialTenth' | 'materialNotListed';
  /** Where the document may go, the likeliest first; never empty. */
  readonly mergeInto: readonly MaterialKindId[];
}

/** Kinds whose words the title bears, else those that an applicant fills. */
export function mergeTargets(kinds: readonly MaterialKind[], title: string): readonly MaterialKindId[] {
  const named = kinds.filter(({ takes }) => takes.some((word) => title.includes(word)));
  return (named.length > 0 ? named : kinds.filter(({ source }) => source === 'own')).map(({ id }) => id);
}

/** A further document: joins its kind, or is refused with the kinds it can join. Gives the kinds held afterwards. */
export function addMaterial(
  kinds: readonly MaterialKind[],
  held: ReadonlySet<MaterialKindId>,
  piece: MaterialPiece,
): Result<ReadonlySet<MaterialKindId>, MaterialRefusal> {
  if (piece.kind !== undefined) return ok(new Set([...held, piece.kind]));
  const code = held.size >= MATERIALS_MAX ? 'materialTenth' : 'materialNotListed';
  return err({ code, mergeInto: mergeTargets(kinds, piece.title) });
}

const FILE_MAX = 20 * 1024 * 1024;

export function checkMaterials(
  kinds: readonly MaterialKind[],
  situation: MaterialSituation,
  pieces: readonly MaterialPiece[],
): readonly Fault[] {
  const faults: Fault[] = [];
  const needed = neededMaterials(kinds, situation);
  let held = materialsHeld(
    needed,
    pieces.filter(({ kind }) => kind !== undefined),
  );
  for (const [i, piece] of pieces.entries()) {
    const added = addMaterial(kinds, held, piece);
    if (added.ok) held = added.value;
    else faults.push(fault(added.error.code, `materials[${i}]`));
    for (const [j, file] of piece.files.entries()) {
      const path = `materials[${i}].files[${j}]`;
      if (file.type === 'other') faults.push(fault('fileType', path));
      if (file.bytes > FILE_MAX) faults.push(fault('fileSize', path));
    }
  }
  const uploaded = new Set(pieces.filter(({ files }) => files.length > 0).map(({ kind }) => kind));
  for (const { kind, by } of needed) {
    if (by === 'upload' && !uploaded.has(kind.id))
      faults.push(fault('materialMissing', `materials.${kind.id}`));
  }
  return faults;
}
