import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { typesetDocument } from './typography';

export const contentRoot = join(__dirname, '../../src/content');

/** Something wrong with a content file, said so that the editor can mend it. */
export interface Problem {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** Path below src/content. */
  readonly file: string;
  /** Path inside the file, such as `materials[2].name`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i ? '.' : ''}${String(part)}`)).join('');

/** Reads one YAML file below src/content against its schema. Dates stay text: YAML 1.2 has no timestamps. */
export function loadFile<T>(file: string, schema: z.ZodType<T>): Loaded<T> {
  const fail = (rule: string, path: string, message: string): Problem => ({
    rule,
    level: 'error',
    file,
    path,
    message,
  });
  const document = parseDocument(readFileSync(join(contentRoot, file), 'utf8'), { prettyErrors: true });
  if (document.errors.length > 0) {
    return { value: undefined, problems: document.errors.map((error) => fail('yaml', '', error.message)) };
  }
  const parsed = schema.safeParse(typesetDocument(document.toJS()));
  if (parsed.success) return { value: parsed.data, problems: [] };
  return {
    value: undefined,
    problems: parsed.error.issues.map((issue) => fail('schema', pathText(issue.path), issue.message)),
  };
}

/** Every YAML file of a folder, by file name without extension, in name order. */
export function loadFolder<T>(
  folder: string,
  schema: z.ZodType<T>,
): { files: Map<string, T>; problems: Problem[] } {
  const files = new Map<string, T>();
  const problems: Problem[] = [];
  const path = join(contentRoot, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : [];
  for (const name of names.sort()) {
    const loaded = loadFile(`${folder}/${name}`, schema);
    problems.push(...loaded.problems);
    if (loaded.value !== undefined) files.set(basename(name, '.yaml'), loaded.value);
  }
  return { files, problems };
}
