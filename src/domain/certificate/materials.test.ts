import fc from 'fast-check';
import { reference } from './desk.arbitrary';
import type { MaterialPiece } from './draft';
import { addMaterial, checkMaterials, materialsHeld, mergeTargets, neededMaterials } from './materials';
import type { MaterialKindId } from './reference';

const { materials: kinds } = reference;
const ALL_KINDS = kinds.map(({ id }) => id);
const alone = { agent: false, relatedEntities: false, knownRecords: false, sharingFailed: [] };
const everything = { agent: true, relatedEntities: true, knownRecords: true, sharingFailed: [] };
const piece = (title: string, kind?: MaterialKindId, files = 1): MaterialPiece => ({
  title,
  ...(kind ? { kind } : {}),
  files: Array.from({ length: files }, () => ({ name: 'a.pdf', type: 'pdf', bytes: 1 })),
});

describe('materials', () => {
  it('are six without an agent, related entities or records, and nine with all', () => {
    expect(neededMaterials(kinds, alone).map(({ kind }) => kind.id)).toEqual([
      'application-form',
      'business-licence',
      'legal-representative-id',
      'review-authorisation',
      'truth-commitment',
      'listing-progress',
    ]);
    expect(neededMaterials(kinds, everything)).toHaveLength(9);
  });

  it('keep their place when shared, and are uploaded when the sharing fails', () => {
    const by = (sharingFailed: readonly MaterialKindId[]) =>
      neededMaterials(kinds, { ...alone, sharingFailed }).find(({ kind }) => kind.id === 'business-licence')
        ?.by;
    expect([by([]), by(['business-licence'])]).toEqual(['shared', 'upload']);
    expect(materialsHeld(neededMaterials(kinds, alone), []).size).toBe(6);
  });

  it('take twenty decisions with their receipts as one', () => {
    const pieces = Array.from({ length: 20 }, (_, i) => piece(`决定书 ${i}`, 'penalty-documents', 3));
    expect(materialsHeld(neededMaterials(kinds, everything), pieces).size).toBe(9);
  });

  it('refuse the tenth, and say where it can go', () => {
    const nine = new Set(ALL_KINDS);
    expect(addMaterial(kinds, nine, piece('罚款缴款回单'))).toEqual({
      ok: false,
      error: { code: 'materialTenth', mergeInto: ['penalty-documents'] },
    });
    expect(addMaterial(kinds, nine, piece('其他说明'))).toEqual({
      ok: false,
      error: {
        code: 'materialTenth',
        mergeInto: ['agent-authorisation', 'entity-list', 'listing-progress', 'penalty-documents'],
      },
    });
    expect(addMaterial(kinds, nine, piece('又一份决定书', 'penalty-documents')).ok).toBe(true);
    const six = materialsHeld(neededMaterials(kinds, alone), []);
    const refused = addMaterial(kinds, six, piece('保荐协议'));
    expect(refused).toEqual({
      ok: false,
      error: { code: 'materialNotListed', mergeInto: ['listing-progress'] },
    });
  });

  it('are complete, of a kind that opens, and not too large', () => {
    const faults = (pieces: readonly MaterialPiece[], situation = alone) =>
      checkMaterials(kinds, situation, pieces).map(({ code, path }) => `${code} ${path}`);
    expect(faults([piece('辅导', 'listing-progress')])).toEqual([]);
    expect(faults([])).toEqual(['materialMissing materials.listing-progress']);
    expect(faults([piece('辅导', 'listing-progress', 0)])).toEqual([
      'materialMissing materials.listing-progress',
    ]);
    const nine = ALL_KINDS.map((id) => piece(id, id));
    expect(faults(nine, everything)).toEqual([]);
    expect(faults([...nine, piece('第十份')], everything)).toEqual(['materialTenth materials[9]']);
    const bad = {
      ...piece('x', 'listing-progress'),
      files: [{ name: 'a', type: 'other' as const, bytes: 20971521 }],
    };
    expect(faults([bad])).toEqual(['fileType materials[0].files[0]', 'fileSize materials[0].files[0]']);
  });

  it('never come to ten, and always have somewhere to go', () => {
    const anyPiece = fc.record({ title: fc.string(), kind: fc.constantFrom(undefined, ...ALL_KINDS) });
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 40 }), (pieces) => {
        let held: ReadonlySet<MaterialKindId> = materialsHeld(neededMaterials(kinds, alone), []);
        for (const { title, kind } of pieces) {
          const added = addMaterial(kinds, held, piece(title, kind));
          if (added.ok) held = added.value;
          else expect(added.error.mergeInto.length).toBeGreaterThan(0);
          expect(held.size).toBeLessThanOrEqual(9);
        }
        expect(mergeTargets(kinds, '').length).toBeGreaterThan(0);
      }),
    );
  });
});
