/**
 * One form being filled in. What is typed is gathered and put into the draft within the second, so that neither a kill
 * nor a tap that comes before the blur loses it.
 */
import type { Form } from '@/domain/form/form';
import type { Answers } from '@/services/filling';
import type { MaterialChoice } from '@/services/materials';
import { clock, device } from '@/shell/ports';
import { drafts, prefills, random } from '@/shell/online';
import { newDraft, type Draft } from '@/stores/draft';
import type { DraftHandle } from '@/stores/drafts';
import { readPlace } from '@/stores/place';
import { createTyping } from '@/stores/typing';
import { applicationBase, type Base } from './base';

export interface Work {
  readonly form: Form;
  readonly name: string;
  readonly handle: DraftHandle;
  /** Everything said so far, verified values included. */
  readonly answers: (draft: Draft | undefined) => Answers;
  /** What is at a path now, typed a moment ago or before. */
  readonly current: (path: string) => unknown;
  /** By a key: kept when the typing pauses. */
  readonly typed: (path: string, value: unknown) => void;
  /** By a tap: kept at once. */
  readonly chosen: (path: string, value: unknown) => void;
  readonly unsure: (path: string, on: boolean) => void;
  readonly material: (id: string, change: (before: MaterialChoice) => MaterialChoice) => void;
  readonly toPage: (page: string) => void;
  /** Keeps what was typed without waiting. */
  readonly leave: () => void;
  /** Makes the draft if there is none. */
  readonly begin: () => Promise<void>;
  /** One tap wipes it. */
  readonly wipe: () => void;
}

const works = new Map<string, Work>();

const FIRST_PAGE = '';

function makeWork(form: Form, name: string, base: Base): Work {
  const handle = drafts.open(name);
  const draft = (): Draft | undefined => handle.store.getState();
  const change = (next: (draft: Draft) => Partial<Draft>): void => {
    const before = draft();
    if (before !== undefined)
      handle.store.setState({ ...before, ...next(before), savedAt: clock.now() }, true);
  };
  const answers = (kept: Draft | undefined): Answers => base.compose(kept?.answers ?? {});
  const typing = createTyping((values) =>
    change((before) => ({
      answers: values.reduce((kept, [path, value]) => base.keep(kept, path, value), before.answers),
      unsure: before.unsure.filter((path) => !values.some(([typed]) => typed === path)),
    })),
  );
  const { typed, chosen, leave } = typing;
  return {
    form,
    name,
    handle,
    answers,
    current: (path) => {
      const pending = typing.pending(path);
      return pending === undefined ? readPlace(answers(draft()), path) : pending.value;
    },
    typed,
    chosen,
    unsure: (path, on) => {
      if (on) chosen(path, '');
      else leave();
      change(({ unsure }) => ({
        unsure: [...unsure.filter((each) => each !== path), ...(on ? [path] : [])],
      }));
    },
    material: (id, next) => {
      leave();
      change(({ materials }) => ({
        materials: { ...materials, [id]: next(materials[id] ?? { files: [] }) },
      }));
    },
    toPage: (page) => {
      leave();
      change(() => ({ page }));
    },
    leave,
    begin: async () => {
      await handle.ready;
      if (draft() !== undefined) return;
      const key = await random.key();
      const start = { form: form.id, formVersion: form.version, key, page: FIRST_PAGE, at: clock.now() };
      if (draft() === undefined) handle.store.setState(newDraft(start), true);
    },
    wipe: () => {
      typing.drop();
      drafts.clear(name);
    },
  };
}

/** The application for a form. Kept while the program runs: an upload that ends later still finds its draft. */
export function workOn(form: Form): Work {
  const known = works.get(form.id);
  if (known !== undefined) return known;
  const work = makeWork(
    form,
    form.id,
    applicationBase(() => prefills.getState()[form.id]?.values ?? []),
  );
  works.set(form.id, work);
  return work;
}

/** The correction of a case, which begins with the answers that were sent. */
export function correctionOf(form: Form, number: string, base: Base): Work {
  return makeWork(form, `correct-${number}`, base);
}

export async function askAndWipe(work: Pick<Work, 'wipe'>): Promise<boolean> {
  const agreed = await device.confirm({
    title: '清除这份草稿？',
    text: '清除后找不回来，可以重新填。',
    yes: '清除',
    no: '先不清',
  });
  if (!agreed) return false;
  work.wipe();
  device.toast('已清除');
  return true;
}
