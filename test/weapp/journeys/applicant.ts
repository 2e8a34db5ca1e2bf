/** A person who fills in forms: by the screen, field by field, or with a draft that is on the phone already. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Form, RowsField } from '@/domain/form/form';
import type { Option } from '@/domain/form/kinds/choices';
import { isRecord } from '@/domain/form/kinds/kind';
import { isFilled, propertyOf } from '@/domain/logic/facts';
import { dateOf } from '@/domain/shared/civil-date';
import calendar from '@/generated/calendar';
import { fill, type Answers } from '@/services/filling';
import { materialLines, type MaterialChoice, type MaterialChoices } from '@/services/materials';
import { projectRoot } from '../host/dist';
import type { Host, LaunchOptions } from '../host/host';
import { type HostNode, walk } from '../host/tree';
import { formOf } from '../support/case-book';
import type { CaseServer } from '../support/case-server';
import { start } from './person';

export const pages = {
  apply: 'packages/apply/start/index',
  fill: 'packages/apply/fill/index',
  review: 'packages/apply/review/index',
  receipt: 'packages/apply/receipt/index',
  cases: 'packages/apply/cases/index',
  case: 'packages/apply/case/index',
  correct: 'packages/apply/correct/index',
  act: 'packages/apply/act/index',
  rate: 'packages/apply/rate/index',
  inbox: 'packages/apply/inbox/index',
  drafts: 'packages/apply/drafts/index',
  signIn: 'packages/apply/sign-in/index',
} as const;

export const NOW = new Date('2026-11-23T02:00:00Z');
const folder = join(projectRoot, 'test/content/fixtures/forms');

export interface Sample {
  readonly id: string;
  readonly form: Form;
  readonly answers: Answers;
}

/** The first complete sample of each form. */
export const samples: readonly Sample[] = readdirSync(folder).map((file) => {
  const id = file.replace('.json', '');
  const { samples: all }: { samples: Record<string, Answers> } = JSON.parse(
    readFileSync(join(folder, file), 'utf8'),
  );
  const [answers] = Object.values(all);
  const form = formOf(id);
  if (form === undefined || answers === undefined) throw new Error(`no form or sample of ${id}`);
  return { id, form, answers };
});

export function sampleOf(id: string): Sample {
  const found = samples.find((sample) => sample.id === id);
  if (found === undefined) throw new Error(`no sample of ${id}`);
  return found;
}

const FILE = {
  id: 'file-of-the-sample-00',
  name: '照片.jpg',
  size: 68,
  type: 'image/jpeg',
  state: 'accepted',
} as const;

/** Everything that has to be uploaded is, and no case applies that the answers do not tell. */
function papersOf({ form, answers }: Sample): MaterialChoices {
  const { display } = fill(form, answers, { asOf: dateOf('2026-11-23'), calendar });
  return Object.fromEntries(
    materialLines(form, display, {}, []).flatMap(({ material, state }): [string, MaterialChoice][] => {
      if (state === 'ask') return [[material.id, { choice: 'no', files: [] }]];
      return state === 'upload' ? [[material.id, { files: [FILE] }]] : [];
    }),
  );
}

const sealed = (value: unknown): unknown => ({
  sealed: btoa(encodeURIComponent(JSON.stringify({ value }))),
});

/** Storage of a phone on which that form lies filled in. */
export const draftStorage = (sample: Sample, key = `key-of-${sample.id}`): Record<string, unknown> => {
  const { id, form, answers } = sample;
  const draft = {
    form: id,
    formVersion: form.version,
    key,
    answers,
    unsure: [],
    materials: papersOf(sample),
  };
  const savedAt = NOW.getTime() - 60_000;
  return {
    [`draft:${id}`]: sealed({ ...draft, page: '', savedAt }),
    drafts: [{ form: id, savedAt }],
  };
};

export const phone = (server: CaseServer, options: LaunchOptions = {}): Promise<Host> =>
  start({ now: NOW, server: server.handle, ...options });

/** What WeChat's stand-in keeps readable of an encrypted value. */
export const opened = (host: Host, key: string): unknown => openedIn(host.phone.storage.get(key));

export function openedIn(json: string | undefined): unknown {
  const kept: unknown = json === undefined ? undefined : JSON.parse(json);
  const value = isRecord(kept) && isRecord(kept['value']) ? kept['value']['sealed'] : undefined;
  return typeof value === 'string' ? JSON.parse(decodeURIComponent(atob(value))).value : undefined;
}

