/** What the journeys through 免申即享 share: questions answered by their path, whatever their order. */
import type { FactEntry } from '@/domain/benefit/policy';
import policies from '@/generated/policies';
import { longLists, treeBreaches, unnamedControls } from '../gates/behaviour';
import type { Host, LaunchOptions } from '../host/host';
import { isRecord, text } from '../host/values';
import { faults, first, start } from './person';

export const benefits = {
  start: 'packages/benefits/start/index',
  ask: 'packages/benefits/ask/index',
  results: 'packages/benefits/results/index',
  policy: 'packages/benefits/policy/index',
  missing: 'packages/benefits/missing/index',
} as const;

export type Side = 'person' | 'enterprise';

/** Answers by place (`person.children[0].hukou`); rows by how many there are; what is not named is not known. */
export type Answers = Readonly<Record<string, unknown>>;

/** Facts as the checker takes them, laid out by the place of each answer. */
export function answersFrom(facts: unknown, at = ''): Answers {
  if (isRecord(facts))
    return Object.entries(facts).reduce<Answers>(
      (all, [key, value]) => ({ ...all, ...answersFrom(value, at === '' ? key : `${at}.${key}`) }),
      {},
    );
  if (!Array.isArray(facts) || !facts.every(isRecord) || facts.length === 0) return { [at]: facts };
  return facts.reduce<Answers>((all, row, index) => ({ ...all, ...answersFrom(row, `${at}[${index}]`) }), {
    [at]: facts.length,
  });
}

/** Faults of the whole launch, and what is wrong with the page that is open. */
export const check = (host: Host): readonly string[] => [
  ...faults(host),
  ...treeBreaches(host.counts()),
  ...longLists(host.tree()),
  ...unnamedControls(host.names()),
];

const cards: Readonly<Record<Side, RegExp>> = { person: /^给自己和家人看/, enterprise: /^给企业或单位看/ };

export const link = (host: Host, name: string | RegExp): Promise<void> =>
  host.tap(host.getByRole('link', { name }));
export const press = (host: Host, name: string): Promise<void> =>
  host.tap(host.getByRole('button', { name }));
export const choose = (host: Host, name: string | RegExp): Promise<void> =>
  host.tap(host.getByRole('radio', { name }));
export const unsure = (host: Host): Promise<void> => choose(host, /^不清楚/);

/** From the home page to the first question, without a network. */
export async function begin(side: Side, options: LaunchOptions = {}): Promise<Host> {
  const host = await start(options);
  host.setNetwork('none');
  await link(host, /^免申即享/);
  await link(host, cards[side]);
  return host;
}

export const strip = (host: Host): string => host.getByRole('status').name;

/** Numbers of the strip: 可享 n 项 · 还差信息 m 项. */
export const stripCounts = (host: Host): readonly number[] =>
  (strip(host).match(/\d+(?= 项)/g) ?? []).map(Number);

export const alerts = (host: Host): readonly string[] => host.getAllByRole('alert').map((node) => node.text);

export interface Asked {
  readonly fact: FactEntry;
  readonly place: string;
}

/** The question on the screen, or `undefined` at the gate and at the end. */
export function asked(host: Host, side: Side): Asked | undefined {
  const [heading] = host.getAllByRole('heading');
  const match = /^(?:第 (\d+) [^：]+：)?(.*)$/.exec(heading?.text ?? '');
  const fact = policies.facts.find(({ path, ask }) => path.startsWith(`${side}.`) && ask === match?.[2]);
  if (fact === undefined) return undefined;
  return { fact, place: fact.path.replace('[]', `[${Number(match?.[1] ?? 1) - 1}]`) };
}

export const isGate = (host: Host): boolean => host.getAllByRole('button', { name: '先不看' }).length > 0;
export const isDone = (host: Host): boolean => host.hasText('问完了');

