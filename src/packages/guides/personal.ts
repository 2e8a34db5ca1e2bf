import { useStore } from 'zustand';
import {
  personalise,
  standingAnswers,
  type PersonalGuide,
  type SituationAnswers,
} from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import { checklists } from '@/shell/stores';
import { nowInShanghai } from '@/shell/today';
import { checklistOf, withAnswer, withTick } from '@/stores/checklists';

export interface Personal {
  readonly guide: PersonalGuide;
  readonly answers: SituationAnswers;
  readonly ticked: readonly string[];
  readonly answer: (situation: string, option: string) => void;
  readonly tick: (material: string) => void;
}

/** A guide as it is for the person who holds the phone, by what was answered and ticked on it. */
export function usePersonal(guide: Guide): Personal {
  const { answers, ticked } = useStore(checklists.store, (all) => checklistOf(all, guide.id));
  const today = nowInShanghai().date;
  return {
    guide: personalise(guide, answers, today),
    answers: standingAnswers(guide, answers, today),
    ticked,
    answer: (situation, option) =>
      checklists.store.setState((all) => withAnswer(all, guide.id, situation, option)),
    tick: (material) => checklists.store.setState((all) => withTick(all, guide.id, material)),
  };
}
