import type { UploadedFile } from '@/contract/cases';
import type { ApiResult } from '@/services/api';
import { createUploads } from './uploads';

const file = { path: 'wx://1', name: '证.jpg', size: 5 };
const done: UploadedFile = { id: 'id', name: '证.jpg', size: 5, type: 'image/jpeg', state: 'accepted' };
const lost: ApiResult<UploadedFile> = { ok: false, error: { kind: 'network', fault: 'offline' } };

it('hands the file over and is gone', async () => {
  const uploads = createUploads(async (_, onProgress) => {
    onProgress(50);
    return { ok: true, value: done };
  });
  const got: UploadedFile[] = [];
  const running = uploads.start('m', file, (each) => got.push(each));
  expect(uploads.store.getState()).toMatchObject([{ target: 'm', progress: 50 }]);
  await running;
  expect([got, uploads.store.getState()]).toEqual([[done], []]);
});

it('tells of steps, not of every report', async () => {
  let changes = 0;
  const uploads = createUploads(async (_, onProgress) => {
    for (let percent = 0; percent <= 100; percent++) onProgress(percent);
    return { ok: true, value: done };
  });
  uploads.store.subscribe(() => (changes += 1));
  await uploads.start('m', file, () => undefined);
  expect(changes).toBeLessThanOrEqual(8);
});

it('stays with its fault and goes again', async () => {
  let tries = 0;
  const uploads = createUploads(async () => {
    tries += 1;
    return tries === 1 ? lost : { ok: true, value: done };
  });
  const got: UploadedFile[] = [];
  await uploads.start('m', file, (each) => got.push(each));
  const [failed] = uploads.store.getState();
  expect(failed).toMatchObject({ fault: { kind: 'network' } });
  await uploads.retry(failed?.id ?? 0);
  expect([got, uploads.store.getState()]).toEqual([[done], []]);
});

it('hands nothing over once it was dropped', async () => {
  const uploads = createUploads(async () => ({ ok: true, value: done }));
  const got: UploadedFile[] = [];
  const running = uploads.start('m', file, (each) => got.push(each));
  uploads.drop(uploads.store.getState()[0]?.id ?? 0);
  await running;
  expect([got, uploads.store.getState()]).toEqual([[], []]);
});
