import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { Card } from '@/components/card/card';
import { GuideRow } from '@/components/guide-row/guide-row';
import { Row } from '@/components/row/row';
import { SearchField } from '@/components/search-field/search-field';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { search } from '@/domain/search/search';
import reference from '@/generated/reference';
import searchIndex from '@/generated/search-index';
import { guidesOf } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { Nothing } from './nothing';

/** Long enough that a word is typed whole, short enough to feel at once. */
const PAUSE_MS = 250;
const SHOWN = 10;

function Results({ query }: { readonly query: string }) {
  const guides = guidesOf(search(searchIndex, query, { limit: SHOWN }).map(({ id }) => id));
  if (guides.length === 0) return <Nothing query={query} />;
  return (
    <View className="results">
      <Text className="lead" {...spoken({ role: 'status', live: 'polite' })}>
        找到 {guides.length} 项，最像的排在前面
      </Text>
      <Card className="card--list">
        {guides.map((guide) => (
          <GuideRow key={guide.id} guide={guide} onOpen={(id) => go('guide', { id })} />
        ))}
      </Card>
    </View>
  );
}

function Examples({ onChoose }: { readonly onChoose: (text: string) => void }) {
  return (
    <Section title="可以这样说">
      <Card className="card--list">
        {reference.home.examples.slice(0, 6).map((example) => (
          <Row key={example} title={example} onTap={() => onChoose(example)} />
        ))}
      </Card>
    </Section>
  );
}

export default function SearchPage() {
  const { params } = useRouter();
  const asked = decodeURIComponent(params['q'] ?? '');
  const [query, setQuery] = useState(asked);
  // The field keeps its own text; another `key` gives it a new one.
  const [field, setField] = useState({ key: 0, text: asked });
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(waiting.current), []);

  const type = (text: string): void => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setQuery(text.trim()), PAUSE_MS);
  };
  const choose = (text: string): void => {
    clearTimeout(waiting.current);
    setQuery(text);
    setField(({ key }) => ({ key: key + 1, text }));
  };
  return (
    <Screen>
      <SearchField
        key={field.key}
        initial={field.text}
        placeholder="说说想办什么事"
        focus={asked === ''}
        filled={query !== ''}
        onType={type}
        onSearch={(text) => setQuery(text.trim())}
        onClear={() => choose('')}
      />
      {query === '' ? <Examples onChoose={choose} /> : <Results query={query} />}
    </Screen>
  );
}
