/** One short text for all that a paper covers: whoever changes a line of it changes this. */
import { formatDate } from '@/domain/shared/civil-date';
import type { FoundRecord } from '@/domain/certificate/events';
import { canonical, type Json } from '../crypto/canonical';
import { sm3 } from '../crypto/sm3';
import type { PaperFacts } from '../certificate/port';

const recordJson = ({ documentNumber, agency, decidedOn, amountCents }: FoundRecord): Json => ({
  documentNumber,
  agency,
  decidedOn: formatDate(decidedOn),
  amountCents,
});

const findingJson = ({ department, entity, finding }: PaperFacts['findings'][number]): Json => ({
  department,
  entity,
  kind: finding.kind,
  phrase: finding.phrase,
  ...(finding.kind === 'record'
    ? { assessment: finding.assessment, records: finding.records.map(recordJson) }
    : {}),
});

/** First 32 hexadecimal digits of the SM3. */
export function scopeDigest({ number, scope, outcome, findings, replaces }: PaperFacts): string {
  const { purpose, board, period, entities, departments } = scope;
  const text = canonical({
    number,
    purpose,
    board,
    period: [formatDate(period.start), formatDate(period.end)],
    entities: entities.map(({ creditCode, name, outside }) => [creditCode, name, outside]),
    departments,
    kind: outcome.kind,
    included: outcome.included,
    annexed: outcome.annexed,
    excluded: outcome.excluded,
    withheld:
      outcome.kind === 'partiallyIssued'
        ? outcome.withheld.map(({ department, why }) => [department, why])
        : undefined,
    findings: findings.map(findingJson),
    replaces,
  });
  return sm3(text).slice(0, 32);
}
