import fc from 'fast-check';
import { dateOf } from '../shared/civil-date';
import { ALL, BRANCH, COMPANY, OUTSIDE, reference } from './desk.arbitrary';
import type { CertificateReference, ReportCoverage } from './reference';
import { fieldCoverage, triage, type TriageInput } from './triage';

const input: TriageInput = {
  entities: [
    { creditCode: COMPANY, outside: false },
    { creditCode: OUTSIDE, outside: true },
  ],
  departments: ALL,
  period: { start: dateOf('2023-01-01'), end: dateOf('2026-11-22') },
  knownRecords: [],
  findingWanted: false,
};

const covering = (ids: readonly string[], report: ReportCoverage): CertificateReference => ({
  ...reference,
  departments: reference.departments.map((department) =>
    ids.includes(department.id)
      ? { ...department, fields: department.fields.map((field) => ({ ...field, report })) }
      : department,
  ),
});
const confirmed = covering(['tax', 'health'], { province: 'liaoning', evidence: 'C', source: 'x' });

const cell = (change: Partial<TriageInput>, entity: string, department: string, using = confirmed) => {
  const found = triage({ ...input, ...change }, using).cells.find(
    (one) => one.entity === entity && one.department === department,
  );
  return found && [found.verdict, found.reason, found.alsoDownload];
};

describe('fieldCoverage', () => {
  it.each([
    ['liaoning', 'C', 'confirmed'],
    ['liaoning', 'L', 'confirmed'],
    ['liaoning', 'K', 'unconfirmed'],
    ['liaoning', 'P', 'unconfirmed'],
    ['liaoning', 'S', 'unconfirmed'],
    ['liaoning', 'N', 'unknown'],
    ['guangdong', 'C', 'unconfirmed'],
  ] as const)('%s on evidence %s is %s', (province, evidence, coverage) => {
    expect(fieldCoverage({ id: 'x', name: 'x', report: { province, evidence } })).toBe(coverage);
  });

  it('without anything read is unknown', () => {
    expect(fieldCoverage({ id: 'x', name: 'x' })).toBe('unknown');
  });
});

describe('triage', () => {
  it('with what is confirmed today replaces nothing: 27 → 27', () => {
    const { summary } = triage(input, reference);
    expect([summary.from, summary.to]).toEqual([27, 27]);
    expect(summary.departments.jointReview).toEqual(ALL);
  });

  it('takes off only the departments that are confirmed', () => {
    const { summary } = triage(input, confirmed);
    expect([summary.from, summary.to]).toEqual([27, 25]);
    expect(summary.departments.replaceable).toEqual(['tax', 'health']);
  });

  it('does not count a department that was not chosen as spared', () => {
    const { summary } = triage({ ...input, departments: ['tax', 'court'] }, confirmed);
    expect(summary.to).toBe(26);
    expect(summary.departments.notApplicable).toHaveLength(25);
  });

  it('gives each cell its reason', () => {
    expect(cell({}, COMPANY, 'tax')).toEqual(['replaceable', 'covered', false]);
    expect(cell({}, OUTSIDE, 'tax')).toEqual(['outside', 'registeredElsewhere', false]);
    expect(cell({}, COMPANY, 'ecology')).toEqual(['jointReview', 'coverageUnconfirmed', true]);
    expect(cell({}, COMPANY, 'customs')).toEqual(['jointReview', 'notCovered', false]);
    expect(cell({ findingWanted: true }, COMPANY, 'tax')).toEqual(['jointReview', 'findingWanted', true]);
    expect(cell({ departments: ['court'] }, COMPANY, 'tax')).toEqual(['notApplicable', 'notSelected', false]);
  });

  it('sends a period that starts on 2020-08-31 to review, and not one that starts the day after', () => {
    const from = (start: string, end = '2023-12-31') => ({
      period: { start: dateOf(start), end: dateOf(end) },
    });
    expect(cell(from('2020-08-31'), COMPANY, 'tax')).toEqual(['jointReview', 'startsBeforeReport', true]);
    expect(cell(from('2020-09-01'), COMPANY, 'tax')).toEqual(['replaceable', 'covered', false]);
    expect(cell(from('2019-01-01', '2020-08-31'), COMPANY, 'tax')).toEqual([
      'jointReview',
      'startsBeforeReport',
      false,
    ]);
  });

  it('wants a finding on a record within the period, of whichever department if it is not said', () => {
    const record = { entity: COMPANY, decidedOn: dateOf('2024-05-01') };
    expect(cell({ knownRecords: [{ ...record, department: 'tax' }] }, COMPANY, 'tax')?.[1]).toBe(
      'knownRecord',
    );
    expect(cell({ knownRecords: [{ ...record, department: 'tax' }] }, COMPANY, 'health')?.[1]).toBe(
      'covered',
    );
    expect(cell({ knownRecords: [record] }, COMPANY, 'health')?.[1]).toBe('knownRecord');
    const old = { ...record, decidedOn: dateOf('2022-12-31') };
    expect(cell({ knownRecords: [old] }, COMPANY, 'tax')?.[1]).toBe('covered');
  });

  it('asks nothing about an entity that came after the period', () => {
    const late = [{ creditCode: BRANCH, outside: false, established: dateOf('2026-11-23') }];
    expect(cell({ entities: late }, BRANCH, 'tax')).toEqual(['notApplicable', 'foundedAfterPeriod', false]);
  });

  it('needs every field of a department', () => {
    const half: CertificateReference = {
      ...reference,
      departments: reference.departments.map((department) => ({
        ...department,
        fields: department.fields.map((field, i) =>
          i === 0 ? { ...field, report: { province: 'liaoning', evidence: 'L' } } : field,
        ),
      })),
    };
    expect(cell({}, COMPANY, 'agriculture', half)).toEqual(['jointReview', 'coverageUnconfirmed', true]);
    expect(cell({}, COMPANY, 'water', half)).toEqual(['replaceable', 'covered', false]);
  });

  it('gives every cell once, and each department one place', () => {
    fc.assert(
      fc.property(fc.subarray(ALL), fc.boolean(), fc.boolean(), (departments, findingWanted, outside) => {
        const entities = [
          { creditCode: COMPANY, outside: false },
          { creditCode: BRANCH, outside },
        ];
        const { cells, summary } = triage({ ...input, entities, departments, findingWanted }, confirmed);
        expect(new Set(cells.map(({ department, entity }) => `${department} ${entity}`)).size).toBe(54);
        expect(Object.values(summary.departments).flat().sort()).toEqual([...ALL].sort());
        expect(summary.from - summary.to).toBe(summary.departments.replaceable.length);
      }),
    );
  });
});
