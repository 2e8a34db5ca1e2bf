import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { FieldSource } from '@/domain/form/source';
import { loadForms } from './form-compile';
import { jsonSchemas } from './json-schema';

const root = join(__dirname, '../..');
const schemas = jsonSchemas();

const refsIn = (text: string): readonly string[] =>
  [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);

const resolve = (schema: unknown, ref: string): unknown =>
  ref
    .replace(/^#\/?/, '')
    .split('/')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      schema,
    );

function* kindsIn(field: FieldSource): Generator<string> {
  yield field.kind;
  if (field.kind === 'group') for (const inner of field.fields) yield* kindsIn(inner);
  if (field.kind === 'rows') for (const inner of field.columns) yield* kindsIn(inner);
}

describe('schemas for editors', () => {
  it.each([...schemas])('%s refers to nothing that it does not hold', (_, schema) => {
    const refs = refsIn(JSON.stringify(schema)).filter((ref) => ref !== '#');
    expect(refs.filter((ref) => resolve(schema, ref) === undefined)).toEqual([]);
  });

  it('know every kind of field that the forms use', () => {
    const text = JSON.stringify(schemas.get('form'));
    const { forms, library } = loadForms();
    const blocks = Object.values(library.blocks).flatMap((fields) => fields ?? []);
    const used = new Set(
      [...[...forms.values()].flatMap(({ fields }) => fields), ...blocks].flatMap((field) => [
        ...kindsIn(field),
      ]),
    );
    expect(used.size).toBeGreaterThan(15);
    expect([...used].filter((kind) => !text.includes(`"${kind}"`))).toEqual([]);
  });

  it('are those that the editor is pointed to, for files that exist', () => {
    const settings = z
      .object({ 'yaml.schemas': z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')))['yaml.schemas'];
    const names = Object.keys(settings).map((path) => path.replace(/^.*\/|\.schema\.json$/g, ''));
    expect(names.sort()).toEqual([...schemas.keys()].sort());
    for (const path of Object.values(settings))
      expect(existsSync(join(root, path.includes('*') ? dirname(path) : path))).toBe(true);
  });
});
