import { type Host, launch, type LaunchOptions } from './host/host';
import type { HostNode } from './host/tree';
import { rateBreaches, setDataBreaches, typingBreaches, unnamedControls } from './gates/behaviour';

/** One finding: which page, after what, what is wrong. */
export interface Finding {
  readonly page: string;
  readonly action: string;
  readonly problem: string;
}

/** A control by what it is and its place among its equals: element ids differ between launches. */
interface Handle {
  readonly key: string;
  readonly index: number;
}

const keyOf = ({ tag, role, name }: HostNode): string => `${tag}|${role}|${name}`;

function handles(controls: readonly HostNode[]): readonly Handle[] {
  const seen = new Map<string, number>();
  return controls.map((node) => {
    const key = keyOf(node);
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    return { key, index };
  });
}

/** Repeats of one kind of control (a list of 40 guides) are tapped this often; they share their code. */
const REPEATS = 2;

const kindOf = (node: HostNode): string => `${node.tag}|${node.role}|${node.className}`;

function worthTapping(controls: readonly HostNode[]): readonly HostNode[] {
  const counts = new Map<string, number>();
  return controls.filter((node) => {
    const count = (counts.get(kindOf(node)) ?? 0) + 1;
    counts.set(kindOf(node), count);
    return count <= REPEATS;
  });
}

const TYPED = '身份证abc123';

async function operate(host: Host, node: HostNode): Promise<readonly string[]> {
  if (node.tag === 'input' || node.tag === 'textarea') {
    const before = String(node.attribute('value') ?? '');
    const shown = await host.input(node, TYPED, { lag: 120 });
    return typingBreaches(host.ledger, before + TYPED, shown);
  }
  if (node.tag === 'switch') await host.fire(node, 'change', { value: node.attribute('checked') !== true });
  else if (node.tag === 'picker') await host.fire(node, 'change', { value: 0 });
  else await host.tap(node);
  await host.advance(2000);
  return [];
}

/**
 * Opens a page, then uses each of its controls once, each from a fresh launch. Anything that goes wrong is a
 * finding: an error, a control without name or role, a setData above its budget, an echo, a lost character.
 */
export async function crawlPage(page: string, options: LaunchOptions = {}): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const report = (action: string, problems: readonly string[]): void => {
    for (const problem of problems) findings.push({ page, action, problem });
  };
  const open = (): Promise<Host> => launch({ onPhone: 'all', ...options, path: page });

  const first = await open();
  const controls = first.names();
  report('open', problemsOf(first));
  report('open', unnamedControls(controls));
  first.kill();

  for (const { key, index } of handles(worthTapping(controls))) {
    const host = await open();
    const node = host.names().filter((candidate) => keyOf(candidate) === key)[index];
    if (node === undefined) report(key, ['is there on one launch and not on the next']);
    else report(key, [...(await operate(host, node)), ...problemsOf(host)]);
    host.kill();
  }
  return findings;
}

/** Errors and broken budgets of everything that a host did since its launch. */
export const problemsOf = ({ ledger }: Host): readonly string[] => [
  ...ledger.errors.map(({ action, source, message }) => `${source} error after "${action}": ${message}`),
  ...setDataBreaches(ledger.setData),
  ...rateBreaches(ledger.setData),
];
