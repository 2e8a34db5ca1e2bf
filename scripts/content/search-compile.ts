/** Builds the search index that ships from the guides and src/content/synonyms.yaml. */
import type { Guide } from '@/domain/guide/guide';
import type { SearchIndex } from '@/domain/search/search-index';
import { searchDocuments, type SearchDocument } from './search/documents';
import { encodePostings } from './search/encode';
import { initialsOf, pinyinTable } from './search/pinyin-table';
import { charactersOf, collectPostings } from './search/terms';
import { loadTraditional } from './search/traditional';
import { loadVocabulary, type Vocabulary } from './search/vocabulary';

/** Nobody types the initials of a sentence, and two letters of a mere phrase fit too much. */
const LONGEST_PHRASE = 4;
const LONGEST_NAME = 8;

const initialsTable = (documents: readonly SearchDocument[]): string =>
  documents
    .map(({ names, phrases }) => {
      const short = phrases.filter(({ text }) => text.length > 2 && text.length <= LONGEST_PHRASE);
      const all = [...names, ...short].map(({ text }) => initialsOf(text).slice(0, LONGEST_NAME));
      const covered = (one: string): boolean =>
        one.length > 3 && all.some((other) => other.length > one.length && other.startsWith(one));
      return [...new Set(all)].filter((one) => one.length > 1 && !covered(one)).join(' ');
    })
    .join('\n');

const LONGEST_EXACT = 6;

/** 个体户 is a name of one guide and a piece of 个体户注销 of another: such names are listed whole. */
function exactTable(documents: readonly SearchDocument[]): string {
  const owners = new Map<string, Set<number>>();
  documents.forEach(({ phrases }, document) => {
    for (const { text } of phrases)
      for (let start = 0; start < text.length; start += 1)
        for (let end = start + 2; end <= Math.min(text.length, start + LONGEST_EXACT); end += 1) {
          const piece = text.slice(start, end);
          owners.set(piece, (owners.get(piece) ?? new Set()).add(document));
        }
  });
  return documents
    .filter(({ id }) => id !== '')
    .map(({ names, phrases }) =>
      [...new Set([...names, ...phrases.filter(({ text }) => text.length === 2)].map(({ text }) => text))]
        .filter((text) => !text.includes(' ') && (owners.get(text)?.size ?? 0) > 1)
        .join(' '),
    )
    .join('\n');
}

const longestFirst = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);

const synonymTable = ({ words }: Vocabulary): string =>
  words
    .flatMap(({ say, mean }) => say.map((word) => `${word}=${mean}`))
    .sort(longestFirst)
    .join(' ');

export function buildSearchIndex(guides: readonly Guide[]): SearchIndex {
  const vocabulary = loadVocabulary();
  const documents = searchDocuments(guides, vocabulary);
  const postings = collectPostings(documents);
  const table = pinyinTable(documents.flatMap(({ phrases }) => phrases.map(({ text }) => text)));
  return {
    ids: documents.map(({ id }) => id).join(' '),
    names: documents.map(({ name }) => name).join('\n'),
    ...encodePostings(postings),
    initials: initialsTable(documents),
    exact: exactTable(documents),
    pinyin: [...table].map(([sound, chars]) => sound + chars).join(' '),
    traditional: loadTraditional(charactersOf(postings)),
    stops: [...vocabulary.stops].sort(longestFirst).join(' '),
    fillers: vocabulary.fillers,
    synonyms: synonymTable(vocabulary),
  };
}
