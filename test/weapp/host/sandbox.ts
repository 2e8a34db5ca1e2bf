import { createContext, runInContext, Script, type Context } from 'node:vm';
import type { Clock } from './clock';
import type { Ledger } from './ledger';
import type { Bag } from './values';

/** Function of one file of the package, as WeChat's own `define` wraps it. */
export type ModuleBody = (require: unknown, module: unknown, exports: unknown) => void;
export type Evaluate = (path: string, code: string) => ModuleBody;

/** In V8, but not in what WeChat promises (ES2020 without eval); found missing on real phones, not here. */
const REMOVED = [
  ...['eval', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Intl', 'Iterator'],
  ...['WeakRef', 'FinalizationRegistry', 'AggregateError'],
] as const;

const PREPARE = `
for (const name of removed) delete globalThis[name];
for (const [owner, names] of [
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group']],
  [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
  [Object, ['hasOwn', 'groupBy']],
  [Map, ['groupBy']],
  [Array, ['fromAsync']],
  [Promise, ['any', 'withResolvers']],
]) for (const name of names) delete owner[name];
// WeChat's Function yields an empty function whatever it is given.
const prototype = Function.prototype;
const EmptyFunction = function Function() { return function () {}; };
EmptyFunction.prototype = prototype;
prototype.constructor = EmptyFunction;
globalThis.Function = EmptyFunction;
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...args) { if (args.length === 0) super(now()); else super(...args); }
  static now() { return now(); }
};
`;

/** Names WeChat gives every file besides the built-ins of the language. */
function wechatGlobals(clock: Clock, ledger: Ledger, api: Bag): Bag {
  const console = {
    error: (...args: unknown[]) => ledger.recordError('console', ...args),
    warn: (...args: unknown[]) => void ledger.warnings.push(args.map(String).join(' ')),
    ...Object.fromEntries(
      ['log', 'info', 'debug', 'group', 'groupEnd', 'trace', 'table', 'time', 'timeEnd'].map((name) => [
        name,
        () => undefined,
      ]),
    ),
  };
  return {
    ...api,
    console,
    setTimeout: clock.after.bind(clock),
    setInterval: clock.every.bind(clock),
    clearTimeout: clock.cancel.bind(clock),
    clearInterval: clock.cancel.bind(clock),
  };
}

/**
 * A JavaScript world that holds only what WeChat documents. Any other name is absent: reading it throws, and
 * looking for it (also by typeof) is written to `ledger.probes`.
 */
export function createSandbox(clock: Clock, ledger: Ledger, api: Bag): Evaluate {
  const context: Context = createContext(wechatGlobals(clock, ledger, api));
  runInContext(`(function (now, removed) {${PREPARE}})`, context)(() => clock.now(), REMOVED);
  // The V8 console survives deletion, so the scope decides by name what is there.
  const scope = runInContext(
    `(function (probe) {
       return new Proxy({}, { has(_, name) { if (typeof name === 'string' && !(name in globalThis)) probe(name); return false; } });
     })`,
    context,
  )((name: string) => ledger.probes.add(name));
  // As parameters, names that are there resolve where they are written; through the scope each reading would ask it.
  const names = globalNames(context);
  const values = runInContext(`[${names.join(', ')}]`, context);
  const head = `(function (scope) { with (scope) { return function (${names.join(', ')}, undefined) { return function (require, module, exports) {\n`;
  return (path, code) => scriptOf(path, head, code).runInContext(context)(scope)(...values);
}

const scripts = new Map<string, { readonly head: string; readonly script: Script }>();

/** Read once a process: each launch runs the same files in a world of its own. */
function scriptOf(path: string, head: string, code: string): Script {
  const known = scripts.get(code);
  if (known?.head === head) return known.script;
  const script = new Script(`${head}${code}\n}; }; } })`, { filename: path, lineOffset: -1 });
  scripts.set(code, { head, script });
  return script;
}

/** What may stand as a name in code: everything there is but the three that are no variables. */
const globalNames = (context: Context): readonly string[] =>
  runInContext('Object.getOwnPropertyNames(globalThis)', context).filter(
    (name: string) =>
      /^[A-Za-z_$][\w$]*$/.test(name) && !['undefined', 'NaN', 'Infinity', 'globalThis'].includes(name),
  );
