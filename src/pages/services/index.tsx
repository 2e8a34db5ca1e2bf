import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { Row } from '@/components/row/row';
import { SearchLink } from '@/components/search-link/search-link';
import { spoken } from '@/components/spoken';
import { groupsOf, type TopicKind } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import './index.scss';

const WAYS = [
  { kind: 'theme', text: '按主题' },
  { kind: 'event', text: '按大事' },
  { kind: 'audience', text: '按对象' },
  { kind: 'department', text: '按部门' },
] as const satisfies readonly { kind: TopicKind; text: string }[];

export default function ServicesPage() {
  const [kind, setKind] = useState<TopicKind>('theme');
  return (
    <Screen tab="services">
      <SearchLink text="说说想办什么事" label="说说想办什么事，搜索" onTap={() => go('search')} />
      <View className="wrap ways" {...spoken({ role: 'tablist', label: '怎样浏览' })}>
        {WAYS.map((way) => (
          <Chip
            key={way.kind}
            text={way.text}
            role="tab"
            chosen={way.kind === kind}
            onTap={() => setKind(way.kind)}
          />
        ))}
      </View>
      <Card className="card--list">
        {groupsOf(kind).map(({ id, name, icon, count }) => (
          <Row
            key={id}
            title={name}
            note={`${count} 项`}
            {...(icon === undefined ? {} : { icon })}
            onTap={() => go('topic', { kind, id })}
          />
        ))}
      </Card>
    </Screen>
  );
}
