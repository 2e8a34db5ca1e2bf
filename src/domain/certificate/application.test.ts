import { dateOf } from '../shared/civil-date';
import {
  ALL,
  branch,
  BRANCH,
  codesOf,
  company,
  COMPANY,
  draft,
  hintsOf,
  outsider,
  reference,
  subsidiary,
} from './desk.arbitrary';
import { creditCodeCheckCharacter, organisationCheckCharacter } from '../identity/credit-code';
import { checkApplication } from './application';
import type { EntityDraft, KnownRecordDraft } from './draft';
import { faultMessage } from './fault';
import { defaultPeriod } from './period';
import { undeclaredRecords } from './records';

const entity = (i: number): EntityDraft => {
  const organisation = `MATEX${String(i).padStart(3, '0')}`;
  const body = `91210213${organisation}${organisationCheckCharacter(organisation)}`;
  return {
    kind: 'branch',
    creditCode: body + creditCodeCheckCharacter(body),
    name: `分公司${i}`,
    district: '210213',
  };
};
const listFile = {
  kind: 'entity-list',
  title: '清单',
  files: [{ name: 'b.jpg', type: 'jpg', bytes: 1 }],
} as const;
const withEntities = (...others: readonly EntityDraft[]) => ({
  entities: [company, ...others],
  materials: [...draft.materials, listFile],
});

describe('the sound draft', () => {
  it('is taken, whole and without a hint', () => {
    expect([codesOf({}), hintsOf({})]).toEqual([[], []]);
  });

  it('keeps departments in the order of the 27', () => {
    const asked = { ...draft, departments: [...ALL].reverse() };
    const result = checkApplication(asked, reference, dateOf('2026-11-23'));
    expect(result.ok && result.value.application.departments).toEqual(ALL);
  });
});

describe('the company', () => {
  it.each([
    ['91210213MATEXY0131', 'creditCode:checksum'],
    ['9121O213MATEXY0136', 'creditCode:forbiddenLetter'],
    ['91210213MATEXY013', 'creditCode:length'],
  ])('with the code %s is refused: %s', (creditCode, code) => {
    const codes = codesOf({
      company: { ...draft.company, creditCode },
      entities: [{ ...company, creditCode }],
    });
    expect(codes).toEqual([`${code} company.creditCode`, `${code} entities[0].creditCode`]);
  });

  it('registered elsewhere by its code is only warned of', () => {
    const creditCode = outsider.creditCode;
    const change = { company: { ...draft.company, creditCode }, entities: [{ ...company, creditCode }] };
    expect([codesOf(change), hintsOf(change)]).toEqual([[], ['codeElsewhere']]);
  });

  it.each([
    [{ established: '2026-11-24' }, 'foundedInFuture company.established'],
    [{ established: '2026-02-30' }, 'date company.established'],
    [{ industry: '制造业' }, 'industry company.industry'],
    [{ capitalCents: -1 }, 'capital company.capitalCents'],
    [{ legalRepresentative: ' ' }, 'required company.legalRepresentative'],
  ])('%j: %s', (change, code) => {
    expect(codesOf({ company: { ...draft.company, ...change } })).toContain(code);
  });
});

