import { parseTroubles, withTrouble, type Troubles } from './trouble';

const fault = (n: number) => ({ at: n, page: 'pages/home/index', what: `Error ${n}` });

it('keeps the last twenty, the newest first', () => {
  const all = Array.from({ length: 30 }, (_, n) => fault(n)).reduce<Troubles>(withTrouble, []);
  expect([all.length, all[0]?.at, all.at(-1)?.at]).toEqual([20, 29, 10]);
});

it('counts what comes again', () => {
  const all = [fault(1), fault(2), { ...fault(1), at: 3 }].reduce<Troubles>(withTrouble, []);
  expect(all.map(({ at, times }) => [at, times])).toEqual([
    [3, 2],
    [2, 1],
  ]);
});

it('keeps nothing that a person typed', () => {
  const [kept] = withTrouble([], { at: 1, page: 'p', what: 'no 张建国 13900000002' });
  expect(kept?.what).toBe('no … #');
});

it.each([[undefined], ['x'], [[{ at: 1 }]], [[null, { at: 'x', page: 'p', what: 'w', times: 1 }]]])(
  'reads nothing out of %j',
  (stored) => expect(parseTroubles(stored)).toEqual([]),
);
