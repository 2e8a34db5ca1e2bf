import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ApplicationDraft } from '@/domain/certificate/draft';
import { checkApplication } from '@/domain/certificate/application';
import { faultMessage, HINTS, type Fault, type Hint } from '@/domain/certificate/fault';
import type { MaterialKindId } from '@/domain/certificate/reference';
import reference from '@/generated/certificate/reference';
import { readApplication, placeOf, type MaterialFiles } from '@/services/certificate-application';
import { useReady } from '@/shell/ready';
import { nowInShanghai } from '@/shell/today';
import type { Draft } from '@/stores/draft';
import { work } from './work';

/** Something wrong, at the place where it is asked. */
export interface Wrong {
  readonly place: string;
  readonly say: string;
}

/** The application as it stands, for one drawing of a page. */
export interface Filling {
  readonly application: ApplicationDraft;
  readonly files: MaterialFiles;
  readonly wrong: readonly Wrong[];
  readonly hints: readonly Wrong[];
  /** Absent until something was entered. */
  readonly draft: Draft | undefined;
}

/** An empty application says the same of the company twice: as the applicant and as the first entity. */
const once = (all: readonly Wrong[]): readonly Wrong[] =>
  all.filter(({ place }, i) => all.findIndex((each) => each.place === place) === i);

const wrongOf = (faults: readonly Fault[]): readonly Wrong[] =>
  once(faults.map((each) => ({ place: placeOf(each), say: faultMessage(each.code) })));

const hintsOf = (hints: readonly Hint[]): readonly Wrong[] =>
  hints.map(({ code, path }) => ({ place: placeOf({ path }), say: HINTS[code] }));

function filesOf(draft: Draft | undefined): MaterialFiles {
  const kinds = reference.materials.map(({ id }) => id);
  return Object.fromEntries(kinds.map((id) => [id, draft?.materials[id]?.files ?? []]));
}

export function fillingOf(draft: Draft | undefined, failed: readonly MaterialKindId[]): Filling {
  const files = filesOf(draft);
  const asOf = nowInShanghai().date;
  const application = readApplication(draft?.answers ?? {}, files, failed, reference, asOf);
  const checked = checkApplication(application, reference, asOf);
  const { hints } = checked.ok ? checked.value : checked.error;
  return {
    application,
    files,
    wrong: checked.ok ? [] : wrongOf(checked.error.faults),
    hints: hintsOf(hints),
    draft,
  };
}

/**
 * `undefined` until the phone has read what it keeps.
 * @param begins whether the page makes a draft when it opens without one
 */
export function useApplication(begins: boolean, failed: readonly MaterialKindId[] = []): Filling | undefined {
  const [begun] = useState(() => (begins ? work.begin() : work.handle.ready));
  const draft = useStore(work.handle.store);
  const ready = useReady(begun);
  // What lay here may have been handed in on the page above.
  useDidShow(() => {
    if (begins) void work.begin();
  });
  useDidHide(work.leave);
  useUnload(work.leave);
  return draft === undefined && !ready ? undefined : fillingOf(draft, failed);
}
