/** JSON Schemas for editors, from the very schemas that the compiler checks with. */
import { join } from 'node:path';
import { z } from 'zod';
import { writeIfChanged, generatedRoot } from './emit';
import { guideSchema } from './guide-schema';
import { hallsSchema } from './reference-schema';

const FILES = { guide: guideSchema, halls: hallsSchema };

export function writeJsonSchemas(): void {
  for (const [name, schema] of Object.entries(FILES)) {
    // Conditions and dates are checked by code; editors see them as free values.
    const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
    writeIfChanged(
      join(generatedRoot, 'schemas', `${name}.schema.json`),
      `${JSON.stringify(json, null, 2)}\n`,
    );
  }
}
