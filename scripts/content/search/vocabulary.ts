/** src/content/synonyms.yaml: what people say at the window. */
import { z } from 'zod';
import { loadFile } from '../load';

const phrase = z.string().trim().min(1).max(24);
/** Lines of phrases, a subject each. */
const phraseLines = z.array(z.array(phrase)).transform((lines) => [...new Set(lines.flat())]);

const vocabularySchema = z.strictObject({
  stops: phraseLines,
  fillers: z.string().trim().min(1),
  words: z.array(z.strictObject({ say: z.array(phrase).min(1), mean: phrase })),
  guides: z.record(z.string(), z.array(phrase)),
  outside: phraseLines,
});

export type Vocabulary = z.infer<typeof vocabularySchema>;

export function loadVocabulary(): Vocabulary {
  const { value, problems } = loadFile('synonyms.yaml', vocabularySchema);
  if (value === undefined)
    throw new Error(problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return value;
}
