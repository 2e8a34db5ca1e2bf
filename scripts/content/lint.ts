/** The content lint as one call: schema problems, the rules over guides, and what is not confirmed yet. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { CivilDate } from '@/domain/shared/civil-date';
import { loadForms } from './form-compile';
import { loadCertificate } from './certificate-compile';
import { loadCalendar } from './holiday-compile';
import type { Library } from './library';
import { contentRoot, loadFile, type Problem } from './load';
import { loadPolicies } from './policy-compile';
import { channelRules } from './rules/channels';
import { lintForms } from './rules/forms';
import { identityRules } from './rules/identity';
import { placeholderRules } from './rules/placeholder';
import { lintPolicies } from './rules/policies';
import { referenceRules } from './rules/references';
import { runRules, type Rule } from './rules/rule';
import { substanceRules } from './rules/substance';
import { timeRules } from './rules/time';
import { unconfirmedOf, unconfirmedPolicies, type Unconfirmed } from './unconfirmed';

export const guideRules: readonly Rule[] = [
  ...timeRules,
  ...channelRules,
  ...substanceRules,
  ...identityRules,
  ...referenceRules,
  ...placeholderRules,
];

export interface LintReport {
  readonly guides: number;
  readonly online: number;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly unconfirmed: readonly Unconfirmed[];
}

const GUIDES = 89;
const ONLINE = 33;

const idsIn = (folder: string): Set<string> => {
  const path = join(contentRoot, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : [];
  return new Set(names.map((name) => basename(name, '.yaml')));
};

/** The second half of rule 20: how many there are. */
function countFaults(guides: number, online: number): Problem[] {
  const fault = (message: string): Problem => ({
    rule: '20-count',
    level: 'error',
    file: 'guides',
    path: '',
    message,
  });
  return [
    ...(guides === GUIDES ? [] : [fault(`指南应有 ${GUIDES} 份,现有 ${guides} 份`)]),
    ...(online === ONLINE ? [] : [fault(`掌上办应有 ${ONLINE} 项,现有 ${online} 项`)]),
  ];
}

/** Lints a loaded library as of a day (overdue reviews depend on it). */
export function lintLibrary(library: Library, today: CivilDate): LintReport {
  const online = loadFile('online-items.yaml', z.array(z.string()));
  const policies = loadPolicies();
  const certificate = loadCertificate();
  const problems = [
    ...library.problems,
    ...online.problems,
    ...lintForms(loadForms(), library),
    ...certificate.problems,
    ...lintPolicies(policies, {
      departments: new Set(library.departments.map(({ id }) => id)),
      guides: new Set(library.guides.keys()),
    }),
    ...runRules(guideRules, {
      library,
      onlineIds: new Set(online.value ?? []),
      policyIds: idsIn('policies'),
      formIds: idsIn('forms'),
      calendar: loadCalendar(),
      today,
    }),
  ];
  const onlineCount = [...library.guides.values()].filter(({ depth }) => depth === 'online').length;
  problems.push(...countFaults(library.guides.size, onlineCount));
  return {
    guides: library.guides.size,
    online: onlineCount,
    errors: problems.filter(({ level }) => level === 'error'),
    warnings: problems.filter(({ level }) => level === 'warning'),
    unconfirmed: [...unconfirmedOf(library), ...unconfirmedPolicies(policies), ...certificate.unconfirmed],
  };
}