/** Types a date into its three fields; what is already there stays where a part is left out. */
export async function typeDate(host: Host, { year = '', month = '', day = '' }): Promise<void> {
  const fields = host.getAllByRole('textbox');
  const parts: readonly (readonly [number, string])[] = [
    [0, year],
    [1, month],
    [2, day],
  ];
  for (const [place, typed] of parts)
    if (typed !== '') await host.input(first(fields.slice(place), `field ${place}`), typed);
}

const dateParts = (date: string): { year: string; month: string; day: string } => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day };
};

/** Types into the field, in place of what an earlier try left there. */
export async function type(host: Host, typed: string): Promise<void> {
  const field = host.getByRole('textbox');
  if (text(field.attribute('value')) === '') await host.input(field, typed);
  else await host.fire(field, 'input', { value: typed, cursor: typed.length });
}

const labelOf = ({ options = [] }: FactEntry, value: unknown): string =>
  options.find(({ id }) => id === value)?.label ?? String(value);

const GRADES = ['没有残疾人证', '一级', '二级', '三级', '四级'];

async function several(host: Host, fact: FactEntry, values: readonly unknown[]): Promise<void> {
  for (const value of values) await host.tap(host.getByRole('checkbox', { name: labelOf(fact, value) }));
  await press(host, values.length === 0 ? '都没有' : '选好了');
}

async function typed(host: Host, words: string): Promise<void> {
  if (words !== '') await type(host, words);
  await press(host, '下一题');
}

/** Answers the question on the screen as a person does. */
export async function answer(host: Host, fact: FactEntry, value: unknown): Promise<void> {
  if (value === undefined) return unsure(host);
  switch (fact.type) {
    case 'bool':
      return choose(host, value === true ? '是' : '不是');
    case 'enum':
      return choose(host, labelOf(fact, value));
    case 'enums':
      return several(host, fact, Array.isArray(value) ? value : []);
    case 'date':
      await typeDate(host, dateParts(String(value)));
      return press(host, '下一题');
    case 'ints':
      return typed(host, Array.isArray(value) ? value.join(' ') : '');
    case 'rows':
      return choose(host, value === 0 ? '没有' : `${String(value)} 个`);
    case 'int':
      if (fact.unit === 'grade') return choose(host, GRADES[Number(value)] ?? '');
      return typed(host, fact.unit === 'cents' ? String(Number(value) / 100) : String(value));
  }
}

export interface Way {
  readonly side: Side;
  /** What is said at 要不要看这一类. */
  readonly wanted?: boolean;
  /** Called before each answer. */
  readonly watch?: (asked: Asked) => void;
}

/** Answers until nothing is asked any more; the places asked, in their order. */
export async function answerAll(host: Host, answers: Answers, way: Way): Promise<readonly string[]> {
  const places: string[] = [];
  for (let step = 0; step < 150 && !isDone(host); step += 1) {
    if (isGate(host)) await press(host, way.wanted === false ? '先不看' : '看，接着问');
    else {
      const now = asked(host, way.side);
      if (now === undefined)
        throw new Error(`no question on ${host.currentPage().path}: ${host.tree().text}`);
      way.watch?.(now);
      places.push(now.place);
      await answer(host, now.fact, answers[now.place]);
    }
  }
  return places;
}

/** Everything that is kept on the phone, as one text. */
export const kept = (host: Host): string => JSON.stringify([...host.phone.storage]);

/** Titles of a results page's sections with the policies below each. */
export function groups(host: Host): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  let title = '';
  for (const node of host.findAll(({ role }) => role === 'heading' || role === 'link')) {
    if (node.role === 'heading') title = node.text;
    else found[title] = [...(found[title] ?? []), node.name.split(',')[0] ?? ''];
  }
  return found;
}

/** What stands on the sheet of paper. */
export const sheet = (host: Host): string =>
  host
    .findAll(({ className }) => className.split(' ').includes('paper'))
    .map((node) => node.text)
    .join('\n');

export const isAt = (host: Host, page: keyof typeof benefits): boolean =>
  host.currentPage().path === benefits[page];
