/** The one application for a certificate that a phone has half filled in; kept with the drafts of the forms. */
import type { UploadedFile } from '@/contract/cases';
import type { MaterialKindId } from '@/domain/certificate/reference';
import { isRecord } from '@/domain/form/kinds/kind';
import type { MaterialFiles } from '@/services/certificate-application';
import type { Answers } from '@/services/filling';
import { drafts, random } from '@/shell/online';
import { clock, device } from '@/shell/ports';
import { newDraft, type Draft } from '@/stores/draft';
import { CERTIFICATE_DRAFT } from '@/stores/drafts';
import { placeKeys, put, readPlace } from '@/stores/place';
import { createTyping } from '@/stores/typing';

/** Raised when answers of an older program can no longer be read. */
const VERSION = 1;

const handle = drafts.open(CERTIFICATE_DRAFT);
const draft = (): Draft | undefined => handle.store.getState();

function change(next: (before: Draft) => Partial<Draft>): void {
  const before = draft();
  if (before !== undefined) handle.store.setState({ ...before, ...next(before), savedAt: clock.now() }, true);
}

function write(answers: Answers, path: string, value: unknown): Answers {
  const changed = put(answers, placeKeys(path), value);
  return isRecord(changed) ? changed : {};
}

const typing = createTyping((values) =>
  change(({ answers }) => ({
    answers: values.reduce((kept, [path, value]) => write(kept, path, value), answers),
  })),
);

async function begin(): Promise<void> {
  await handle.ready;
  if (draft() !== undefined) return;
  const key = await random.key();
  const start = { form: CERTIFICATE_DRAFT, formVersion: VERSION, key, page: '', at: clock.now() };
  if (draft() === undefined) handle.store.setState(newDraft(start), true);
}

function wipe(): void {
  typing.drop();
  drafts.clear(CERTIFICATE_DRAFT);
}

export const work = {
  handle,
  begin,
  typed: typing.typed,
  chosen: typing.chosen,
  leave: typing.leave,
  /** As `chosen`, from a page that opens without a draft. */
  decide: async (path: string, value: unknown): Promise<void> => {
    await begin();
    typing.chosen(path, value);
  },
  /** What is at a place now, typed a moment ago or before. */
  current: (path: string): unknown => {
    const pending = typing.pending(path);
    return pending === undefined ? readPlace(draft()?.answers, path) : pending.value;
  },
  files: (kind: MaterialKindId, next: (before: readonly UploadedFile[]) => readonly UploadedFile[]): void => {
    typing.leave();
    change(({ materials }) => ({
      materials: { ...materials, [kind]: { files: next(materials[kind]?.files ?? []) } },
    }));
  },
  /** An application that was sent before, to be corrected or renewed. What lay here is gone with its key. */
  startFrom: async (answers: Answers, files: MaterialFiles): Promise<void> => {
    wipe();
    await begin();
    const materials = Object.entries(files).map(([kind, list]) => [kind, { files: list }]);
    change(() => ({ answers, materials: Object.fromEntries(materials) }));
  },
  wipe,
} as const;

export async function askAndWipe(): Promise<boolean> {
  const agreed = await device.confirm({
    title: '清除这份申请？',
    text: '主体、部门、材料都会清掉，找不回来。',
    yes: '清除',
    no: '先不清',
  });
  if (!agreed) return false;
  work.wipe();
  device.toast('已清除');
  return true;
}
