import { compileContent } from '../content/compile';
import { writeJsonSchemas } from '../content/json-schema';

/** `npm run build:content`: compiles content and writes the JSON Schemas that editors use. */
export default function buildContent(): number {
  const problems = compileContent();
  writeJsonSchemas();
  for (const { file, path, message } of problems) console.error(`${file} ${path} ${message}`);
  return problems.length > 0 ? 1 : 0;
}
