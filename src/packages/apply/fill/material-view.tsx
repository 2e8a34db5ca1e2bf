import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Choice } from '@/components/choice/choice';
import { FieldFrame } from '@/components/fields/field-frame';
import { spoken } from '@/components/spoken';
import { Tag } from '@/components/tag/tag';
import type { MaterialLine } from '@/services/materials';
import { UploadView } from '@/shell/upload-view';
import { anchorOf } from '@/components/fields/values';
import type { Work } from '../work';

const MOST = 30;

/** The case that a paper is for, where the answers do not tell whether it applies. */
function Ask({ line: { material }, work }: { readonly line: MaterialLine; readonly work: Work }) {
  const choose = (choice: 'yes' | 'no'): void =>
    work.material(material.id, ({ files }) => ({ files, choice }));
  const chosen = work.handle.store.getState()?.materials[material.id]?.choice;
  return (
    <View {...spoken({ role: 'radiogroup', label: `${material.name}：${material.whenText ?? ''}` })}>
      <Choice
        text={`是：${material.whenText ?? '我属于这种情况'}`}
        chosen={chosen === 'yes'}
        onTap={() => choose('yes')}
      />
      <Choice text="不是，不用交" chosen={chosen === 'no'} onTap={() => choose('no')} />
    </View>
  );
}

function Upload({
  line: { material, files, deferrable },
  work,
}: {
  readonly line: MaterialLine;
  readonly work: Work;
}) {
  const { id, name, form, count, later } = material;
  return (
    <View>
      <Text className="field__note">
        {form}（{count} 份）
      </Text>
      <UploadView
        target={`${work.name} material ${id}`}
        label={name}
        uploaded={files}
        atMost={MOST}
        onAdd={(file) => work.material(id, (before) => ({ ...before, files: [...before.files, file] }))}
        onRemove={(removed) =>
          work.material(id, (before) => ({
            ...before,
            files: before.files.filter((file) => file.id !== removed),
          }))
        }
      />
      {deferrable ? (
        <View className="field__line">
          <Button
            text="以后交"
            label={`${name}：以后交`}
            onTap={() => work.material(id, ({ files: kept }) => ({ files: kept, choice: 'later' }))}
          />
        </View>
      ) : null}
      {later === undefined ? null : <Text className="field__note">可以以后交：{later}</Text>}
    </View>
  );
}

function State({ line, work }: { readonly line: MaterialLine; readonly work: Work }) {
  const { material, state } = line;
  const choose = (choice: 'own' | 'later' | undefined): void =>
    work.material(material.id, ({ files }) => (choice === undefined ? { files } : { files, choice }));
  switch (state) {
    case 'platform':
      return <Text className="field__note">提交时自动生成，不用您交。</Text>;
    case 'shared':
      return (
        <View>
          <Text className="field__note">从共享数据取，不用您交。取不到会通知您补。</Text>
          <View className="field__line">
            <Button text="我自己上传" label={`${material.name}：我自己上传`} onTap={() => choose('own')} />
          </View>
        </View>
      );
    case 'later':
      return (
        <View>
          <Text className="field__note">以后交：{material.later}</Text>
          <View className="field__line">
            <Button text="现在就交" label={`${material.name}：现在就交`} onTap={() => choose(undefined)} />
          </View>
        </View>
      );
    case 'ask':
      return <Ask line={line} work={work} />;
    case 'upload':
      return <Upload line={line} work={work} />;
  }
}

const TAGS = {
  ask: undefined,
  upload: undefined,
  shared: { text: '免提交', kind: 'done' },
  platform: { text: '平台生成', kind: 'done' },
  later: { text: '以后交', kind: 'wait' },
} as const;

export const materialError = ({ state, material }: MaterialLine): string =>
  state === 'ask' ? '请选一下您是不是这种情况。' : `请上传${material.name}。`;

export function MaterialView({
  line,
  work,
  wrong,
}: {
  readonly line: MaterialLine;
  readonly work: Work;
  readonly wrong: boolean;
}) {
  const { material, state, sourceFailed } = line;
  const tag = TAGS[state];
  return (
    <Card>
      <FieldFrame
        id={anchorOf(material.id)}
        label={material.name}
        {...(sourceFailed ? { help: '共享数据这次没取到，请您上传。' } : {})}
        {...(wrong && line.missing ? { error: materialError(line) } : {})}
      >
        {tag === undefined ? null : <Tag text={tag.text} kind={tag.kind} />}
        <State line={line} work={work} />
      </FieldFrame>
    </Card>
  );
}
