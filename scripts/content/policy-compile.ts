/** Loads policies with all that they rest on, and brings them into the one book that the checker reads. */
import { compileBook } from '@/domain/benefit/compiled';
import type { FactEntry, Policy, PolicyBook } from '@/domain/benefit/policy';
import { dateOf } from '@/domain/shared/civil-date';
import { emitModule } from './emit';
import { loadFile, loadFolder, type Problem } from './load';
import {
  factsSchema,
  figuresSchema,
  parametersSchema,
  policySchema,
  type FigureTable,
  type ParameterTable,
} from './policy-schema';

/** What staff edit about benefits, as loaded, by file. */
export interface PolicyLibrary {
  readonly policies: ReadonlyMap<string, Policy>;
  readonly parameters: ReadonlyMap<string, readonly ParameterTable[]>;
  readonly facts: readonly FactEntry[];
  readonly figures: readonly FigureTable[];
  readonly problems: readonly Problem[];
}

export function loadPolicies(): PolicyLibrary {
  const policies = loadFolder('policies', policySchema);
  const parameters = loadFolder('parameters', parametersSchema);
  const facts = loadFile('benefit-facts.yaml', factsSchema);
  const figures = loadFile('benefit-figures.yaml', figuresSchema);
  return {
    policies: policies.files,
    parameters: parameters.files,
    facts: facts.value ?? [],
    figures: figures.value ?? [],
    problems: [policies, parameters, facts, figures].flatMap(({ problems }) => problems),
  };
}

/** In the official order; figures and parameters without their notes, which are for staff. */
export function policyBookOf({ policies, parameters, facts, figures }: PolicyLibrary): PolicyBook {
  const tables = [...parameters.values()].flat().map(({ id, rows }) => {
    const dated = rows.map(({ from, to, value }) => ({
      from: dateOf(from),
      ...(to === undefined ? {} : { to: dateOf(to) }),
      value,
    }));
    return [id, dated] as const;
  });
  return {
    policies: [...policies.values()].sort((a, b) => (a.number < b.number ? -1 : 1)),
    facts,
    parameters: Object.fromEntries(tables),
    figures: figures.map(({ path, department, rows }) => ({
      path,
      department,
      rows: rows.map(({ from, to, value }) => ({ from, ...(to === undefined ? {} : { to }), value })),
    })),
  };
}

/** A book with a rule or table that does not exist throws here, not on the phone. */
export function emitPolicies(): readonly Problem[] {
  const library = loadPolicies();
  const book = policyBookOf(library);
  compileBook(book);
  emitModule('policies', { name: 'PolicyBook', from: '@/domain/benefit/policy' }, book);
  return library.problems;
}
