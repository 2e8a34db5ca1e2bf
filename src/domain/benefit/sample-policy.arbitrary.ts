/** Small made-up policies for tests: `policyWith` changes what a test is about, `bookOf` compiles them with their facts. */
import type { Condition } from '../logic/condition';
import { compileBook, type CompiledBook } from './compiled';
import type { FactEntry, Policy, PolicyCondition } from './policy';

export const conditionOf = (
  id: string,
  when: Condition,
  more: Partial<PolicyCondition> = {},
): PolicyCondition => ({
  id,
  text: id,
  clause: `clause of ${id}`,
  when,
  evidence: 'K',
  ...more,
});

const sample: Policy = {
  id: 'sample',
  number: 'P01',
  name: 'sample',
  summary: 'sample',
  audience: 'person',
  mode: 'A',
  department: 'civil-affairs',
  jointDepartments: [],
  channel: 'card',
  arrives: 'monthly',
  basis: [],
  conditions: [],
  confirm: [],
  voluntary: [],
  per: 'month',
  amountText: 'sample',
  notices: [],
  interactions: [],
  sources: [],
  guides: [],
  evidence: 'K',
};

export const policyWith = (more: Partial<Policy>): Policy => ({ ...sample, ...more });

/** Needs each of the facts to be true. */
export const needing = (id: string, paths: readonly string[], more: Partial<Policy> = {}): Policy =>
  policyWith({ id, conditions: paths.map((path) => conditionOf(path, { fact: path, is: true })), ...more });

export const factOf = (path: string, more: Partial<FactEntry> = {}): FactEntry => ({
  path,
  type: 'bool',
  nature: 'J',
  ask: path,
  ...more,
});

export const bookOf = (policies: readonly Policy[], facts: readonly FactEntry[] = []): CompiledBook =>
  compileBook({ policies, facts, parameters: {}, figures: [] });