export const press = (host: Host, name: string | RegExp): Promise<void> =>
  host.tap(host.getByRole('button', { name }));

const anchorOf = (path: string): string => `f-${path.replace(/[^A-Za-z0-9]+/g, '-')}`;

function frame(host: Host, path: string): HostNode {
  const found = [...walk(host.tree())].find((node) => node.element.id === anchorOf(path));
  if (found === undefined) throw new Error(`no field ${path} on ${host.tree().text.slice(0, 200)}`);
  return found;
}

const nth = (host: Host, path: string, n: number, test: (node: HostNode) => boolean): HostNode => {
  const found = [...walk(frame(host, path))].filter(test)[n];
  if (found === undefined) throw new Error(`nothing to use in ${path}`);
  return found;
};

const within = (host: Host, path: string, test: (node: HostNode) => boolean): HostNode =>
  nth(host, path, 0, test);

const inputs = (host: Host, path: string): readonly HostNode[] =>
  [...walk(frame(host, path))].filter(({ tag }) => tag === 'input' || tag === 'textarea');

/** Key by key, or as a keyboard's own suggestion puts a whole word there. */
let byKeys = true;

async function typeInto(host: Host, node: HostNode | undefined, text: string): Promise<void> {
  if (node === undefined) throw new Error(`nowhere to type ${text}`);
  const there = String(node.attribute('value') ?? '');
  // What came verified is left as it is, or written over.
  if (there === text) return;
  if (byKeys && there === '') await host.input(node, text, { gap: 5 });
  else await putInto(host, node, text);
}

async function putInto(host: Host, node: HostNode, text: string): Promise<void> {
  await host.fire(node, 'input', { value: text, cursor: text.length });
  await host.fire(node, 'blur', { value: text });
}

/** Years, months and days each have a field of their own. */
async function typeParts(host: Host, path: string, text: string, from = 0): Promise<void> {
  const fields = inputs(host, path);
  for (const [i, part] of text.split(/[-T:]/).entries()) await typeInto(host, fields[from + i], part);
}

/** @param list which of several folded lists the option is in */
async function choose(host: Host, path: string, label: string, role = 'radio', list = 0): Promise<void> {
  const isOption = (node: HostNode): boolean =>
    node.role === role && (node.name === label || node.name.startsWith(`${label}，`));
  if (![...walk(frame(host, path))].some(isOption))
    await host.tap(nth(host, path, list, ({ className }) => className.split(' ').includes('picked')));
  await host.tap(within(host, path, isOption));
}

