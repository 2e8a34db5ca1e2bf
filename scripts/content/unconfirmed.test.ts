import { sound } from './rules/planted.arbitrary';
import { unconfirmedIn } from './unconfirmed';

const count = (value: unknown): Record<string, number> => {
  const kinds = unconfirmedIn('x.yaml', value).map(({ kind }) => kind);
  return { pending: kinds.filter((k) => k === 'pending').length, P: kinds.filter((k) => k === 'P').length };
};

describe('unconfirmedIn (rule 16)', () => {
  it('names the file, the path and the kind', () => {
    const value = {
      phone: 'pending',
      fees: { items: [{ standard: '10 元', evidence: 'P' }] },
      steps: ['pending', 'done'],
      evidence: 'P',
    };
    expect(unconfirmedIn('guides/x.yaml', value)).toEqual([
      { file: 'guides/x.yaml', path: 'phone', kind: 'pending' },
      { file: 'guides/x.yaml', path: 'fees.items[0]', kind: 'P' },
      { file: 'guides/x.yaml', path: 'steps[0]', kind: 'pending' },
      { file: 'guides/x.yaml', path: '', kind: 'P' },
    ]);
  });

  it('does not count what is confirmed, nor a P that is no evidence code', () => {
    expect(unconfirmedIn('x.yaml', { evidence: 'L', plate: 'P', note: 'pending 不是值' })).toEqual([]);
  });

  it('counts each value of a guide, and one more for one more', () => {
    const before = count(sound);
    expect(before['pending']).toBeGreaterThan(0);
    expect(before['P']).toBeGreaterThan(0);
    const guide = { ...sound, conditions: [...sound.conditions, { text: '新的条件。', evidence: 'P' }] };
    expect(count(guide)).toEqual({ pending: before['pending'], P: (before['P'] ?? 0) + 1 });
    const confirmed = { ...sound, channels: { ...sound.channels, consultation: '12345' } };
    expect(count(confirmed)).toEqual({ pending: (before['pending'] ?? 0) - 1, P: before['P'] });
  });
});
