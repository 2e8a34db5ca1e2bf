import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import catalogue from '@/generated/catalogue';
import build from '@/generated/build';
import { device } from '@/shell/ports';
import { Screen } from '@/shell/screen';

const SOURCES = [
  '法律法规：以指南“法律依据”里写的条款为准，都写了查阅日期。',
  '大连市金普新区 2023 年法治政府年报：只用了公开的数字，名单由整理者拟定，上线前由区里核定。',
  '放假和调休：国务院办公厅历年通知，2023–2026 年；没有公布的年份会注明“仅供参考”。',
  '街道：金州区 25 个街道的公开区划资料。',
] as const;

export default function AboutPage() {
  const online = catalogue.filter(({ depth }) => depth === 'online').length;
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        金普民生 · 智慧政务
      </Text>
      <Text className="lead">
        版本 {build.version}，内容 {build.contentOn}
      </Text>
      <Notice kind="wait" text="非官方演示。金普新区签字确认之前，所有内容都是资料整理版。" />
      <Section title="里面有什么">
        <Card>
          <Text>
            {catalogue.length} 份办事指南，其中 {online} 份是高频事项。断网也能查。
          </Text>
        </Card>
      </Section>
      <Section title="资料从哪来">
        <Card className="stack">
          {SOURCES.map((source) => (
            <View key={source}>
              <Text>{source}</Text>
            </View>
          ))}
        </Card>
      </Section>
      <Section title="发现写错了">
        <Card className="stack">
          <View>
            <Text>在那份指南最下面点“记下清单之外的要求”；要马上解决，请拨 12345。</Text>
          </View>
          <Button text="拨打 12345" icon="phone" onTap={() => void device.call('12345')} />
        </Card>
      </Section>
    </Screen>
  );
}