const yuan = (cents: unknown): string =>
  `${Math.floor(Number(cents) / 100)}.${String(Number(cents) % 100).padStart(2, '0')}`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : String(value));
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Uploads for each class or place, as many as are asked for at least (现场照片，至少 3 张). */
async function upload(host: Host, path: string): Promise<void> {
  const boxes = [...walk(frame(host, path))].filter(({ className }) => className === 'field__control');
  const labels = boxes.flatMap((box) =>
    [...walk(box)]
      .filter(({ role, name }) => role === 'button' && name.endsWith('：拍照或选文件'))
      .map(({ name }) => name.replace('：拍照或选文件', '')),
  );
  for (const label of new Set(labels)) {
    const least = Number(
      new RegExp(`${escaped(label)}，至少 (\\d+) 个`).exec(frame(host, path).text)?.[1] ?? 1,
    );
    for (let i = 0; i < least; i++) {
      await host.tap(
        within(host, path, ({ role, name }) => role === 'button' && name.startsWith(`${label}：`)),
      );
      await host.advance(1000);
    }
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function answerRows(host: Host, field: RowsField, path: string, rows: unknown): Promise<void> {
  for (const [i, row] of listOf(rows).entries()) {
    await press(host, `${field.label}：添加一行`);
    await answerAll(host, field.columns, `${path}[${i}]`, row);
    await press(host, '这一行填好了');
  }
}

const WAYS: Readonly<Record<string, string>> = { here: '我现在签', window: '到窗口签' };

/** Everyone as the sample says, or else on a phone of their own. */
async function sign(host: Host, path: string, value: unknown): Promise<void> {
  for (const one of listOf(value)) {
    const tail = `尾号 ${textOf(propertyOf(one, 'idNo')).slice(-4)}`;
    const way = WAYS[textOf(propertyOf(one, 'fileId'))] ?? '在自己手机上签';
    const group = within(host, path, ({ role, name }) => role === 'radiogroup' && name.includes(tail));
    const option = [...walk(group)].find(({ role, name }) => role === 'radio' && name.startsWith(way));
    if (option === undefined) throw new Error(`${tail} cannot choose ${way}`);
    await host.tap(option);
  }
}

const labelOf = ({ options }: { readonly options: readonly Option[] }, value: unknown): string =>
  options.find((option) => option.value === value)?.label ?? '';

async function answer(host: Host, field: Field, path: string, value: unknown): Promise<void> {
  switch (field.kind) {
    case 'derived':
      return;
    case 'group':
      return answerAll(host, field.fields, path, value);
    case 'rows':
      return answerRows(host, field, path, value);
    case 'choice':
      return choose(host, path, labelOf(field, value));
    case 'multi':
      for (const each of listOf(value)) await choose(host, path, labelOf(field, each), 'checkbox');
      return;
    case 'boolean':
      if (field.mustBe?.value === true)
        return host.tap(within(host, path, ({ role }) => role === 'checkbox'));
      return choose(host, path, value === true ? '是' : '否');
    case 'files':
    case 'image':
      return upload(host, path);
    case 'signatures':
      return sign(host, path, value);
    case 'slot':
      await host.advance(1000);
      await choose(host, path, '2026 年 12 月 1 日');
      return choose(host, path, '09:00-09:30', 'radio', 1);
    default:
      return answerTyped(host, field, path, value);
  }
}

async function answerTyped(host: Host, field: Field, path: string, value: unknown): Promise<void> {
  switch (field.kind) {
    case 'date':
    case 'month':
    case 'dateTime':
      return typeParts(host, path, textOf(value));
    case 'dateRange':
    case 'monthRange':
      await typeParts(host, path, textOf(propertyOf(value, 'from')));
      return typeParts(host, path, textOf(propertyOf(value, 'to')), field.kind === 'dateRange' ? 3 : 2);
    case 'region': {
      const code = textOf(value);
      const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
      const picker = within(host, path, ({ tag }) => tag === 'picker');
      return host.fire(picker, 'change', { value: ['省', '市', '区'], code: codes });
    }
    case 'money':
      return typeInto(host, inputs(host, path)[0], yuan(value));
    default:
      return typeInto(host, inputs(host, path)[0], textOf(value));
  }
}

async function answerAll(host: Host, fields: readonly Field[], at: string, values: unknown): Promise<void> {
  for (const field of fields) {
    const value = propertyOf(values, field.key);
    if (isFilled(value)) await answer(host, field, at === '' ? field.key : `${at}.${field.key}`, value);
  }
}

/** Page by page as the screen offers them, then the papers; ends on the review. */
export async function fillByScreen(host: Host, { form, answers }: Sample, keys = true): Promise<void> {
  byKeys = keys;
  for (let turn = 0; turn < form.pages.length + 1; turn++) {
    const title = host.getByRole('heading').text;
    const page = form.pages.find((each) => each.title === title);
    if (page === undefined) break;
    const fields = form.fields.filter(({ key }) => page.fields.includes(key));
    await answerAll(host, fields, '', answers);
    await press(host, /^(下一步|填完了，去核对)$/);
  }
  if (host.currentPage().path !== pages.fill) return;
  for (const box of host.getAllByRole('radio', { name: '不是，不用交' })) await host.tap(box);
  for (;;) {
    const [next] = host.getAllByRole('button', { name: /：拍照或选文件$/ });
    if (next === undefined) break;
    await host.tap(next);
    await host.advance(1000);
  }
  await press(host, '填完了，去核对');
}

/** What stands in the first input of a field. */
export const shownAt = (host: Host, path: string): string =>
  String(inputs(host, path)[0]?.attribute('value') ?? '');

/** Types into a field; `replace` is what stands there after the last key, as when everything was selected. */
export async function typeAt(
  host: Host,
  path: string,
  text: string,
  { replace, ...how }: { readonly replace?: string; readonly lag?: number; readonly blur?: boolean } = {},
): Promise<string> {
  const [node] = inputs(host, path);
  if (node === undefined) throw new Error(`nowhere to type in ${path}`);
  if (replace === undefined) return host.input(node, text, how);
  await putInto(host, node, replace);
  return replace;
}
