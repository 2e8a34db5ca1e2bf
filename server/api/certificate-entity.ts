/** A row of the matrix on the wire: one entity's departments. */
import type { CertificateEntity } from '@/contract/certificate';
import type { Finding } from '@/domain/certificate/events';
import { formatDate } from '@/domain/shared/civil-date';
import type { Store } from '../cases/store';
import { stateAt, type StoredCertificate } from '../certificate/find';
import { shownState } from './certificate-clock';

type Shown = CertificateEntity['cells'][number]['finding'];

function toFinding(finding: Finding | undefined): Shown {
  if (!finding) return null;
  const record = finding.kind === 'record' ? finding : undefined;
  return {
    phrase: finding.phrase,
    assessment: record?.assessment ?? null,
    records: (record?.records ?? []).map(({ documentNumber, agency, decidedOn }) => ({
      documentNumber,
      agency,
      decidedOn: formatDate(decidedOn),
    })),
  };
}

/** `undefined`: no such entity in this case. */
export function toCertificateEntity(
  store: Store,
  { events }: StoredCertificate,
  creditCode: string,
  at: number,
): CertificateEntity | undefined {
  const { scope, board } = stateAt(store, events, at);
  const entity = scope.entities.find((one) => one.creditCode === creditCode);
  if (!entity) return undefined;
  return {
    creditCode,
    name: entity.name,
    cells: board.flatMap((column) => {
      const state = shownState(column, creditCode);
      if (state === undefined) return [];
      const finding = column.cells.find((cell) => cell.entity === creditCode)?.finding;
      return [
        {
          department: column.department,
          state,
          column: column.state,
          finding: state === 'waiting' ? null : toFinding(finding),
        },
      ];
    }),
  };
}
