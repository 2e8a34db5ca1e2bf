import { dateOf } from '@/domain/shared/civil-date';
import { openBenefits } from './benefits-answer';

const { answer, answerLine } = openBenefits();
const on = dateOf('2026-11-23');

describe('answer', () => {
  it('gives all 19 in order, whatever is known', () => {
    const answered = answer('{}', on);
    expect(answered.ok && answered.value.map(({ policy }) => policy)).toHaveLength(19);
    expect(answered.ok && answered.value[18]?.policy).toBe('six-taxes-two-fees-relief');
  });

  it('gives exactly the worked example', () => {
    const answered = answer('{"person":{"birthDate":"1946-11-24","hukou":"jinpu"}}', on);
    const first = answered.ok ? answered.value[0] : undefined;
    expect(first).toMatchObject({
      policy: 'elderly-allowance',
      verdict: 'notYet',
      from: '2026-11-24',
      registerFrom: '2026-08-24',
      unmet: ['age80'],
    });
    expect(first?.reasons.map(({ condition, result, from }) => [condition, result, from])).toEqual([
      ['inForce', 'met', undefined],
      ['hukouDalian', 'met', undefined],
      ['alive', 'met', undefined],
      ['age80', 'unmet', '2026-11-24'],
    ]);
    expect(Object.keys(first ?? {})).not.toContain('missing');
  });

  it.each(['', '{', 'undefined', '{"person":}'])('refuses %j', (text) => {
    expect(answer(text, on)).toEqual({ ok: false, error: [{ path: '', problem: 'badJson' }] });
  });

  it('takes a byte order mark', () => {
    expect(answer('\uFEFF{}', on).ok).toBe(true);
  });
});

describe('answerLine', () => {
  it('takes its own day, or the one for all', () => {
    expect(answerLine('{"on":"2026-11-23","facts":{}}', undefined).ok).toBe(true);
    expect(answerLine('{"facts":{}}', on).ok).toBe(true);
    expect(answerLine('{"person":{}}', on).ok).toBe(true);
  });

  it.each([
    ['{"on":"2026-02-30","facts":{}}', 'on', 'badDate'],
    ['{"on":20261123,"facts":{}}', 'on', 'wrongType'],
    ['{"facts":{}}', 'on', 'wrongType'],
    ['{"on":"2026-11-23","facts":[]}', '', 'wrongType'],
    ['nonsense', '', 'badJson'],
  ])('refuses %s', (line, path, problem) => {
    expect(answerLine(line, undefined)).toEqual({ ok: false, error: [{ path, problem }] });
  });
});
