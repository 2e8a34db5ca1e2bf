/** JSON Schemas for editors, from the very schemas that the compiler checks with. */
import { join } from 'node:path';
import { z } from 'zod';
import { writeIfChanged, generatedRoot } from './emit';
import { anyField, blockSchema, catalogSchema, fieldSchema, formSchema } from './form-schema';
import { guideSchema } from './guide-schema';
import { policySchema } from './policy-schema';
import { hallsSchema } from './reference-schema';
import { retentionSchema } from './retention-compile';

const FILES = {
  guide: guideSchema,
  halls: hallsSchema,
  form: formSchema,
  'form-block': blockSchema,
  catalog: catalogSchema,
  policy: policySchema,
  retention: retentionSchema,
} as const satisfies Record<string, z.ZodType>;

const FIELD = '#/$defs/field';

/** Conditions and dates are checked by code; editors see them as free values. Fields hold fields again. */
const toJson = (schema: z.ZodType) =>
  z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (Object.is(zodSchema, fieldSchema)) jsonSchema.$ref = FIELD;
    },
  });

/** By name, as an editor's settings point to them. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const field = toJson(anyField());
  return new Map(
    Object.entries(FILES).map(([name, schema]) => {
      const json = toJson(schema);
      return [name, JSON.stringify(json).includes(FIELD) ? { ...json, $defs: { field } } : json];
    }),
  );
}

export function writeJsonSchemas(): void {
  for (const [name, schema] of jsonSchemas())
    writeIfChanged(
      join(generatedRoot, 'schemas', `${name}.schema.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    );
}
