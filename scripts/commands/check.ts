import { ensureContent } from '../content/compile';
import { printCheck, runChecks } from '../lib/checks';

/** `npm run check`: types, lint, boundaries, format, content; 40 s at most on two cores. */
export default async function check(): Promise<number> {
  ensureContent();
  const results = await runChecks(printCheck);
  return results.every(({ passed }) => passed) ? 0 : 1;
}
