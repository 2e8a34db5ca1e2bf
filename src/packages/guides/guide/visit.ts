import { useEffect, useState } from 'react';
import { changesSince, digestGuide, type GuideChange } from '@/domain/guide/changes';
import type { Guide } from '@/domain/guide/guide';
import { saved, seen } from '@/shell/stores';
import { todayText } from '@/shell/today';
import { withRecent } from '@/stores/saved';

/** Notes the visit, and says what changed since the one before. */
export function useVisit(guide: Guide): readonly GuideChange[] {
  const [changes] = useState(() => {
    const before = seen.store.getState()[guide.id];
    return before === undefined ? [] : changesSince(before, guide);
  });
  useEffect(() => {
    saved.store.setState((state) => withRecent(state, guide.id));
    seen.store.setState((all) => ({ ...all, [guide.id]: digestGuide(guide, todayText()) }));
  }, [guide]);
  return changes;
}
