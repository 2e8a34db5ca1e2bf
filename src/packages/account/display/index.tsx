import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { Screen, useElder } from '@/shell/screen';
import { preferences } from '@/shell/stores';

const choose = (elder: boolean): void => preferences.store.setState({ elder });

export default function DisplayPage() {
  const elder = useElder();
  return (
    <Screen>
      <Section title="用哪一版">
        <Card className="stack">
          <View className="wrap" {...spoken({ role: 'radiogroup', label: '用哪一版' })}>
            <Chip text="标准版" chosen={!elder} onTap={() => choose(false)} />
            <Chip text="长辈版" hint="字更大，按钮更大" chosen={elder} onTap={() => choose(true)} />
          </View>
        </Card>
      </Section>
      <Section title="现在是这样">
        <Card className="stack">
          <Text className="section__title">高龄津贴登记</Text>
          <View>
            <Text>满 80 周岁，登记一次，以后每月自动发。</Text>
          </View>
          <View>
            <Text className="quiet">小一点的说明文字是这样大。</Text>
          </View>
        </Card>
      </Section>
      <Section title="还想更大">
        <Card className="stack">
          <View>
            <Text>本程序跟着微信的字体大小走：微信 › 我 › 设置 › 通用 › 字体大小。</Text>
          </View>
          <View>
            <Text>
              也可以打开手机的读屏：苹果叫“旁白”，安卓叫“TalkBack”或“屏幕朗读”。每个按钮都有名字，可以听着用。
            </Text>
          </View>
        </Card>
      </Section>
    </Screen>
  );
}
