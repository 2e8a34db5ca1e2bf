import { mkdirSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const generatedRoot = join(__dirname, '../../src/generated');

/** Writes only what differs, so that a bundler's watch does not rebuild for nothing. */
export function writeIfChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Compiled content as a plain module beside its declared type: TypeScript would otherwise infer a type from the
 * data itself, slowly and too narrowly.
 */
export function emitModule(
  name: string,
  type: { readonly name: string; readonly from: string },
  data: unknown,
): void {
  const base = join(generatedRoot, name);
  writeIfChanged(`${base}.js`, `export default ${JSON.stringify(data)};\n`);
  const shape = type.name.replace(/\[\]$/, '');
  const declared = type.name.endsWith('[]') ? `readonly ${type.name}` : type.name;
  writeIfChanged(
    `${base}.d.ts`,
    `import type { ${shape} } from '${type.from}';\ndeclare const data: ${declared};\nexport default data;\n`,
  );
}

/**
 * A table of lazily loaded modules: each body is parsed when it is first opened, not when its package loads.
 * `require` is resolved by webpack; a dynamic import would become a network chunk that WeChat cannot fetch.
 */
export function emitLazyTable(
  name: string,
  type: { readonly name: string; readonly from: string },
  entries: ReadonlyMap<string, unknown>,
): void {
  for (const [id, data] of entries) emitModule(`${name}/${id}`, type, data);
  const lines = [...entries.keys()].map((id) => `  '${id}': () => require('./${name}/${id}').default,`);
  writeIfChanged(join(generatedRoot, `${name}.js`), `export default {\n${lines.join('\n')}\n};\n`);
  writeIfChanged(
    join(generatedRoot, `${name}.d.ts`),
    `import type { ${type.name} } from '${type.from}';\ndeclare const table: Readonly<Partial<Record<string, () => ${type.name}>>>;\nexport default table;\n`,
  );
}

export const clearGenerated = (): void => rmSync(generatedRoot, { recursive: true, force: true });
