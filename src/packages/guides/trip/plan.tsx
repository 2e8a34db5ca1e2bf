import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import type { Trip } from '@/domain/guide/trip';
import { findHall } from '../content';

export interface TripPlanProps {
  readonly plan: Trip;
  readonly nameOf: (id: string) => string;
}

const countOf = ({ originals, copies, electronicOnly }: Trip['materials'][number]): string => {
  if (electronicOnly) return '网上生成，不用带';
  const parts = [originals > 0 ? `原件 ${originals} 份` : '', copies > 0 ? `复印件 ${copies} 份` : ''];
  return parts.filter((part) => part !== '').join('、') || '照片或电子件';
};

function Line({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <View className="trip-line">
      <Text className="trip-line__title">{title}</Text>
      <Text className="quiet">{detail}</Text>
    </View>
  );
}

export function TripPlan({ plan, nameOf }: TripPlanProps) {
  const names = (ids: readonly string[]): string => ids.map(nameOf).join('、');
  return (
    <View>
      {plan.onlineFirst.length === 0 ? null : (
        <Section title="先在网上办">
          <Card>
            <Text>{names(plan.onlineFirst)}：可以网上办，不用跑。</Text>
          </Card>
        </Section>
      )}
      {plan.stops.length === 0 ? null : (
        <Section title="按这个顺序去">
          <Card className="card--list">
            {plan.stops.map(({ hall, guides }, index) => (
              <Line
                key={hall}
                title={`${index + 1}. ${findHall(hall)?.name ?? hall}`}
                detail={guides.map(({ id, window }) => `${nameOf(id)}（${window}）`).join('、')}
              />
            ))}
          </Card>
        </Section>
      )}
      <Section title="一共带这些">
        <Card className="card--list">
          {plan.materials.map((material) => (
            <Line
              key={material.name}
              title={`${material.name}：${countOf(material)}`}
              detail={`用于${names(material.forGuides)}${material.onlyIf === undefined ? '' : `（${material.onlyIf}才要）`}`}
            />
          ))}
          {plan.materials.length === 0 ? <Text className="trip-line">不用带材料。</Text> : null}
        </Card>
      </Section>
      {plan.waived.length === 0 ? null : (
        <Section title="不用带">
          <Card className="card--list">
            {plan.waived.map(({ name, forGuides }) => (
              <Line key={name} title={name} detail={`${names(forGuides)}：共享数据代替`} />
            ))}
          </Card>
        </Section>
      )}
    </View>
  );
}
