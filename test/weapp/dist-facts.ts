import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { typesetDocument } from '../../scripts/content/typography';
import { projectRoot } from './host/dist';
import { isRecord, text } from './host/values';

/** What the phone remembers in each mode of the product. */
export const modes = {
  normal: {},
  elder: { preferences: { elder: true } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Queries for pages that show one thing: without an id they could only show "not found". */
const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pages/search/index': { q: '老人八十了能领什么' },
  'pages/topic/index': { kind: 'theme', id: 'social-insurance' },
  'packages/guides/guide/index': { id: 'minimum-living-security' },
  'packages/guides/note/index': { id: 'elderly-allowance' },
  'packages/guides/trip/index': { ids: 'elderly-allowance,id-card,residence-permit' },
  'packages/guides/report/index': { id: 'elderly-allowance' },
  'packages/apply/start/index': { id: 'minimum-living-security' },
  'packages/apply/fill/index': { id: 'minimum-living-security', page: 'members' },
  'packages/apply/review/index': { id: 'minimum-living-security' },
  'packages/apply/receipt/index': { number: '2026112300000013' },
  'packages/apply/case/index': { number: '2026112300000013' },
  'packages/apply/correct/index': { number: '2026112300000013' },
  'packages/apply/act/index': { number: '2026112300000013', kind: 'complained' },
  'packages/apply/rate/index': { number: '2026112300000013' },
  'packages/account/document/index': { id: 'privacy' },
};

export const pageQueries = (page: string): Record<string, string> => ({ ...QUERIES[page] });

const guidesDir = join(projectRoot, 'src/content/guides');

/** A sentence out of the body of some guides: long enough to occur nowhere else. */
export function guideMarkers(): readonly string[] {
  if (!existsSync(guidesDir)) return [];
  return readdirSync(guidesDir)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const guide = typesetDocument(parse(readFileSync(join(guidesDir, name), 'utf8')));
      return longestText(guide);
    });
}

/** What the main package's catalogue carries of each guide. */
const IN_CATALOGUE: ReadonlySet<string> = new Set(['name', 'summary', 'aliases']);

/** The longest string anywhere in a document; [] when none has at least 20 characters. */
function longestText(value: unknown): readonly string[] {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isRecord(node))
      Object.entries(node).forEach(([key, item]) => IN_CATALOGUE.has(key) || visit(item));
    else if (text(node).length >= 20 && !text(node).includes('\n')) texts.push(text(node));
  };
  visit(value);
  const [longest] = texts.sort((a, b) => b.length - a.length);
  return longest === undefined ? [] : [longest];
}
