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
import { applicationBase, type Base } from './base';

const QUIET_MS = 700;

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
  const waiting = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draft = (): Draft | undefined => handle.store.getState();
  const change = (next: (draft: Draft) => Partial<Draft>): void => {
    const before = draft();
    if (before !== undefined)
      handle.store.setState({ ...before, ...next(before), savedAt: clock.now() }, true);
  };
  const answers = (kept: Draft | undefined): Answers => base.compose(kept?.answers ?? {});
  const leave = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const values = [...waiting];
    waiting.clear();
    change((before) => ({
      answers: values.reduce((kept, [path, value]) => base.keep(kept, path, value), before.answers),
      unsure: before.unsure.filter((path) => !values.some(([typed]) => typed === path)),
    }));
  };
  const typed = (path: string, value: unknown): void => {
    waiting.set(path, value);
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(leave, QUIET_MS);
  };
  return {
    form,
    name,
    handle,
    answers,
    current: (path) => (waiting.has(path) ? waiting.get(path) : readPlace(answers(draft()), path)),
    typed,
    chosen: (path, value) => {
      waiting.set(path, value);
      leave();
    },
    unsure: (path, on) => {
      if (on) waiting.set(path, '');
      leave();
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
      if (timer !== undefined) clearTimeout(timer);
      waiting.clear();
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
