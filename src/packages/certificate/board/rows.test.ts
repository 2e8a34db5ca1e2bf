import type { CertificateReference } from '@/domain/certificate/reference';
import { dateOf } from '@/domain/shared/civil-date';
import reference from '@/generated/certificate/reference';
import { readApplication } from '@/services/certificate-application';
import { boardOf } from './rows';

const asOf = dateOf('2026-11-23');
const board = (answers: Readonly<Record<string, unknown>>, wanted = false, facts = reference) =>
  boardOf(readApplication(answers, {}, [], facts, asOf), wanted, facts);

/** As it would be once the list of the 52 fields is read: tax covered in Liaoning. */
const covered: CertificateReference = {
  ...reference,
  departments: reference.departments.map((each) =>
    each.id === 'tax'
      ? {
          ...each,
          fields: [{ id: 'tax', name: '税收', report: { province: 'liaoning', evidence: 'C', source: 'x' } }],
        }
      : each,
  ),
};

it('sorts an application in which nothing was entered yet', () => {
  const found = board({});
  expect(found?.summary).toMatchObject({ from: 27, to: 27 });
  expect(found?.rows).toHaveLength(1);
  expect(found?.rows[0]?.groups.flatMap(({ departments }) => departments)).toHaveLength(27);
});

it('takes off only what the evidence says a report replaces', () => {
  expect(board({}, false, covered)?.summary).toMatchObject({ from: 27, to: 26 });
  expect(board({}, true, covered)?.summary.to).toBe(27);
});

it('groups by reason, each department of an entity once', () => {
  const found = board({
    company: { name: '甲', creditCode: 'A' },
    related: [{ name: '乙', creditCode: 'B', district: '210102' }],
    departments: reference.departments.filter(({ core }) => core).map(({ id }) => id),
    knownRecords: [{ entity: 'A', department: 'tax', decidedOn: '2025-01-02' }],
  });
  const [own, outside] = found?.rows ?? [];
  expect(own?.groups.find(({ reason }) => reason === 'knownRecord')?.departments).toEqual(['tax']);
  expect(own?.groups.find(({ reason }) => reason === 'notSelected')?.departments).toHaveLength(
    27 - reference.departments.filter(({ core }) => core).length,
  );
  expect(outside?.groups.map(({ reason }) => reason)).toEqual(['registeredElsewhere']);
});

it('gives a record of an unknown company to no entity', () => {
  const found = board({ knownRecords: [{ entity: 'X', decidedOn: '2025-01-02' }] });
  expect(found?.rows[0]?.groups.some(({ reason }) => reason === 'knownRecord')).toBe(false);
});

it('says nothing without a period', () => {
  expect(board({ period: { start: '2026-02-30' } })).toBeUndefined();
});
