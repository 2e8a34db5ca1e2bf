import { dateOf } from '@/domain/shared/civil-date';
import { verify, verifyKind } from './verify-answer';

const on = dateOf('2026-11-23');

describe('verify', () => {
  it('derives what the number says', () => {
    expect(verify('id', '21021320250101998x', on)).toEqual({
      valid: true,
      number: '21021320250101998X',
      birthDate: '2025-01-01',
      sex: 'female',
    });
    expect(verify('uscc', '92210213MATEXY048M', on)).toMatchObject({ valid: true, kind: 'selfEmployed' });
    expect(verify('bankcard', '6228480999999999991', on)).toMatchObject({ valid: true });
  });

  it('judges births by the day given', () => {
    expect(verify('id', '210213202701019992', on)).toMatchObject({ valid: false, code: 'birthInFuture' });
    expect(verify('id', '210213202701019992', dateOf('2027-01-01'))).toMatchObject({ valid: true });
  });

  it('says what is wrong in a sentence', () => {
    const verdicts = [verify('id', '1', on), verify('uscc', '', on), verify('bankcard', '62', on)];
    expect(verdicts.map((verdict) => (verdict.valid ? 'ok' : verdict.code))).toEqual([
      'length',
      'empty',
      'length',
    ]);
    for (const verdict of verdicts) expect(verdict.valid ? '' : verdict.message).toMatch(/。$/);
  });
});

it('knows three kinds', () => {
  expect(['id', 'uscc', 'bankcard', 'ID', ''].map(verifyKind)).toEqual([
    'id',
    'uscc',
    'bankcard',
    undefined,
    undefined,
  ]);
});
