/** As much of a test runner as the fast tests need: describe, it, it.each, in one process, ending at the first failure. */
import { expect } from 'expect';

type Body = (...args: unknown[]) => unknown;

interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Suite {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
}

const argumentsOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);

/** A fresh list that `describe` and `it` of the globals fill while test files load. */
export function createSuite(): Suite {
  const cases: Case[] = [];
  const path: string[] = [];
  const inside = (name: unknown, run: () => void): void => {
    path.push(String(name));
    run();
    path.pop();
  };
  const add = (name: unknown, run: () => unknown): void => {
    cases.push({ name: [...path, String(name)].join(' › '), run });
  };
  const describe = Object.assign((name: unknown, body: () => void) => inside(name, body), {
    each: (rows: readonly unknown[]) => (name: unknown, body: Body) =>
      rows.forEach((row, i) => inside(`${String(name)} ${i}`, () => void body(...argumentsOf(row)))),
  });
  const it = Object.assign((name: unknown, body: () => unknown) => add(name, body), {
    each: (rows: readonly unknown[]) => (name: unknown, body: Body) =>
      rows.forEach((row, i) => add(`${String(name)} ${i}`, () => body(...argumentsOf(row)))),
  });
  return { cases, globals: { describe, it, test: it, expect } };
}

/** Name of the first case that fails, with what it says; `undefined` when all pass. */
export async function firstFailure(cases: readonly Case[]): Promise<string | undefined> {
  for (const { name, run } of cases) {
    try {
      await run();
    } catch {
      return name;
    }
  }
  return undefined;
}
