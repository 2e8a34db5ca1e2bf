import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { Tag } from '@/components/tag/tag';
import { MATERIALS_MAX, type MaterialFate, type MaterialKind } from '@/domain/certificate/reference';
import reference from '@/generated/certificate/reference';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { SOURCES } from './sources';
import '@/components/fields/fields.scss';
import './index.scss';

const FATES: Readonly<Record<MaterialFate, string>> = {
  merged: '并入这一份',
  deduplicated: '多份合成一份',
  shared: '共享数据代替，不用交',
};

const before = reference.materials
  .flatMap(({ replaces }) => replaces)
  .reduce((sum, { copies }) => sum + copies, 0);

/** One of the nine, and what of the former papers went into it. */
function Material({ material, place }: { readonly material: MaterialKind; readonly place: number }) {
  const { name, source, note, replaces } = material;
  return (
    <Card>
      <Text className="flow__name" {...spoken({ role: 'heading', level: 2 })}>
        {place}. {name}
      </Text>
      <Tag text={SOURCES[source].text} kind={SOURCES[source].kind} />
      <Text className="field__note">{note}</Text>
      {replaces.map((old) => (
        <View key={old.name} className="flow__line">
          <Text className="flow__old">
            从前：{old.name} {old.copies} 份
          </Text>
          <Text className="flow__fate">→ {FATES[old.fate]}</Text>
        </View>
      ))}
    </Card>
  );
}

export default function MaterialsPage() {
  return (
    <Screen bar={<Button text="去申请" kind="primary" onTap={() => go('certificateApply')} />}>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {before} 份材料，现在最多 {MATERIALS_MAX} 份
      </Text>
      <Text className="lead">
        一类算一份，页数和文件数不限。没有关联主体、没有处罚、法定代表人自己办的，只要 6 份，其中要您交的只有
        1 份。
      </Text>
      <Notice
        kind="info"
        text={`${before} 份的构成和 9 份的名单是按公开资料推定的，以区营商部门公布为准。`}
      />
      <Section title="每一份去了哪里">
        <View className="stack">
          {reference.materials.map((material, i) => (
            <Material key={material.id} material={material} place={i + 1} />
          ))}
        </View>
      </Section>
    </Screen>
  );
}
