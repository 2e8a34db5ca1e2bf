/** src/content/synonyms.yaml: what people say at the window. */
import { z } from 'zod';
import { loadFile } from '../load';

const phrase = z.string().trim().min(1).max(24);

const vocabularySchema = z.strictObject({
  stops: z.array(phrase),
  words: z.array(z.strictObject({ say: z.array(phrase).min(1), mean: phrase })),
  guides: z.record(z.string(), z.array(phrase)),
  outside: z.array(phrase),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;

export function loadVocabulary(): Vocabulary {
  const { value, problems } = loadFile('synonyms.yaml', vocabularySchema);
  if (value === undefined)
    throw new Error(problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return value;
}
