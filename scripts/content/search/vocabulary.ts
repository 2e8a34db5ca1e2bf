/** src/content/synonyms.yaml: what people say at the window. */
import { z } from 'zod';
import { loadFile } from '../load';

const LONGEST = 24;

/** Phrases with spaces between them. */
const phrases = z
  .string()
  .transform((text) => text.split(/\s+/).filter((phrase) => phrase !== ''))
  .refine((list) => list.every(({ length }) => length <= LONGEST), `一个说法最多 ${LONGEST} 个字`);

const vocabularySchema = z.strictObject({
  stops: z.array(phrases).transform((lines) => [...new Set(lines.flat())]),
  fillers: z.string().trim().min(1),
  words: z.array(z.strictObject({ mean: z.string().trim().min(1), say: phrases })),
  guides: z.record(z.string(), phrases),
  /** A list a subject. */
  outside: z.array(phrases),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;

export function loadVocabulary(): Vocabulary {
  const { value, problems } = loadFile('synonyms.yaml', vocabularySchema);
  if (value === undefined)
    throw new Error(problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return value;
}
