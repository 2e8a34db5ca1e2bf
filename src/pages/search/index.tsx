import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Card } from '@/components/card/card';
import { GuideRow } from '@/components/guide-row/guide-row';
import { Marked, type MarkRange } from '@/components/marked/marked';
import { Row } from '@/components/row/row';
import { SearchField } from '@/components/search-field/search-field';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { Tap } from '@/components/tap/tap';
import type { CatalogueEntry } from '@/domain/guide/reference';
import { search } from '@/domain/search/search';
import reference from '@/generated/reference';
import searchIndex from '@/generated/search-index';
import { useParams } from '@/shell/params';
import { guideOf } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { Nothing } from './nothing';
import './index.scss';

/** Long enough that a word is typed whole, short enough to feel at once. */
const PAUSE_MS = 250;
const RESULTS = 10;
/** Names only, and few: what a key brings must stay below 2 KB on the bridge. */
const SUGGESTIONS = 5;

interface Found {
  readonly guide: CatalogueEntry;
  readonly marks: readonly MarkRange[];
}

const find = (query: string, limit: number): readonly Found[] =>
  search(searchIndex, query, { limit }).flatMap(({ id, ranges }) => {
    const guide = guideOf(id);
    return guide === undefined ? [] : [{ guide, marks: ranges }];
  });

const open = (id: string): void => go('guide', { id });

function Results({ query }: { readonly query: string }) {
  const found = find(query, RESULTS);
  if (found.length === 0) return <Nothing query={query} />;
  return (
    <View>
      <Text className="lead results__count" {...spoken({ role: 'status', live: 'polite' })}>
        找到 {found.length} 项，最像的排在前面
      </Text>
      <Card className="card--list">
        {found.map(({ guide, marks }) => (
          <GuideRow
            key={guide.id}
            guide={guide}
            titleNode={<Marked text={guide.name} marks={marks} />}
            onOpen={open}
          />
        ))}
      </Card>
    </View>
  );
}

function Suggestions({ query }: { readonly query: string }) {
  return (
    <View className="card suggestions">
      {find(query, SUGGESTIONS).map(({ guide: { id, name } }) => (
        <Tap key={id} className="suggestion" role="link" onTap={() => open(id)}>
          <Text>{name}</Text>
        </Tap>
      ))}
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

interface Asked {
  readonly text: string;
  /** The person pressed search (or chose an example): all results, with what each is. */
  readonly whole: boolean;
}

export default function SearchPage() {
  const params = useParams();
  const given = params['q'] ?? '';
  const [asked, setAsked] = useState<Asked>({ text: given, whole: true });
  // The field keeps its own text; another `key` gives it a new one.
  const [field, setField] = useState({ key: 0, text: given });
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(waiting.current), []);

  const type = (text: string): void => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setAsked({ text: text.trim(), whole: false }), PAUSE_MS);
  };
  const ask = (text: string): void => {
    clearTimeout(waiting.current);
    setAsked({ text: text.trim(), whole: true });
  };
  const choose = (text: string): void => {
    ask(text);
    setField(({ key }) => ({ key: key + 1, text }));
  };
  return (
    <Screen>
      <SearchField
        key={field.key}
        initial={field.text}
        placeholder="说说想办什么事"
        focus={given === ''}
        filled={asked.text !== ''}
        onType={type}
        onSearch={ask}
        onClear={() => choose('')}
      />
      {/* A parent of its own: where siblings of the field change, Taro would send the field's text again. */}
      <View>
        {asked.text === '' ? <Examples onChoose={choose} /> : null}
        {asked.text !== '' && asked.whole ? <Results query={asked.text} /> : null}
        {asked.text !== '' && !asked.whole ? <Suggestions query={asked.text} /> : null}
      </View>
    </Screen>
  );
}
