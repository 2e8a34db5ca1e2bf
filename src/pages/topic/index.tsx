import { Text } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { GuideRow } from '@/components/guide-row/guide-row';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import type { CatalogueEntry } from '@/domain/guide/reference';
import reference from '@/generated/reference';
import { useParams } from '@/shell/params';
import { topicOf } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';

/**
 * More than this in one parent is slow on a phone; long lists are told apart by theme and go by names only: 71 guides
 * with their summaries are 52 KB on the bridge.
 */
const ONE_LIST = 30;

function List({ guides }: { readonly guides: readonly CatalogueEntry[] }) {
  return (
    <Card className="card--list">
      {guides.map((guide) => (
        <GuideRow key={guide.id} guide={guide} onOpen={(id) => go('guide', { id })} />
      ))}
    </Card>
  );
}

function ByTheme({ guides }: { readonly guides: readonly CatalogueEntry[] }) {
  const groups = reference.themes
    .map(({ id, name }) => ({ id, name, guides: guides.filter((guide) => guide.theme === id) }))
    .filter((group) => group.guides.length > 0);
  return groups.map((group) => (
    <Section key={group.id} title={group.name}>
      <Card className="card--list">
        {group.guides.map(({ id, name }) => (
          <Row key={id} title={name} onTap={() => go('guide', { id })} />
        ))}
      </Card>
    </Section>
  ));
}

export default function TopicPage() {
  const params = useParams();
  const topic = topicOf(params['kind'], params['id']);
  if (topic === undefined) {
    return (
      <Screen>
        <Empty title="没有这一类" text="链接可能写错了，或这一类已经调整。">
          <Button text="去办事页看看" kind="primary" onTap={() => go('services')} />
        </Empty>
      </Screen>
    );
  }
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {topic.name}
      </Text>
      <Text className="lead">共 {topic.guides.length} 项，点开看条件、材料和去哪办</Text>
      {topic.guides.length > ONE_LIST ? <ByTheme guides={topic.guides} /> : <List guides={topic.guides} />}
    </Screen>
  );
}
