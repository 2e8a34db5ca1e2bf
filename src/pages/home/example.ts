import { dayNumber } from '@/domain/shared/civil-date';
import reference from '@/generated/reference';
import { nowInShanghai } from '@/shell/today';

/** One example a day, the same for everybody that day. */
export function exampleOfToday(): string {
  const { examples } = reference.home;
  return examples[dayNumber(nowInShanghai().date) % examples.length] ?? '';
}
