/** 先查后办 of an application that may be half filled in: one row an entity, its departments by reason. */
import type { ApplicationDraft } from '@/domain/certificate/draft';
import type { CertificateReference } from '@/domain/certificate/reference';
import { triage, type Reason, type TriageSummary, type Verdict } from '@/domain/certificate/triage';
import { parseDate } from '@/domain/shared/civil-date';

export interface ReasonGroup {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** Ids, in the order of the 27. */
  readonly departments: readonly string[];
  /** Of these, those for which a report may be downloaded besides. */
  readonly alsoDownload: readonly string[];
}

export interface EntityRow {
  readonly name: string;
  readonly groups: readonly ReasonGroup[];
}

export interface Board {
  readonly summary: TriageSummary;
  readonly rows: readonly EntityRow[];
}

const districtOf = (code: string, own: string): boolean => code !== '' && code !== own;

/** `undefined` while the period is no period. Codes may be missing yet: entities are told apart by their place. */
export function boardOf(
  { entities, departments, period, knownRecords }: ApplicationDraft,
  findingWanted: boolean,
  reference: CertificateReference,
): Board | undefined {
  const [start, end] = [parseDate(period.start), parseDate(period.end)];
  if (!start || !end) return undefined;
  const own = reference.parameters.district;
  const placeOfCode = (code: string): string =>
    String(entities.findIndex(({ creditCode }) => creditCode !== '' && creditCode === code));
  const { cells, summary } = triage(
    {
      entities: entities.map(({ district, established }, i) => {
        const founded = established === undefined ? undefined : parseDate(established);
        return {
          creditCode: String(i),
          outside: districtOf(district, own),
          ...(founded ? { established: founded } : {}),
        };
      }),
      departments,
      period: { start, end },
      knownRecords: knownRecords.flatMap(({ entity, department, decidedOn }) => {
        const on = parseDate(decidedOn);
        if (!on) return [];
        return [
          {
            entity: placeOfCode(entity),
            decidedOn: on,
            ...(department === undefined ? {} : { department }),
          },
        ];
      }),
      findingWanted,
    },
    reference,
  );
  const rows = entities.map(({ name }, i): EntityRow => {
    const groups = new Map<Reason, ReasonGroup>();
    for (const { entity, verdict, reason, department, alsoDownload } of cells) {
      if (entity !== String(i)) continue;
      const known = groups.get(reason) ?? { verdict, reason, departments: [], alsoDownload: [] };
      groups.set(reason, {
        ...known,
        departments: [...known.departments, department],
        alsoDownload: alsoDownload ? [...known.alsoDownload, department] : known.alsoDownload,
      });
    }
    return { name, groups: [...groups.values()] };
  });
  return { summary, rows };
}
