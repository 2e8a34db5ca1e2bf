/** Builds the search index that ships from the guides and src/content/synonyms.yaml. */
import type { Guide } from '@/domain/guide/guide';
import type { SearchIndex } from '@/domain/search/search-index';
import { searchDocuments, type SearchDocument } from './search/documents';
import { encodePostings } from './search/encode';
import { initialsOf, pinyinTable } from './search/pinyin-table';
import { charactersOf, collectPostings } from './search/terms';
import { loadTraditional } from './search/traditional';
import { loadVocabulary, type Vocabulary } from './search/vocabulary';

/** Nobody types the initials of a sentence. */
const LONGEST_PHRASE = 5;
const LONGEST_NAME = 12;

function initialsTable(documents: readonly SearchDocument[]): string {
  const table = new Map<string, Set<number>>();
  documents.forEach(({ names, phrases }, document) => {
    const short = phrases.filter(({ text }) => text.length <= LONGEST_PHRASE);
    for (const { text } of [...names, ...short]) {
      const initials = initialsOf(text).slice(0, LONGEST_NAME);
      if (initials.length > 1) table.set(initials, (table.get(initials) ?? new Set()).add(document));
    }
  });
  return [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([initials, found]) => `${initials} ${[...found].map((n) => n.toString(36)).join(' ')}`)
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
    pinyin: [...table].map(([sound, chars]) => sound + chars).join(' '),
    traditional: loadTraditional(charactersOf(postings)),
    stops: [...vocabulary.stops].sort(longestFirst).join(' '),
    fillers: vocabulary.fillers,
    synonyms: synonymTable(vocabulary),
  };
}
