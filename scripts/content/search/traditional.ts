import { z } from 'zod';
import { loadFile } from '../load';

const pairs = z.array(z.string().refine((text) => Array.from(text).length % 2 === 0, '两字一对'));

/** src/content/traditional.yaml as one string of pairs, those whose simplified character is of any use. */
export function loadTraditional(useful: ReadonlySet<string>): string {
  const { value = [], problems } = loadFile('traditional.yaml', pairs);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  const chars = Array.from(value.join(''));
  let kept = '';
  for (let i = 0; i + 1 < chars.length; i += 2) {
    const [from = '', to = ''] = chars.slice(i, i + 2);
    if (from !== to && useful.has(to)) kept += from + to;
  }
  return kept;
}
