/** One small definition for each behaviour of reading. */
import { loadCalendar } from '../../../scripts/content/holiday-compile';
import { dateOf } from '../shared/civil-date';
import type { Check, Field, Form } from './form';
import { openForm, type FieldSource } from './source';
import { readAnswers, validateForm } from './validate';

const context = { asOf: dateOf('2026-11-23'), calendar: loadCalendar() };
const formOf = (...fields: readonly Field[]): Form => ({
  id: 'fake',
  version: 1,
  minutes: 1,
  clock: { kind: 'instant' },
  materials: [],
  pages: [],
  fields,
});
const errors = (fields: readonly Field[], answers: unknown): string[] =>
  validateForm(formOf(...fields), answers, context).map(({ field, code }) => `${field} ${code}`);

const text = (key: string, more: object = {}): Field => ({ key, label: key, kind: 'text', ...more });
const group = (key: string, ...fields: readonly Field[]): Field => ({
  key,
  label: key,
  kind: 'group',
  fields,
});

describe('what is empty', () => {
  it.each([undefined, null, '', ' \n', [], {}])('%j is only missing', (value) => {
    expect(errors([text('a')], { a: value })).toEqual(['a required']);
    expect(errors([text('a', { required: false })], { a: value })).toEqual([]);
  });

  it.each([false, 0])('%j is an answer', (value) => {
    expect(errors([text('a')], { a: value })).toEqual(['a type']);
  });

  it('says once that a whole group is missing', () => {
    expect(errors([group('g', text('a'), text('b'))], {})).toEqual(['g required']);
    expect(errors([group('g', text('a'), text('b'))], { g: { a: null } })).toEqual([
      'g.a required',
      'g.b required',
    ]);
  });
});

describe('what is not shown', () => {
  const chain = [
    text('a', { required: false }),
    text('b', { showIf: { fact: 'a', is: 'yes' } }),
    text('c', { showIf: { fact: 'b', filled: true } }),
  ];

  it('counts as empty to what depends on it', () => {
    expect(errors(chain, { a: 'yes', b: 'x' })).toEqual(['c required']);
    expect(errors(chain, { a: 'no', b: 'x', c: 'y' })).toEqual(['b hiddenField', 'c hiddenField']);
  });

  it('is refused as a whole', () => {
    const fields = [
      text('a', { required: false }),
      { ...group('g', text('x')), showIf: { fact: 'a', is: 'yes' } },
    ];
    expect(errors(fields, { g: { x: 1, y: 2 } })).toEqual(['g hiddenField']);
  });

  it('reads a path with a dot from the object at hand', () => {
    const fields = [group('g', text('a'), text('b', { showIf: { fact: '.a', is: 'yes' } }))];
    expect(errors(fields, { g: { a: 'yes' } })).toEqual(['g.b required']);
  });
});

describe('required', () => {
  it('may depend on what comes after', () => {
    const fields = [text('a', { required: { fact: 'b', is: 'yes' } }), text('b')];
    expect(errors(fields, { b: 'yes' })).toEqual(['a required']);
    expect(errors(fields, { b: 'no' })).toEqual([]);
  });
});

describe('persons', () => {
  const person: Field = { key: 'idNo', label: '证件号', kind: 'residentId', person: true };
  const consent: Field = { key: 'consent', label: '同意', kind: 'boolean', showIf: { personUnder: 14 } };

  it('are children before the day they turn 14, and nobody when they are not yet born', () => {
    const asked = (idNo: string): boolean =>
      readAnswers(formOf(person, consent), { idNo }, context).shown.has('consent');
    expect(asked('21021320250101998X')).toBe(true);
    expect(asked('210213199003079993')).toBe(false);
    expect(asked('210213202701019992')).toBe(false);
  });
});

describe('checks', () => {
  const check = (more: Partial<Check>): Check => ({
    id: 'same',
    at: 'b',
    code: 'mismatch',
    reads: ['a', 'b'],
    holds: { rule: 'equalsOneOf', with: { value: 'b', among: ['a'] } },
    say: '要一样。',
    ...more,
  });
  const fields = (...checks: readonly Check[]): Field[] => [
    text('a', { required: false, maxLength: 3 }),
    text('b', { required: false, checks }),
  ];

  it('finds what does not hold, and passes what is empty', () => {
    expect(errors(fields(check({})), { a: 'x', b: 'y' })).toEqual(['b mismatch']);
    expect(errors(fields(check({})), { a: 'x', b: ' x ' })).toEqual([]);
    expect(errors(fields(check({})), { b: 'y' })).toEqual([]);
  });

  it('waits until what it reads is right by itself', () => {
    expect(errors(fields(check({})), { a: 'long', b: 'y' })).toEqual(['a tooLong']);
  });

  it('leaves the first error of a path, and skips what comes after a failure', () => {
    const second = check({ id: 'again', code: 'conflict' });
    expect(errors(fields(check({}), second), { a: 'x', b: 'y' })).toEqual(['b mismatch']);
    const next = check({ id: 'next', at: 'a', code: 'conflict', after: 'same' });
    expect(errors(fields(check({}), next), { a: 'x', b: 'y' })).toEqual(['b mismatch']);
  });
});

describe('openForm', () => {
  const block: readonly FieldSource[] = [
    { key: 'type', label: '类型', kind: 'choice', optionsFrom: 'types', default: 'x' },
    { key: 'note', label: '说明', kind: 'text' },
  ];
  const library = {
    blocks: { person: block },
    catalogs: { types: ['x', 'y'].map((value) => ({ value, label: value })) },
  };
  const open = (source: FieldSource): Field | undefined =>
    openForm({ ...formOf(), fields: [source] }, library).fields[0];

  it('fills in blocks and catalogues', () => {
    expect(
      open({ key: 'p', label: 'p', kind: 'block', block: 'person', omit: ['note'], only: { type: ['y'] } }),
    ).toEqual({
      key: 'p',
      label: 'p',
      kind: 'group',
      block: 'person',
      fields: [
        { key: 'type', label: '类型', kind: 'choice', default: 'x', options: [{ value: 'y', label: 'y' }] },
      ],
    });
  });

  it('throws for a block or a catalogue that does not exist', () => {
    expect(() => open({ key: 'p', label: 'p', kind: 'block', block: 'nobody' })).toThrow('nobody');
    expect(() => open({ key: 'c', label: 'c', kind: 'choice', optionsFrom: 'nothing' })).toThrow('nothing');
  });
});
