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
  /** Short texts that are what people say: names, aliases, phrases. */
  readonly phrases: readonly Field[];
  /** Running text. */
  readonly body: readonly Field[];
}

const WEIGHTS = { name: 6, phrase: 7, summary: 3, faq: 2, condition: 1, situation: 1, result: 3 } as const;

const fields = (texts: readonly string[], weight: number): Field[] =>
  texts.map((text) => ({ text: normalize(text), weight })).filter(({ text }) => text !== '');

/** Materials are left out on purpose: nearly every guide asks for 身份证, and whoever types it wants the card. */
const guideDocument = (guide: Guide, hints: readonly string[]): SearchDocument => ({
  id: guide.id,
  name: guide.name,
  phrases: [
    ...fields([guide.name], WEIGHTS.name),
    ...fields([guide.commonName, ...guide.aliases, ...hints], WEIGHTS.phrase),
  ],
  body: [
    ...fields([guide.summary], WEIGHTS.summary),
    ...fields([guide.result.name], WEIGHTS.result),
    ...fields(
      guide.faq.map(({ q }) => q),
      WEIGHTS.faq,
    ),
    ...fields(
      guide.conditions.map(({ text }) => text),
      WEIGHTS.condition,
    ),
    ...fields(
      guide.situations.flatMap(({ options }) => options.map(({ label }) => label)),
      WEIGHTS.situation,
    ),
  ],
});

/** The guides, then one document without id made of what the list does not cover. */
export const searchDocuments = (guides: readonly Guide[], vocabulary: Vocabulary): SearchDocument[] => [
  ...guides.map((guide) => guideDocument(guide, vocabulary.guides[guide.id] ?? [])),
  { id: '', name: '', phrases: fields(vocabulary.outside, WEIGHTS.phrase), body: [] },
];
