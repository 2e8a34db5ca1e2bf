import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import type { PersonalGuide } from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import { guidesOf } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { detailParts } from './detail-parts';

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <Text key={line} className="detail__line">
      {line}
    </Text>
  ));
}

function Questions({ guide }: { readonly guide: Guide }) {
  return (
    <Section title="大家常问">
      <Card className="card--list">
        {guide.faq.map(({ q, a }) => (
          <Fold key={q} title={q}>
            {() => <Text className="detail__line">{a}</Text>}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}

function Related({ guide }: { readonly guide: Guide }) {
  const related = guidesOf(guide.related);
  if (related.length === 0) return null;
  return (
    <Section title="相关的事">
      <Card className="card--list">
        {related.map(({ id, name }) => (
          <Row key={id} title={name} onTap={() => go('guide', { id })} />
        ))}
      </Card>
    </Section>
  );
}

/** The second layer: everything else, folded. */
export function Details({ guide, personal }: { readonly guide: Guide; readonly personal: PersonalGuide }) {
  return (
    <View>
      <Questions guide={guide} />
      <Section title="详细说明">
        <Card className="card--list">
          {detailParts(guide, personal).map(({ title, lines }) => (
            <Fold key={title} title={title}>
              {() => <Lines lines={lines} />}
            </Fold>
          ))}
        </Card>
      </Section>
      <Related guide={guide} />
      <Section title="和窗口说的不一样？">
        <Card className="card--list">
          <Row
            icon="flag"
            title="记下“清单之外”的要求"
            detail="窗口多要了材料，或说法不一样，记下来"
            onTap={() => go('report', { id: guide.id })}
          />
        </Card>
      </Section>
    </View>
  );
}
