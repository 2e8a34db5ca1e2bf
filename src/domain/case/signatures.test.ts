/** Signatures that are still to be given: the case is received, and acceptance waits for the last of them. */
import { dateOf, formatDate } from '../shared/civil-date';
import { allowedActions } from './actions';
import { admit } from './admit';
import { RULES, submittedBy, viewOf, type Happening } from './cases.arbitrary';
import type { CaseFact } from './event';

const waiting: CaseFact = { ...submittedBy(RULES), unsigned: ['s1', 's2'] };
const signed = (signature: string): CaseFact => ({ kind: 'signed', signature, where: 'phone' });
const start: Happening = ['2026-11-02', waiting, 'applicant'];

describe('a case that waits for signatures', () => {
  it('cannot be accepted, and can be returned or refused', () => {
    const view = viewOf('2026-11-03', start);
    expect(view.unsigned).toEqual(['s1', 's2']);
    expect(allowedActions(view, 'clerk')).toEqual(['notAccepted', 'correctionAsked', 'signed']);
    expect(allowedActions(view, 'signer')).toEqual(['signed']);
    expect(admit(view, 'clerk', { kind: 'accepted' }, dateOf('2026-11-03'))).toEqual({
      ok: false,
      error: 'notAllowed',
    });
  });

  it('is not accepted by silence: the days count from the last signature', () => {
    expect(viewOf('2026-12-01', start)).toMatchObject({ status: 'submitted' });
    expect(viewOf('2026-12-01', start).silence).toBeUndefined();
    const half = viewOf('2026-12-01', start, ['2026-11-10', signed('s1'), 'signer']);
    expect([half.unsigned, half.status]).toEqual([['s2'], 'submitted']);
    const both: Happening[] = [
      start,
      ['2026-11-10', signed('s1'), 'signer'],
      ['2026-11-12', signed('s2'), 'clerk'],
    ];
    const whole = viewOf('2026-11-13', ...both);
    expect(formatDate(whole.receivedOn)).toBe('2026-11-12');
    expect(whole.silence && formatDate(whole.silence.due)).toBe('2026-11-19');
    expect(allowedActions(whole, 'clerk')).toContain('accepted');
    expect(allowedActions(whole, 'signer')).toEqual([]);
    expect(viewOf('2026-11-20', ...both).acceptance?.deemed).toBe(RULES.silenceDays !== undefined);
  });

  it('takes each signature once', () => {
    const view = viewOf('2026-11-03', start, ['2026-11-03', signed('s1'), 'signer']);
    const day = dateOf('2026-11-03');
    expect(admit(view, 'signer', signed('s1'), day)).toEqual({ ok: false, error: 'signatureUnknown' });
    expect(admit(view, 'signer', signed('s2'), day).ok).toBe(true);
    expect(admit(view, 'applicant', signed('s2'), day)).toEqual({ ok: false, error: 'notAllowed' });
  });

  it('asks those who a correction names', () => {
    const view = viewOf(
      '2026-11-06',
      start,
      [
        '2026-11-04',
        {
          kind: 'correctionAsked',
          items: [{ target: { kind: 'field', path: 'authorizations' }, reason: 'R10', note: '' }],
        },
      ],
      ['2026-11-05', { kind: 'corrected', answers: 2, unsigned: ['s2', 's3'] }, 'applicant'],
    );
    expect([view.status, view.unsigned]).toEqual(['corrected', ['s2', 's3']]);
  });
});