describe('the period', () => {
  it('is by default three whole years and the current one', () => {
    const of = (established: string, asOf: string) => defaultPeriod(dateOf(established), dateOf(asOf));
    expect(of('2015-06-01', '2026-11-23')).toEqual({
      start: dateOf('2023-01-01'),
      end: dateOf('2026-11-22'),
    });
    expect(of('2015-06-01', '2026-01-01')).toEqual({
      start: dateOf('2023-01-01'),
      end: dateOf('2025-12-31'),
    });
    expect(of('2024-05-06', '2026-11-23')?.start).toEqual(dateOf('2024-05-06'));
    expect(of('2026-11-22', '2026-11-23')).toBeUndefined();
  });

  it.each([
    [{ start: '2023-01-01', end: '2026-11-23' }, ['periodEndNotPast period.end']],
    [{ start: '2023-01-01', end: '2023-01-01' }, ['periodOrder period.start']],
    [{ start: '2020-12-31', end: '2026-11-22' }, ['periodTooLong period.start']],
    [{ start: '2021-01-01', end: '2026-11-22' }, []],
    [{ start: '2023-02-29', end: '2026-11-22' }, ['date period.start']],
  ])('%j gives %j', (period, codes) => {
    expect(codesOf({ period })).toEqual(codes);
  });

  it('cannot begin before the company did', () => {
    const founded = { company: { ...draft.company, established: '2024-01-01' } };
    expect(codesOf(founded)).toEqual(['periodBeforeFounding period.start']);
  });

  it.each([
    ['2025-11-23', '2020-08-31', ['periodBeforeReport']],
    ['2025-11-23', '2020-09-01', []],
    // As of 2026 it is also too long; the hint stands beside the fault.
    ['2026-11-23', '2020-08-31', ['periodBeforeReport']],
    ['2026-11-23', '2025-11-22', []],
    ['2026-11-23', '2025-11-23', []],
    ['2026-11-23', '2025-11-24', ['periodShort']],
  ])('as of %s from %s is hinted %j', (asOf, start, hints) => {
    const end = asOf === '2026-11-23' ? '2026-11-22' : '2025-11-22';
    expect(hintsOf({ period: { start, end } }, asOf)).toEqual(hints);
  });
});

describe('entities', () => {
  it('are one to thirty', () => {
    const some = (count: number) => withEntities(...Array.from({ length: count }, (_, i) => entity(i)));
    expect(codesOf(some(29))).toEqual([]);
    expect(codesOf(some(30))).toEqual(['entitiesCount entities']);
    expect(codesOf({ entities: [] })).toContain('entitiesCount entities');
  });

  it('begin with the company, and have a code each', () => {
    expect(codesOf({ entities: [branch, company], materials: withEntities().materials })).toEqual([
      'firstNotCompany entities[0]',
      'secondCompany entities[1].kind',
    ]);
    const typed = { ...branch, creditCode: ` ${COMPANY.toLowerCase()}` };
    expect(codesOf(withEntities(typed))).toEqual(['creditCodeTwice entities[1].creditCode']);
  });

  it.each([
    ['whollyOwned', 99, false, 'shareForKind'],
    ['whollyOwned', 100, false, undefined],
    ['controlled', 50, false, 'shareForKind'],
    ['controlled', 50.01, false, undefined],
    ['controlled', 30, true, undefined],
    ['associate', 50, false, undefined],
    ['associate', 51, false, 'shareForKind'],
    ['controllingShareholder', 101, false, 'share'],
    ['controllingShareholder', Number.NaN, false, 'share'],
  ] as const)('%s with %d %% (control %s): %s', (kind, sharePercent, actualControl, code) => {
    const codes = codesOf(withEntities({ ...subsidiary, kind, sharePercent, actualControl }));
    expect(codes).toEqual(code ? [`${code} entities[1].sharePercent`] : []);
  });

  it('outside the district are taken and marked; with none inside there is nothing to review', () => {
    expect([codesOf(withEntities(outsider)), hintsOf(withEntities(outsider))]).toEqual([
      [],
      ['entityOutside'],
    ]);
    expect(codesOf({ entities: [{ ...company, district: '210102' }] })).toEqual(['nothingToReview entities']);
  });
});

