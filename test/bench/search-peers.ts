/** MiniSearch and Fuse.js over the same texts, each set up as its documentation advises for Chinese. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { normalize } from '@/domain/search/normalize';
import type { SearchDocument } from '../../scripts/content/search/documents';

export interface Peer {
  readonly name: string;
  readonly find: (query: string) => string[];
  readonly bytes: number;
}

interface Flat {
  readonly id: string;
  readonly name: string;
  readonly phrases: string;
  readonly body: string;
}

const flatten = ({ id, name, phrases, body }: SearchDocument): Flat => ({
  id,
  name: normalize(name),
  phrases: phrases.map(({ text }) => text).join(' '),
  body: body.map(({ text }) => text).join(' '),
});

/** MiniSearch has no Chinese words of its own: pairs of characters, and Latin words as they are. */
const pairs = (text: string): string[] =>
  text.split(' ').flatMap((word) => {
    if (/^[a-z]*$/.test(word) || word.length < 2) return word === '' ? [] : [word];
    return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
  });

function miniSearch(documents: readonly Flat[]): Peer {
  const index = new MiniSearch<Flat>({
    fields: ['name', 'phrases', 'body'],
    tokenize: pairs,
    searchOptions: { boost: { name: 2, phrases: 3 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(documents);
  return {
    name: 'MiniSearch',
    find: (query) =>
      index
        .search(normalize(query))
        .slice(0, 10)
        .map(({ id }) => String(id)),
    bytes: Buffer.byteLength(JSON.stringify(index)),
  };
}

function fuse(documents: readonly Flat[]): Peer {
  const options = {
    keys: [
      { name: 'name', weight: 2 },
      { name: 'phrases', weight: 3 },
      { name: 'body', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.5,
  };
  const index = new Fuse(documents, options);
  return {
    name: 'Fuse.js',
    find: (query) => index.search(normalize(query), { limit: 10 }).map(({ item }) => item.id),
    bytes: Buffer.byteLength(JSON.stringify(documents)),
  };
}

export function peersOf(documents: readonly SearchDocument[]): Peer[] {
  const flat = documents.filter(({ id }) => id !== '').map(flatten);
  return [miniSearch(flat), fuse(flat)];
}
