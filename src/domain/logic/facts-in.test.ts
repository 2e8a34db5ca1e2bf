import { factsIn } from './facts-in';

describe('factsIn', () => {
  it('finds paths wherever the language names them', () => {
    expect(
      factsIn({
        all: [
          { fact: 'a', atLeast: { fact: 'b' } },
          { anyRow: 'rows', where: { fact: '.kind', in: ['x'] } },
          { int: { lookup: { by: ['c', 'd'], rows: {} } }, above: 0 },
          { awaits: { fact: 'a', is: 'p' }, missing: ['e'] },
          { fact: 'y', inYears: { years: [], fact: 'more' } },
        ],
      }),
    ).toEqual(['a', 'b', 'rows', 'rows[].kind', 'c', 'd', 'e', 'y', 'more']);
  });

  it('gives rows their scope from the caller', () => {
    expect(factsIn({ fact: '.hukou', is: 'jinpu' }, 'person.children[]')).toEqual([
      'person.children[].hukou',
    ]);
  });
});
