import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Section } from '@/components/section/section';
import { Tick } from '@/components/tick/tick';
import type { ChecklistItem, ChecklistStatus } from '@/domain/guide/checklist';
import type { Material } from '@/domain/guide/guide';
import type { Personal } from '../personal';
import { copiesText, UNCONFIRMED } from '../words';

function markOf({ material, status }: ChecklistItem): string | undefined {
  if (status === 'undecided') return material.whenText ?? '看情形';
  if (status !== 'deferrable') return undefined;
  const days = material.deferral?.days;
  return typeof days === 'number' ? `可容缺，${days} 天内补` : `可容缺，期限${UNCONFIRMED}`;
}

const detailOf = (material: Material): string => [copiesText(material), material.from].join('；');

function Waived({ items }: { readonly items: readonly ChecklistItem[] }) {
  return items.map(({ material }) => (
    <View key={material.id} className="waived">
      <Text className="waived__name">{material.name}</Text>
      <Text className="quiet">用{material.waivedBy ?? '共享数据'}代替，不用带；查不到时再补。</Text>
    </View>
  ));
}

function Returned({ items }: { readonly items: readonly ChecklistItem[] }) {
  const risky = items.filter(({ material }) => material.returnedIf.length > 0);
  return risky.map(({ material }) => (
    <View key={material.id} className="waived">
      <Text className="waived__name">{material.name}</Text>
      <Text className="quiet">{material.returnedIf.join('；')}</Text>
      {material.sample === undefined ? null : <Text className="quiet">样子：{material.sample}</Text>}
    </View>
  ));
}

const CARRIED: ReadonlySet<ChecklistStatus> = new Set(['needed', 'deferrable', 'undecided']);

/** 带什么: what is carried as a list to tick; what shared data replaces is folded away. */
export function Materials({
  personal,
  children,
}: {
  readonly personal: Personal;
  readonly children?: ReactNode;
}) {
  const { checklist } = personal.guide;
  const carried = checklist.filter(({ status }) => CARRIED.has(status));
  const waived = checklist.filter(({ status }) => status === 'waived');
  const ready = carried.filter(({ material }) => personal.ticked.includes(material.id)).length;
  return (
    <Section title="带什么" aside={<Text className="quiet">{`备好 ${ready} / ${carried.length}`}</Text>}>
      <Card className="card--list">
        {carried.map((item) => {
          const { material } = item;
          const mark = markOf(item);
          return (
            <Tick
              key={material.id}
              title={material.name}
              detail={detailOf(material)}
              {...(mark === undefined ? {} : { mark })}
              strike
              ticked={personal.ticked.includes(material.id)}
              onTap={() => personal.tick(material.id)}
            />
          );
        })}
        {carried.length === 0 ? <Text className="waived">不用带材料。</Text> : null}
        {waived.length === 0 ? null : (
          <Fold title={`免提交 ${waived.length} 项`} note="不用带">
            {() => <Waived items={waived} />}
          </Fold>
        )}
        <Fold title="这样会被退回" note="出门前看一眼">
          {() => <Returned items={[...carried, ...waived]} />}
        </Fold>
      </Card>
      {children}
    </Section>
  );
}
