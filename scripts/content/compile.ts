/** Compiles src/content into src/generated: typed modules, one owner package each. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Guide } from '@/domain/guide/guide';
import type { BuildInfo, CatalogueEntry, Reference } from '@/domain/guide/reference';
import { compileCertificate } from './certificate-compile';
import { emitLazyTable, emitModule, generatedRoot, writeIfChanged } from './emit';
import { compileForms } from './form-compile';
import { loadCalendar } from './holiday-compile';
import { loadLibrary, type Library } from './library';
import { projectVersion } from '../lib/version';
import { contentRoot, type Problem } from './load';
import { emitPolicies } from './policy-compile';
import { compileRetention } from './retention-compile';
import { buildSearchIndex } from './search-compile';
import { contentReport } from './staff-compile';

const GUIDE_TYPES = '@/domain/guide/guide';
const REFERENCE_TYPES = '@/domain/guide/reference';

const catalogueEntry = (guide: Guide): CatalogueEntry => ({
  id: guide.id,
  name: guide.name,
  commonName: guide.commonName,
  summary: guide.summary,
  theme: guide.theme,
  audience: guide.audience,
  lifeEvents: guide.lifeEvents,
  department: guide.department,
  depth: guide.depth,
});

/** The order of the official list: online items first, as residents look for what they can do now. */
const inOrder = (library: Library): Guide[] =>
  [...library.guides.values()].sort(
    (a, b) => Number(b.depth === 'online') - Number(a.depth === 'online') || a.id.localeCompare(b.id, 'en'),
  );

const referenceOf = ({ themes, lifeEvents, departments, hotlines, home }: Library): Reference => ({
  themes,
  lifeEvents: lifeEvents.map(({ id, name, audience, icon }) => ({ id, name, audience, icon })),
  departments,
  hotlines,
  home,
});

/** The program's version, and the day of the newest change in the guides. */
const buildInfo = (guides: readonly Guide[]): BuildInfo => ({
  version: projectVersion(),
  contentOn: guides.reduce(
    (latest, { effectiveFrom }) => (effectiveFrom > latest ? effectiveFrom : latest),
    '',
  ),
});

/** Writes src/generated. Files that do not load are left out and reported: builds and tests refuse to go on. */
export function compileContent(): readonly Problem[] {
  const library = loadLibrary();
  const guides = inOrder(library);
  emitModule('catalogue', { name: 'CatalogueEntry[]', from: REFERENCE_TYPES }, guides.map(catalogueEntry));
  emitModule('reference', { name: 'Reference', from: REFERENCE_TYPES }, referenceOf(library));
  emitModule('halls', { name: 'Hall[]', from: REFERENCE_TYPES }, library.halls);
  emitModule('documents', { name: 'LegalDocument[]', from: '@/domain/guide/document' }, library.documents);
  emitModule('build', { name: 'BuildInfo', from: REFERENCE_TYPES }, buildInfo(guides));
  emitModule('calendar', { name: 'Calendar', from: '@/domain/calendar/calendar' }, loadCalendar());
  emitModule(
    'search-index',
    { name: 'SearchIndex', from: '@/domain/search/search-index' },
    buildSearchIndex(guides),
  );
  emitModule(
    'staff-report',
    { name: 'ContentReport', from: '@/domain/guide/content-report' },
    contentReport(library),
  );
  emitLazyTable(
    'guides',
    { name: 'Guide', from: GUIDE_TYPES },
    new Map(guides.map((guide) => [guide.id, guide])),
  );
  return [
    ...library.problems,
    ...compileForms(),
    ...emitPolicies(),
    ...compileCertificate(),
    ...compileRetention(),
  ];
}

/** Everything the compiled content depends on: content files and the compiler itself, by path, size and time. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${path} ${size} ${mtimeMs}\n`);
      }
    }
  };
  [contentRoot, __dirname, join(__dirname, '../../src/domain')].forEach(visit);
  return hash.digest('hex');
}

/** Compiles when something changed since last time; quiet and quick when not. */
export function ensureContent(): readonly Problem[] {
  const stamp = join(generatedRoot, '.stamp');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return [];
  const problems = compileContent();
  if (problems.length === 0) writeIfChanged(stamp, now);
  return problems;
}
