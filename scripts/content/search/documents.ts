import type { Guide } from '@/domain/guide/guide';
import { normalize } from '@/domain/search/normalize';
import type { Vocabulary } from './vocabulary';

/** A text of a guide and how much a hit in it says about the guide, 1 to 7. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}

export interface SearchDocument {
  readonly id: string;
  readonly name: string;
  /** What the guide is called: names and aliases. */
  readonly names: readonly Field[];
  /** Short texts that are what people say: the names and the phrases of synonyms.yaml. */
  readonly phrases: readonly Field[];
  /** Running text. */
  readonly body: readonly Field[];
}

const WEIGHTS = {
  name: 5,
  alias: 6,
  phrase: 5,
  outside: 7,
  summary: 3,
  faq: 2,
  condition: 1,
  situation: 1,
  result: 3,
} as const;

/** Materials are left out on purpose: nearly every guide asks for 身份证, and whoever types it wants the card. */
const bodyOf = (guide: Guide): readonly (readonly [number, readonly string[]])[] => [
  [WEIGHTS.summary, [guide.summary]],
  [WEIGHTS.result, [guide.result.name]],
  [WEIGHTS.faq, guide.faq.map(({ q }) => q)],
  [WEIGHTS.condition, guide.conditions.map(({ text }) => text)],
  [WEIGHTS.situation, guide.situations.flatMap(({ options }) => options.map(({ label }) => label))],
];

/** The guides, then documents without id: a subject each of what the list does not cover. */
export function searchDocuments(guides: readonly Guide[], vocabulary: Vocabulary): SearchDocument[] {
  const fillers = new RegExp(`[${vocabulary.fillers}]`, 'g');
  const fields = (texts: readonly string[], weight: number): Field[] =>
    texts
      .map((text) => ({ text: normalize(text).replace(fillers, ''), weight }))
      .filter(({ text }) => text !== '');
  const documents = guides.map((guide): SearchDocument => {
    const names = [
      ...fields([guide.name], WEIGHTS.name),
      ...fields([guide.commonName, ...guide.aliases], WEIGHTS.alias),
    ];
    return {
      id: guide.id,
      name: guide.name,
      names,
      phrases: [...names, ...fields(vocabulary.guides[guide.id] ?? [], WEIGHTS.phrase)],
      body: bodyOf(guide).flatMap(([weight, texts]) => fields(texts, weight)),
    };
  });
  const outside = vocabulary.outside.map((subject): SearchDocument => {
    const phrases = fields(subject, WEIGHTS.outside);
    return { id: '', name: '', names: [], phrases, body: [] };
  });
  return [...documents, ...outside];
}