describe('purpose and departments', () => {
  it.each([
    [{ purpose: 'none' }, ['purpose purpose']],
    [{ purpose: 'ipo', board: 'nasdaq' }, ['board board']],
    [{ purpose: 'bond' }, ['board board']],
    [{ departments: [] }, ['departments departments']],
    [{ departments: ['tax', 'education'] }, ['departments departments', 'scopeNotConfirmed scopeConfirmed']],
    [{ departments: [...ALL, 'tax'] }, ['departmentTwice departments']],
  ])('%j gives %j', (change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  it('asks to confirm a narrower scope, and warns below the core set', () => {
    const core = reference.departments.filter((department) => department.core).map(({ id }) => id);
    expect(codesOf({ departments: core })).toEqual(['scopeNotConfirmed scopeConfirmed']);
    expect(codesOf({ departments: core, scopeConfirmed: true })).toEqual([]);
    expect(hintsOf({ departments: core, scopeConfirmed: true })).toEqual(['departmentsNarrowed']);
    const below = core.slice(1);
    expect(hintsOf({ departments: below, scopeConfirmed: true })).toEqual([
      'departmentsNarrowed',
      'belowCore',
    ]);
  });
});

describe('known records', () => {
  const record: KnownRecordDraft = {
    documentNumber: '文号甲',
    agency: '机关甲',
    entity: COMPANY,
    decidedOn: '2024-05-01',
    reason: '事由',
    amountCents: 100_000,
    remedied: true,
    paidOn: '2024-05-01',
  };
  const proof = {
    kind: 'penalty-documents',
    title: '决定书',
    files: draft.materials[0]?.files ?? [],
  } as const;
  const given = (...records: readonly KnownRecordDraft[]) => ({
    knownRecords: records,
    materials: [...draft.materials, proof],
  });

  it.each([
    [{}, []],
    [{ documentNumber: ' ' }, ['required knownRecords[0].documentNumber']],
    [{ paidOn: '2024-04-30' }, ['recordPaidEarly knownRecords[0].paidOn']],
    [{ entity: BRANCH }, ['recordEntity knownRecords[0].entity']],
    [{ amountCents: 0.5 }, ['recordAmount knownRecords[0].amountCents']],
    [{ decidedOn: '2024-13-01' }, ['date knownRecords[0].decidedOn']],
    [{ department: 'nobody' }, ['departments knownRecords[0].department']],
  ])('%j gives %j', (change, codes) => {
    expect(codesOf(given({ ...record, ...change }))).toEqual(codes);
  });

  it('are twenty at most, and outside the period only hinted', () => {
    expect(codesOf(given(...Array.from({ length: 20 }, () => record)))).toEqual([]);
    expect(codesOf(given(...Array.from({ length: 21 }, () => record)))).toEqual(['recordsMax knownRecords']);
    const old = given({ ...record, decidedOn: '2022-12-31' });
    expect([codesOf(old), hintsOf(old)]).toEqual([[], ['recordOutsidePeriod']]);
  });

  it('that the platform has and the applicant did not name are found, within the period', () => {
    const period = { start: dateOf('2023-01-01'), end: dateOf('2026-11-22') };
    const on = (documentNumber: string, day: string) => ({ documentNumber, decidedOn: dateOf(day) });
    const declared = [{ ...record, decidedOn: dateOf('2024-05-01'), paidOn: dateOf('2024-05-01') }];
    const platform = [on('文 号甲', '2024-05-01'), on('文号乙', '2024-06-01'), on('文号丙', '2022-06-01')];
    expect(undeclaredRecords(declared, platform, period)).toEqual(['文号乙']);
  });
});

describe('the rest', () => {
  const five = Array.from({ length: 5 }, () => ({ name: '律师', email: 'a@example.com' }));
  it.each([
    [{ copies: 0 }, ['copies copies']],
    [{ copies: 10 }, []],
    [{ copies: 11 }, ['copies copies']],
    [{ intermediaries: five }, []],
    [{ intermediaries: [...five, ...five.slice(0, 1)] }, ['intermediariesMax intermediaries']],
    [
      { contact: { name: '李四', mobile: '12800000000', email: 'x' } },
      ['mobile contact.mobile', 'email contact.email'],
    ],
    [
      { delivery: { kind: 'courier' as const, recipient: '', mobile: '', address: '' } },
      ['required delivery.recipient', 'mobile delivery.mobile', 'required delivery.address'],
    ],
    [{ consents: { review: true, truth: true, disclosure: false } }, ['consent consents']],
  ])('%j gives %j', (change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  it('has a message for every fault, down to the credit code', () => {
    expect(faultMessage('creditCode:checksum')).toContain('校验');
    expect(faultMessage('consent').length).toBeGreaterThan(5);
  });
});
