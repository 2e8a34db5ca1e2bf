/**
 * WeChat gives a page the stylesheets that its own files import, and no others: a class whose rule lies elsewhere shows
 * as bare text there, while in H5 it is styled as soon as another page was seen.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
const src = join(root, 'src');

const filesBelow = (folder: string, ends: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ends))
    .map((name) => join(folder, name));

const CLASS = /\.([a-z][\w-]*)/g;
const classesIn = (sheet: string): readonly string[] =>
  [...readFileSync(sheet, 'utf8').matchAll(CLASS)].flatMap(([, name]) => name ?? []);

interface Source {
  /** Absolute paths of modules and stylesheets. */
  readonly imports: readonly string[];
  /** Classes written in `className=…`. */
  readonly classes: readonly string[];
}

function resolved(from: string, specifier: string): string | undefined {
  const base = specifier.startsWith('@/')
    ? join(src, specifier.slice(2))
    : specifier.startsWith('.')
      ? join(dirname(from), specifier)
      : undefined;
  if (base === undefined) return undefined;
  return ['', '.tsx', '.ts', '/index.tsx', '/index.ts']
    .map((end) => base + end)
    .find((path) => /\.\w+$/.test(path) && existsSync(path));
}

const isText = (
  node: ts.Node,
): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateLiteralToken =>
  ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);

function read(file: string): Source {
  const tree = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const imports: string[] = [];
  const classes: string[] = [];
  const visit = (node: ts.Node, inClass: boolean): void => {
    if (
      ts.isImportDeclaration(node) &&
      ts.isStringLiteral(node.moduleSpecifier) &&
      !node.importClause?.isTypeOnly
    ) {
      const path = resolved(file, node.moduleSpecifier.text);
      if (path !== undefined) imports.push(path);
    } else if (inClass && isText(node)) classes.push(...node.text.split(/\s+/).filter((name) => name !== ''));
    const within = inClass || (ts.isJsxAttribute(node) && /classname$/i.test(node.name.getText(tree)));
    node.forEachChild((child) => visit(child, within));
  };
  visit(tree, false);
  return { imports, classes };
}

const sources = new Map<string, Source>();
const sourceOf = (file: string): Source => {
  const known = sources.get(file) ?? read(file);
  sources.set(file, known);
  return known;
};

/** A page with all that it imports, directly or not. */
function reachable(page: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [page];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (/\.tsx?$/.test(next)) queue.push(...sourceOf(next).imports);
  }
  return seen;
}

const sheets = new Map(filesBelow(src, '.scss').map((sheet) => [sheet, new Set(classesIn(sheet))]));

/** All that the stylesheets among the files have rules for. */
const ruledIn = (files: Iterable<string>): ReadonlySet<string> =>
  new Set([...files].flatMap((file) => [...(sheets.get(file) ?? [])]));

const ruled = ruledIn(sheets.keys());
const everywhere = ruledIn(reachable(join(src, 'app.tsx')));

/** Every class of the page that has a rule, but none that reaches it. */
function bareIn(page: string): readonly string[] {
  const files = reachable(page);
  const own = ruledIn(files);
  return [...files]
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      sourceOf(file)
        .classes.filter((name) => ruled.has(name) && !own.has(name) && !everywhere.has(name))
        .map((name) => `${relative(src, file)}: ${name}`),
    );
}

const pages = filesBelow(src, 'index.config.ts').map((config) => config.replace(/config\.ts$/, 'tsx'));

it('there are pages, and classes in them', () => {
  expect(pages.length).toBeGreaterThan(40);
  expect(pages.flatMap((page) => sourceOf(page).classes).length).toBeGreaterThan(100);
});

it.each(pages.map((page) => [relative(src, page), page] as const))(
  '%s has a rule for each class',
  (_, page) => {
    expect(bareIn(page)).toEqual([]);
  },
);
