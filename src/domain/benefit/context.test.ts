import { addDays, dateOf } from '../shared/civil-date';
import { contextFor } from './context';

const figures = [
  {
    path: 'context.param.careCents.grade1',
    department: 'civil-affairs',
    rows: [{ from: '2026-06-15', to: '2026-06-20', value: 7 }],
  },
  {
    path: 'context.param.careCents.grade2',
    department: 'civil-affairs',
    rows: [{ from: '2026-06-15', value: 8 }],
  },
];

it.each([
  ['2026-06-15', -1, {}],
  ['2026-06-15', 0, { param: { careCents: { grade1: 7, grade2: 8 } } }],
  ['2026-06-20', 0, { param: { careCents: { grade1: 7, grade2: 8 } } }],
  ['2026-06-20', 1, { param: { careCents: { grade2: 8 } } }],
])('figures hold from their first day to their last: %s %i', (day, more, context) => {
  expect(contextFor(figures, addDays(dateOf(day), more))).toEqual(context);
});

it('of rows that hold at once the one that began last counts', () => {
  const rows = [
    { from: '2020-01-01', value: 1 },
    { from: '2026-01-01', value: 2 },
  ];
  expect(contextFor([{ path: 'context.x', department: 'tax', rows }], dateOf('2026-01-01'))).toEqual({
    x: 2,
  });
});
