import { checkApplication } from '@/domain/certificate/application';
import { dateOf } from '@/domain/shared/civil-date';
import reference from '@/generated/certificate/reference';
import { placeOf, readApplication } from './certificate-application';
import { answersOf, filesOfCase, toWire } from './certificate-draft';

const asOf = dateOf('2026-11-23');
const file = (id: string) =>
  ({ id, name: `${id}.pdf`, size: 1000, type: 'application/pdf', state: 'accepted' }) as const;
const files = {
  'listing-progress': [file('progress-file-0001')],
  'entity-list': [file('entities-file-001')],
};

/** What a person entered who answered no more than had to be. */
const answers = {
  company: {
    creditCode: '91210213MA0A1B2C3X',
    name: '大连测试港务股份有限公司',
    legalRepresentative: '李明',
    capitalCents: 1_000_000_00,
    established: '2015-03-01',
    address: '金普新区测试路1号',
    industry: 'g55',
  },
  contact: { name: '王芳', mobile: '13900000002', email: 'wang@example.com' },
  purpose: 'ipo',
  board: 'star',
  related: [{ kind: 'controlled', name: '乙公司', creditCode: 'X', district: '210213', sharePercent: 51 }],
  consents: { review: true, truth: true, disclosure: true },
};

const read = (given: Readonly<Record<string, unknown>>) => readApplication(given, files, [], reference, asOf);

it('gives the usual answers where nothing was said', () => {
  const draft = read({});
  expect(draft.departments).toHaveLength(27);
  expect(draft).toMatchObject({
    output: 'once',
    copies: 1,
    language: 'zh',
    delivery: { kind: 'electronic' },
    period: { start: '2023-01-01', end: '2026-11-22' },
  });
  expect(draft.entities).toEqual([{ kind: 'company', creditCode: '', name: '', district: '210213' }]);
});

it('starts the period on the founding day of a young company, unless another was chosen', () => {
  expect(read({ company: { established: '2025-02-03' } }).period.start).toBe('2025-02-03');
  const chosen = { company: { established: '2025-02-03' }, period: { start: '2026-01-01' } };
  expect(read(chosen).period).toEqual({ start: '2026-01-01', end: '2026-11-22' });
});

it('asks of the company once: it is the first entity', () => {
  expect(read(answers).entities).toMatchObject([
    { kind: 'company', creditCode: answers.company.creditCode, established: '2015-03-01' },
    { kind: 'controlled', sharePercent: 51 },
  ]);
});

it('leaves a board out where none is asked for, and a note', () => {
  expect(read({ purpose: 'bond', board: 'star', purposeNote: '甲' })).not.toHaveProperty('board');
  expect(read({ purpose: 'other', purposeNote: '甲' }).purposeNote).toBe('甲');
});

it('keeps what is no number wrong, so that the check names it', () => {
  const draft = read({
    company: { capitalCents: '一百万' },
    copies: '二',
    knownRecords: [{ amountCents: '很多' }],
    related: [{ kind: 'controlled', sharePercent: '多数' }],
  });
  const checked = checkApplication(draft, reference, asOf);
  const codes = checked.ok ? [] : checked.error.faults.map(({ code, path }) => `${path} ${code}`);
  expect(codes).toEqual(
    expect.arrayContaining([
      'company.capitalCents capital',
      'copies copies',
      'knownRecords[0].amountCents recordAmount',
      'entities[1].sharePercent share',
    ]),
  );
});

it('names the place where a fault is mended', () => {
  expect(
    ['entities[0].creditCode', 'entities[2].name', 'entities', 'period.end'].map((path) => placeOf({ path })),
  ).toEqual(['company.creditCode', 'related[1].name', 'entities', 'period.end']);
});

it('delivers to the address of the licence unless another was typed', () => {
  const courier = { kind: 'courier', recipient: '王芳', mobile: '13900000002' };
  expect(read({ ...answers, delivery: courier }).delivery).toMatchObject({ address: '金普新区测试路1号' });
  expect(read({ ...answers, delivery: { ...courier, address: '乙路2号' } }).delivery).toMatchObject({
    address: '乙路2号',
  });
});

it('comes back from the wire as it was entered', () => {
  const first = read({ ...answers, knownRecords: [{ documentNumber: '一号', agency: '甲局', entity: 'X' }] });
  const sent = { draft: toWire(first, files), files: Object.values(files).flat() };
  expect(sent.draft.materials).toEqual([
    { kind: 'entity-list', title: '核查主体清单', files: ['entities-file-001'] },
    { kind: 'listing-progress', title: '上市或融资进程材料', files: ['progress-file-0001'] },
  ]);
  const again = readApplication(answersOf(sent), filesOfCase(sent), [], reference, asOf);
  // Consents are given anew each time.
  expect(again).toEqual({ ...first, consents: { review: false, truth: false, disclosure: false } });
});
