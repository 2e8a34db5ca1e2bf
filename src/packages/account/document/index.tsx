import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import documents from '@/generated/documents';
import { useParams } from '@/shell/params';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';

export default function DocumentPage() {
  const params = useParams();
  const document = documents.find(({ id }) => id === params['id']);
  if (document === undefined) {
    return (
      <Screen>
        <Empty title="没有这份文件" text="链接可能写错了。">
          <Button text="回我的" kind="primary" onTap={() => go('mine')} />
        </Empty>
      </Screen>
    );
  }
  const { name, version, effectiveFrom, sections } = document;
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {name}
      </Text>
      <Text className="lead">
        第 {version} 版，{effectiveFrom} 起生效
      </Text>
      {sections.map(({ title, text }) => (
        <Section key={title} title={title}>
          <Card className="stack">
            {text.map((line) => (
              <View key={line}>
                <Text>{line}</Text>
              </View>
            ))}
          </Card>
        </Section>
      ))}
    </Screen>
  );
}
