/** Facts made fit to print: every name in characters of the font, with a list of those that it has not. */
import type { Finding, FoundRecord } from '@/domain/certificate/events';
import type { PaperFacts } from '../certificate/port';
import { printable } from './font';

export interface Wanting {
  readonly text: string;
  readonly codes: readonly string[];
}

export interface PrintableFacts {
  readonly facts: PaperFacts;
  readonly wanting: readonly Wanting[];
}

export function printableFacts(facts: PaperFacts): PrintableFacts {
  const wanting = new Map<string, Wanting>();
  const fit = (text: string): string => {
    const made = printable(text);
    if (made.wanting.length > 0) wanting.set(made.text, { text: made.text, codes: made.wanting });
    return made.text;
  };
  const recordOf = (record: FoundRecord): FoundRecord => ({
    ...record,
    documentNumber: fit(record.documentNumber),
    agency: fit(record.agency),
  });
  const findingOf = (finding: Finding): Finding =>
    finding.kind === 'record' ? { ...finding, records: finding.records.map(recordOf) } : finding;
  const { scope } = facts;
  const fitted: PaperFacts = {
    ...facts,
    scope: {
      ...scope,
      companyName: fit(scope.companyName),
      entities: scope.entities.map((entity) => ({ ...entity, name: fit(entity.name) })),
    },
    findings: facts.findings.map((one) => ({ ...one, finding: findingOf(one.finding) })),
  };
  return { facts: fitted, wanting: [...wanting.values()] };
}
