/** Files on their way to the server, while the program runs: what WeChat lends of a chosen file ends with it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UploadedFile } from '@/contract/cases';
import type { PickedFile } from '@/platform/ports';
import type { ApiFault, ApiResult } from '@/services/api';

export interface Upload {
  readonly id: number;
  /** What the file is for: a material or a field of a form. */
  readonly target: string;
  readonly file: PickedFile;
  /** Per cent; it failed when `fault` is there. */
  readonly progress: number;
  readonly fault?: ApiFault;
}

export type Send = (
  file: PickedFile,
  onProgress: (percent: number) => void,
) => Promise<ApiResult<UploadedFile>>;

export interface Uploads {
  readonly store: StoreApi<readonly Upload[]>;
  readonly start: (target: string, file: PickedFile, onDone: (file: UploadedFile) => void) => Promise<void>;
  readonly retry: (id: number) => Promise<void>;
  readonly drop: (id: number) => void;
}

/** Steps of the bar: WeChat reports more often than a screen can follow. */
const STEP = 20;

export function createUploads(send: Send): Uploads {
  const store = createStore<readonly Upload[]>(() => []);
  const onDone = new Map<number, (file: UploadedFile) => void>();
  let lastId = 0;
  const change = (id: number, changed: (upload: Upload) => Upload): void =>
    store.setState((all) => all.map((upload) => (upload.id === id ? changed(upload) : upload)), true);
  const drop = (id: number): void => {
    onDone.delete(id);
    store.setState((all) => all.filter((upload) => upload.id !== id), true);
  };
  const run = async (id: number): Promise<void> => {
    const upload = store.getState().find((each) => each.id === id);
    if (upload === undefined) return;
    const { target, file } = upload;
    change(id, () => ({ id, target, file, progress: 0 }));
    let shown = 0;
    const sent = await send(file, (percent) => {
      if (percent < shown + STEP) return;
      shown = percent;
      change(id, (each) => ({ ...each, progress: percent }));
    });
    const done = onDone.get(id);
    // Dropped in the meantime: the person does not want it any more.
    if (done === undefined) return;
    if (sent.ok) {
      drop(id);
      done(sent.value);
    } else change(id, (each) => ({ ...each, fault: sent.error }));
  };
  return {
    store,
    start: (target, file, done) => {
      lastId += 1;
      const id = lastId;
      onDone.set(id, done);
      store.setState((all) => [...all, { id, target, file, progress: 0 }], true);
      return run(id);
    },
    retry: run,
    drop,
  };
}
