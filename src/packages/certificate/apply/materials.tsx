import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { FieldFrame } from '@/components/fields/field-frame';
import { anchorOf } from '@/components/fields/values';
import { Row } from '@/components/row/row';
import { Tag } from '@/components/tag/tag';
import { situationOf } from '@/domain/certificate/application';
import { materialsHeld, neededMaterials, type NeededMaterial } from '@/domain/certificate/materials';
import { MATERIALS_MAX, type MaterialKind, type MaterialKindId } from '@/domain/certificate/reference';
import reference from '@/generated/certificate/reference';
import { go } from '@/shell/ports';
import { UploadView } from '@/shell/upload-view';
import type { Filling, Wrong } from '../filling';
import { SOURCES } from '../materials/sources';
import { work } from '../work';
import { OtherPaper } from './other-paper';

/** The nine are counted by kind; of files in one there may be many. */
const FILES_MOST = 30;

function Material({
  kind: { id, name, note },
  by,
  filling,
  wrong,
}: {
  readonly kind: MaterialKind;
  readonly by: NeededMaterial['by'];
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const at = `materials.${id}`;
  const place = filling.application.materials.findIndex((piece) => piece.kind === id);
  const said = wrong.find((each) => each.place === at || each.place.startsWith(`materials[${place}]`))?.say;
  return (
    <FieldFrame id={anchorOf(at)} label={name} help={note} {...(said === undefined ? {} : { error: said })}>
      {by === 'upload' ? (
        <UploadView
          target={`certificate ${id}`}
          label={name}
          uploaded={filling.files[id] ?? []}
          atMost={FILES_MOST}
          onAdd={(file) => work.files(id, (before) => [...before, file])}
          onRemove={(removed) => work.files(id, (before) => before.filter((file) => file.id !== removed))}
        />
      ) : (
        <Tag text={SOURCES[by].text} kind={SOURCES[by].kind} />
      )}
    </FieldFrame>
  );
}

export function MaterialsPart({
  filling,
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const [more, setMore] = useState<readonly MaterialKindId[]>([]);
  const { application } = filling;
  const needed = neededMaterials(reference.materials, situationOf(application));
  const held = materialsHeld(needed, application.materials);
  // What a person handed in besides, or means to, is shown too.
  const lines = reference.materials.flatMap((kind): readonly NeededMaterial[] => {
    const asked = needed.find((each) => each.kind.id === kind.id);
    if (asked !== undefined) return [asked];
    return held.has(kind.id) || more.includes(kind.id) ? [{ kind, by: 'upload' }] : [];
  });
  const toUpload = lines.filter(({ by }) => by === 'upload');
  return (
    <View>
      <Text className="field__note">
        现在是 {held.size} 份，最多 {MATERIALS_MAX} 份；要您交的 {toUpload.length}{' '}
        份。一类算一份，页数和文件数不限，只收 PDF 和 JPG。
      </Text>
      {[...toUpload, ...lines.filter(({ by }) => by !== 'upload')].map(({ kind, by }) => (
        <Material key={kind.id} kind={kind} by={by} filling={filling} wrong={wrong} />
      ))}
      <OtherPaper held={held} onPlace={(id) => setMore([...more, id])} />
      <Row
        title="45 份材料去哪了"
        detail="看从前的每一份并到了哪里"
        onTap={() => go('certificateMaterials')}
      />
    </View>
  );
}
