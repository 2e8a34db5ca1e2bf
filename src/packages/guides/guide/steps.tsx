import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import type { Guide } from '@/domain/guide/guide';
import { STEP_WORDS } from '../words';

export function Steps({ guide }: { readonly guide: Guide }) {
  return (
    <Section title="怎么办">
      <Card>
        {guide.steps.map(({ id, who, what, howLong }, index) => (
          <View key={`${id} ${who}`} className="step">
            <View className="step__dot">
              <Text>{index + 1}</Text>
            </View>
            <View className="step__text">
              <Text className="step__name">{STEP_WORDS[id]}</Text>
              <Text className="step__line">
                {who}：{what}
              </Text>
              <Text className="quiet step__line">{howLong}</Text>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
