import type { Ledger, SetDataCall } from '../host/ledger';
import { type HostNode, type TreeCounts, walk } from '../host/tree';

/** The table of targets; units in the names. */
export const BUDGET = {
  nodes: 600,
  depth: 20,
  children: 40,
  setDataBytes: 48 * 1024,
  keyBytes: 2 * 1024,
  revealBytes: 16 * 1024,
  setDataPerSecond: 10,
} as const;

/** The three counts of a page against the budget. */
export function treeBreaches(counts: TreeCounts): readonly string[] {
  return [
    counts.nodes < BUDGET.nodes ? '' : `${counts.nodes} nodes, below ${BUDGET.nodes} wanted`,
    counts.depth < BUDGET.depth ? '' : `${counts.depth} deep, below ${BUDGET.depth} wanted`,
    counts.children <= BUDGET.children
      ? ''
      : `${counts.children} children in one parent, ${BUDGET.children} allowed`,
  ].filter((breach) => breach !== '');
}

const isTyping = ({ action }: SetDataCall): boolean => action.startsWith('type ');
const isTap = ({ action }: SetDataCall): boolean => action.startsWith('tap ');

/** Size of single calls: any, by a key, by a tap. A tap that opens another page is measured as that page's first. */
export function setDataBreaches(calls: readonly SetDataCall[]): readonly string[] {
  const over = (call: SetDataCall, limit: number): string[] =>
    call.bytes > limit
      ? [`setData of ${call.bytes} bytes on ${call.page} by "${call.action}", ${limit} allowed`]
      : [];
  return calls.flatMap((call) =>
    over(
      call,
      isTyping(call) ? BUDGET.keyBytes : isRevealing(call) ? BUDGET.revealBytes : BUDGET.setDataBytes,
    ),
  );
}

/** The first call of a page carries the whole tree; later ones by a tap reveal something. */
const isRevealing = (call: SetDataCall): boolean => isTap(call) && !call.keys.includes('root.uid');

/** Most calls in any one second. */
export function busiestSecond(calls: readonly SetDataCall[]): number {
  const times = calls.map(({ at }) => at).sort((a, b) => a - b);
  return times.reduce((most, start) => {
    const inside = times.filter((time) => time >= start && time < start + 1000).length;
    return Math.max(most, inside);
  }, 0);
}

export const rateBreaches = (calls: readonly SetDataCall[]): readonly string[] => {
  const busiest = busiestSecond(calls);
  return busiest > BUDGET.setDataPerSecond
    ? [`${busiest} setData in one second, ${BUDGET.setDataPerSecond} allowed`]
    : [];
};

/** What is wrong after typing: echoes, or characters that the screen lost. */
export function typingBreaches(
  ledger: Pick<Ledger, 'echoes'>,
  typed: string,
  shown: string,
): readonly string[] {
  return [
    ledger.echoes.length > 0 ? `${ledger.echoes.length} echoes while typing` : '',
    shown === typed ? '' : `typed "${typed}", the screen shows "${shown}"`,
  ].filter((breach) => breach !== '');
}

const ROLES = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'switch', 'checkbox', 'radio', 'tab', 'combobox', 'slider'],
  ...['menuitem', 'option', 'listitem', 'img', 'dialog'],
]);

/** Controls that a screen reader cannot announce. */
export const unnamedControls = (controls: readonly HostNode[]): readonly string[] =>
  controls.flatMap((node) => [
    ...(node.name === '' ? [`<${node.tag} class="${node.className}"> has no name`] : []),
    ...(ROLES.has(node.role)
      ? []
      : [`"${node.name}" <${node.tag} class="${node.className}"> has no role of a control`]),
  ]);

/** Parents with more children than the budget, for a message that says which. */
export const longLists = (root: HostNode): readonly string[] =>
  [...walk(root)]
    .filter(({ children }) => children.length > BUDGET.children)
    .map((node) => `<${node.tag} class="${node.className}"> has ${node.children.length} children`);

/** Names that libraries probe with typeof before use; each is harmless when absent. */
export const SAFE_PROBES: ReadonlySet<string> = new Set([
  ...[
    'SuppressedError',
    'performance',
    'requirePlugin',
    'setImmediate',
    'MessageChannel',
    'window',
    'document',
  ],
  ...[
    'navigator',
    'self',
    'global',
    'process',
    '__TARO_APP_CONFIG',
    'requestAnimationFrame',
    'cancelAnimationFrame',
  ],
  ...[
    'queueMicrotask',
    'reportError',
    '__REACT_DEVTOOLS_GLOBAL_HOOK__',
    'AggregateError',
    'WeakRef',
    'exports',
  ],
]);

export const unsafeProbes = ({ probes }: Pick<Ledger, 'probes'>): readonly string[] =>
  [...probes].filter((name) => !SAFE_PROBES.has(name));
