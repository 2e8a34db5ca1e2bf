import {
  certificateProblems,
  listedDepartments,
  loadCertificate,
  loadContent,
  type CertificateContent,
} from './certificate-compile';

const content = (): CertificateContent => {
  const { value } = loadContent();
  if (!value) throw new Error('the certificate content has not its shape');
  return value;
};
const sound = content();
const listed = listedDepartments();
const paths = (changed: Partial<CertificateContent>): string[] =>
  certificateProblems({ ...sound, ...changed }, listed).map(({ file, path }) => `${file} ${path}`.trim());

describe('the certificate content', () => {
  it('is sound', () => {
    expect(loadCertificate().problems).toEqual([]);
  });

  it('has 27 departments, nine materials from 45, and 12 departments in the core set', () => {
    const { departments, materials } = sound;
    expect([departments.length, materials.length]).toEqual([27, 9]);
    expect(materials.flatMap(({ replaces }) => replaces).reduce((sum, { copies }) => sum + copies, 0)).toBe(
      45,
    );
    const core = departments.flatMap(({ core: chosen }, i) => (chosen ? [i + 1] : []));
    expect(core).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 21, 22]);
  });

  it('gives every assessment a phrase, and an opinion of its own to who will not use one', () => {
    const usable = (kind: 'B' | 'C') =>
      new Set(
        sound.phrases.filter((phrase) => phrase.class === kind).flatMap(({ assessments }) => assessments),
      );
    expect([...usable('B')].sort()).toEqual(['minor', 'notMajor', 'remedied']);
    expect([...usable('C')].sort()).toEqual(['major', 'minor', 'notMajor', 'remedied', 'unremedied']);
  });

  it('counts what the district has still to confirm', () => {
    const { unconfirmed } = loadCertificate();
    expect(unconfirmed.length).toBeGreaterThan(50);
    expect(unconfirmed).toContainEqual({ file: 'certificate/parameters.yaml', path: 'unit', kind: 'P' });
  });
});

describe('the rules over it', () => {
  const [first, ...others] = sound.departments;
  const [material, ...materials] = sound.materials;
  if (!first || !material) throw new Error('empty content');

  it('finds a department too few, out of order, or with a field of another', () => {
    expect(paths({ departments: others })).toContain('certificate/departments.yaml');
    expect(paths({ departments: [...others, first] })).toEqual(['certificate/departments.yaml']);
    const [second, ...rest] = others;
    const doubled = second ? [first, { ...second, fields: first.fields.slice(0, 1) }, ...rest] : [];
    expect(paths({ departments: doubled })).toEqual(['certificate/departments.yaml [1].fields[0]']);
  });

  it('takes no coverage for Liaoning as confirmed without its source', () => {
    const covered = (source?: string) => [
      {
        ...first,
        fields: [
          {
            id: 'market-regulation',
            name: '市场监管',
            report: { province: 'liaoning' as const, evidence: 'C' as const, ...(source ? { source } : {}) },
          },
        ],
      },
      ...others,
    ];
    expect(paths({ departments: covered() })).toEqual(['certificate/departments.yaml [0].fields[0]']);
    expect(paths({ departments: covered('https://example.com/list') })).toEqual([]);
  });

  it('finds a material too few, twice, or a sum that is not 45', () => {
    expect(paths({ materials }).length).toBeGreaterThan(0);
    expect(paths({ materials: [material, material, ...materials.slice(1)] }).length).toBeGreaterThan(0);
    const lost = { ...material, replaces: [{ name: '申请函', copies: 26, fate: 'merged' as const }] };
    expect(paths({ materials: [lost, ...materials] })).toEqual(['certificate/materials.yaml']);
  });

  it('finds an assessment in a phrase of no record, and milestones that do not rise', () => {
    const [phrase, ...phrases] = sound.phrases;
    if (!phrase) throw new Error('no phrase');
    expect(paths({ phrases: [{ ...phrase, assessments: ['minor'] }, ...phrases] })).toEqual([
      'certificate/phrases.yaml [0].assessments',
    ]);
    const late = { value: [{ id: 'issue' as const, name: '出证', day: 8 }], evidence: 'P' as const };
    expect(paths({ parameters: { ...sound.parameters, milestones: late } })).toEqual([
      'certificate/parameters.yaml milestones',
    ]);
  });
});
