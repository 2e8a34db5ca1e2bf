import { useDidHide, useUnload } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Prefill } from '@/contract/people';
import type { FieldError } from '@/domain/form/error';

import { fieldAt, sayError } from '@/domain/form/say';
import { fill, type Answers, type Filled } from '@/services/filling';
import { readPrefill } from '@/services/form-data';
import { materialLines, type MaterialLine } from '@/services/materials';
import { api, prefills, sessions } from '@/shell/online';
import { useReady } from '@/shell/ready';
import type { Draft } from '@/stores/draft';
import { contextNow } from './forms';
import type { Work } from './work';

/** A form as it stands, for one drawing of a page. */
export interface Filling {
  readonly work: Work;
  readonly draft: Draft;
  readonly answers: Answers;
  readonly filled: Filled;
  readonly prefill: Prefill | undefined;
  readonly materials: readonly MaterialLine[];
}

/** What came verified, asked for once while the program runs; without a session nobody is asked to sign in for it. */
function usePrefill(work: Work): Prefill | undefined {
  const { id } = work.form;
  const known = useStore(prefills)[id];
  const isApplication = work.name === id;
  useEffect(() => {
    if (known !== undefined || !isApplication || sessions.token() === undefined) return;
    void readPrefill(api, id).then((read) => {
      // What was typed meanwhile stands.
      work.leave();
      if (read.ok) prefills.setState((all) => ({ ...all, [id]: read.value }), true);
    });
  }, [work, id, known, isApplication]);
  return isApplication ? known : undefined;
}

/**
 * `undefined` until the phone has read what it keeps; `gone` when there is no draft: handed in or wiped meanwhile.
 * @param begins whether the page makes a draft when it opens without one
 */
export function useFilling(work: Work, begins = false): Filling | 'gone' | undefined {
  const [begun] = useState(() => (begins ? work.begin() : work.handle.ready));
  const draft = useStore(work.handle.store);
  const ready = useReady(begun);
  const prefill = usePrefill(work);
  useDidHide(work.leave);
  useUnload(work.leave);
  // What is there already is drawn with the page, not after it.
  if (draft === undefined) return ready ? 'gone' : undefined;
  const answers = work.answers(draft);
  const filled = fill(work.form, answers, contextNow());
  const materials = materialLines(work.form, filled.display, draft.materials, prefill?.failed ?? []);
  return { work, draft, answers, filled, prefill, materials };
}

/** A consent that was not ticked is said as such: nobody "forgot to fill in" a pledge. */
function codeFor({ work }: Filling, error: FieldError): FieldError {
  const field = fieldAt(work.form, error.field);
  return error.code === 'required' && field?.kind === 'boolean' && field.mustBe !== undefined
    ? { ...error, code: field.mustBe.code }
    : error;
}

export const sayIn = (filling: Filling, error: FieldError): string =>
  sayError(filling.work.form, codeFor(filling, error));

/** Whether the phone took the last change; `undefined` while nothing was changed here. */
export function useSaved({ work, draft }: Filling): boolean | undefined {
  const [saved, setSaved] = useState<boolean>();
  const [first] = useState(draft.savedAt);
  useEffect(() => {
    if (draft.savedAt === first) return undefined;
    let here = true;
    void work.handle.written().then((ok) => here && setSaved(ok));
    return () => {
      here = false;
    };
  }, [work, draft.savedAt, first]);
  return saved;
}
