import { flag, list, number, oneOf, optional, orNull, reader, record, text } from './shapes';

const read = reader<{ readonly name: string }>(
  record({
    name: text,
    count: optional(number),
    due: orNull(text),
    tags: list(oneOf(['a', 'b'])),
    kind: oneOf({ company: '本公司' }),
    on: flag,
  }),
);

const whole = { name: '甲', due: null, tags: ['a'], kind: 'company', on: true };

it('reads what fits, and more than was asked for', () => {
  expect(read({ ...whole, later: 1 })?.name).toBe('甲');
  expect(read({ ...whole, count: 2, due: '2026-12-02' })?.name).toBe('甲');
});

it.each([
  ['a part missing', { ...whole, name: undefined }],
  ['a number for a text', { ...whole, name: 1 }],
  ['a text for a number', { ...whole, count: '2' }],
  ['neither null nor text', { ...whole, due: 2 }],
  ['a word nobody knows', { ...whole, tags: ['a', 'c'] }],
  ['a key that the table only inherits', { ...whole, kind: 'toString' }],
  ['no list', { ...whole, tags: 'a' }],
  ['a list', [whole]],
  ['nothing', undefined],
])('refuses %s', (_, body) => {
  expect(read(body)).toBeUndefined();
});
