/** Each fault planted into the real policies is caught by its rule; the policies as they are have none. */
import type { Policy } from '@/domain/benefit/policy';
import { loadLibrary } from '../library';
import { loadPolicies, type PolicyLibrary } from '../policy-compile';
import { lintPolicies } from './policies';

const library = loadPolicies();
const { departments, guides } = loadLibrary();
const context = { departments: new Set(departments.map(({ id }) => id)), guides: new Set(guides.keys()) };

const faultsOf = (changed: Partial<PolicyLibrary>): readonly string[] =>
  lintPolicies({ ...library, ...changed }, context).map(({ rule }) => rule);

function withPolicy(id: string, change: Partial<Policy>): Partial<PolicyLibrary> {
  const policy = library.policies.get(id);
  if (!policy) throw new Error(`no policy ${id}`);
  return { policies: new Map(library.policies).set(id, { ...policy, ...change }) };
}

const elderly = (change: Partial<Policy>) => faultsOf(withPolicy('elderly-allowance', change));
const condition = { id: 'x', text: '一条条件', clause: '依据', evidence: 'P' } as const;

describe('lintPolicies', () => {
  it('finds nothing in the policies as they are', () => {
    expect(lintPolicies(library, context)).toEqual([]);
  });

  it.each<[string, Partial<Policy>]>([
    ['policy-shape', { id: 'other' }],
    ['policy-shape', { summary: '太短' }],
    ['policy-shape', { per: 'none' }],
    [
      'policy-shape',
      { inForce: { from: '2026-01-02', to: '2026-01-01', text: '施行', clause: '依据', evidence: 'P' } },
    ],
    ['policy-facts', { conditions: [{ ...condition, when: { fact: 'person.age', atLeast: 80 } }] }],
    ['policy-facts', { conditions: [{ ...condition, when: { fact: 'person.hukou', is: 'dalian' } }] }],
    ['policy-facts', { conditions: [{ ...condition, when: { fact: 'person.specialCare', is: 'yes' } }] }],
    ['policy-facts', { amount: { standard: 'context.param.nothing' } }],
    ['policy-references', { department: 'no-such-office' }],
    ['policy-references', { guides: ['no-such-guide'] }],
    ['policy-references', { interactions: [{ kind: 'higher', policy: 'no-such-policy', text: '择高' }] }],
    ['policy-compile', { amount: { param: 'no-such-table' } }],
    ['policy-count', { number: 'P25' }],
  ])('%s catches %j', (rule, change) => {
    expect(elderly(change)).toContain(rule);
  });

  it('keeps parameter rows in order and in use', () => {
    const row = { from: '2026-01-01', value: 1, source: '文件', evidence: 'P' } as const;
    const table = { id: 'spare', name: '多余', unit: 'cents', rows: [row, row] } as const;
    const rules = faultsOf({
      parameters: new Map(library.parameters).set('spare', [{ ...table, rows: [row, row] }]),
    });
    expect(rules.filter((rule) => rule === 'policy-parameters')).toHaveLength(2);
  });

  it('refuses figures of another kind or another place', () => {
    const row = { from: '2026-01-01', value: true, source: '文件', evidence: 'P' } as const;
    const wrong = [
      { path: 'context.param.livingCents', department: 'civil-affairs', rows: [row] },
      { path: 'person.hukou', department: 'civil-affairs', rows: [] },
    ];
    const rules = faultsOf({ figures: [...library.figures.slice(3), ...wrong] });
    expect(rules.filter((rule) => rule === 'policy-figures')).toHaveLength(2);
  });

  it('keeps the vocabulary closed, used and explained', () => {
    const [first] = library.facts;
    if (!first) throw new Error('no facts');
    const spare = { ...first, path: 'person.shoeSize', nature: 'M' } as const;
    expect(
      faultsOf({ facts: [...library.facts, spare] }).filter((rule) => rule === 'policy-vocabulary'),
    ).toHaveLength(2);
    expect(faultsOf({ facts: [...library.facts, first] })).toContain('policy-vocabulary');
  });
});
