import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { LineField } from '@/components/fields/line-field';
import { spoken } from '@/components/spoken';
import { faultMessage } from '@/domain/certificate/fault';
import { addMaterial, type MaterialRefusal } from '@/domain/certificate/materials';
import type { MaterialKindId } from '@/domain/certificate/reference';
import reference from '@/generated/certificate/reference';
import { device } from '@/shell/ports';
import { anchorOf } from '@/components/fields/values';
import { materialName } from '../words';

/** A paper that the person has besides: never a tenth, but told into which of the nine it goes. */
export function OtherPaper({
  held,
  onPlace,
}: {
  readonly held: ReadonlySet<MaterialKindId>;
  readonly onPlace: (kind: MaterialKindId) => void;
}) {
  const title = useRef('');
  const [refusal, setRefusal] = useState<MaterialRefusal>();
  const look = (): void => {
    const named = title.current.trim();
    if (named === '') return device.toast('请先写材料的名称');
    const added = addMaterial(reference.materials, held, { title: named, files: [] });
    setRefusal(added.ok ? undefined : added.error);
  };
  const place = (kind: MaterialKindId): void => {
    setRefusal(undefined);
    onPlace(kind);
    device.scrollTo(anchorOf(`materials.${kind}`));
  };
  return (
    <View className="field">
      <Text className="field__label">还有别的材料？</Text>
      <LineField
        label="材料名称"
        initial=""
        maxLength={40}
        onType={(text) => {
          title.current = text;
        }}
      />
      <View className="field__line">
        <Button text="看该放哪一份" onTap={look} />
      </View>
      <View {...spoken({ role: 'status', live: 'polite' })}>
        {refusal === undefined ? null : (
          <View>
            <Text className="field__note">{faultMessage(refusal.code)}</Text>
            {refusal.mergeInto.map((kind) => (
              <View key={kind} className="field__line">
                <Button text={`并入“${materialName(kind)}”`} onTap={() => place(kind)} />
              </View>
            ))}
          </View>
        )}
      </View>
    </View>
  );
}
