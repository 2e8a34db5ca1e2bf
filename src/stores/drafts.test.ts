import fc from 'fast-check';
import { memorySecret } from '@/platform/memory/secret';
import { memoryStorage } from '@/platform/memory/storage';
import { DRAFT_DAYS, expiresAt, newDraft, parseDraft, type Draft } from './draft';
import { createDrafts, parseMarks } from './drafts';

const DAY = 86_400_000;
const start = { form: 'f', formVersion: 1, key: 'k', page: '', at: 0 };

function phone(now: () => number = () => 0) {
  const ports = { secret: memorySecret(), storage: memoryStorage(), now, onFault: () => undefined };
  return { ports, open: () => createDrafts(ports) };
}

async function withDraft(now?: () => number) {
  const device = phone(now);
  const drafts = device.open();
  const handle = drafts.open('f');
  await handle.ready;
  handle.store.setState({ ...newDraft(start), answers: { name: '张三' } }, true);
  expect(await handle.written()).toBe(true);
  return { ...device, drafts, handle };
}

it('is found again after a kill', async () => {
  const { open } = await withDraft();
  const drafts = open();
  const handle = drafts.open('f');
  await handle.ready;
  expect(handle.store.getState()).toMatchObject({ answers: { name: '张三' }, key: 'k' });
  expect(drafts.marks.store.getState()).toEqual([{ form: 'f', savedAt: 0 }]);
});

it('holds nothing of a person where it is not encrypted', async () => {
  const { ports } = await withDraft();
  expect(ports.storage.keys().map((key) => JSON.stringify(ports.storage.read(key)))).toEqual([
    '[{"form":"f","savedAt":0}]',
  ]);
});

it('ends, and leaves nothing behind', async () => {
  let now = 0;
  const { open, ports } = await withDraft(() => now);
  now = DRAFT_DAYS * DAY;
  const drafts = open();
  const handle = drafts.open('f');
  await handle.ready;
  await handle.written();
  expect([
    handle.store.getState(),
    drafts.marks.store.getState(),
    await ports.secret.read('draft:f'),
  ]).toEqual([undefined, [], undefined]);
});

it('is wiped with all others', async () => {
  const { drafts, handle, ports } = await withDraft();
  drafts.clearAll();
  await handle.written();
  expect([
    handle.store.getState(),
    drafts.marks.store.getState(),
    await ports.secret.read('draft:f'),
  ]).toEqual([undefined, [], undefined]);
});

it('says when it ends', () => expect(expiresAt({ savedAt: 5 })).toBe(5 + 30 * DAY));

it('is read as it was written, and never out of damage', () => {
  const draft: Draft = {
    ...newDraft(start),
    answers: { a: { b: [1] } },
    unsure: ['a.c'],
    materials: {
      m: { choice: 'later', files: [] },
      n: { files: [{ id: 'i', name: 'n', size: 1, type: 'image/png', state: 'accepted' }] },
    },
  };
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  fc.assert(
    fc.property(
      fc.jsonValue(),
      (stored) => parseDraft(stored) === undefined && Array.isArray(parseMarks(stored)),
    ),
  );
  expect(parseDraft({ ...draft, key: '' })).toBeUndefined();
});
