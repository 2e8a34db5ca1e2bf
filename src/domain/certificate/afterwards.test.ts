/** The scenarios after the decision: renewal, replacement, revocation, delivery, what others see, rating. */
import { dateOf } from '../shared/civil-date';
import { certificate, codesOf, Desk, draft, recordOf, rules, scope } from './desk.arbitrary';
import { noticeOf, publicStatusOf, verificationOf } from './disclosure';
import type { Role, Scope } from './events';
import { renewalPeriod } from './renewal';
import { derive, openComplaints } from './state';

const desk = (change: Partial<Scope> = {}, day?: string) => new Desk({ ...scope, ...change }, day);
const issued = (change: Partial<Scope> = {}) => desk(change).dispatched().allFind().decided();

describe('afterwards', () => {
  it('16 the renewal starts on the day after the last as-of date', () => {
    const book = issued();
    expect(renewalPeriod(book.state, dateOf('2027-02-01'))).toEqual({
      ok: true,
      value: { start: dateOf('2026-11-23'), end: dateOf('2027-01-31') },
    });
    expect(renewalPeriod(book.state, dateOf('2026-11-24'))).toEqual({ ok: false, error: 'tooSoon' });
    expect(renewalPeriod(desk().dispatched().state, dateOf('2027-02-01'))).toEqual({
      ok: false,
      error: 'noneValid',
    });
    const partial = desk({ output: 'asReady' }).dispatched().allFind(['tax']).finds('tax', recordOf('major'));
    expect(renewalPeriod(partial.decided().state, dateOf('2027-02-01'))).toEqual({
      ok: false,
      error: 'partial',
    });
  });

  it('17 after a replacement the old code says so, and one certificate is valid', () => {
    const book = issued().on('2026-12-10');
    const [old] = book.state.certificates;
    const fresh = certificate(book.day, 2);
    const replace = (paper: typeof fresh, reason = '更名') =>
      book.try({ role: 'coordinator' }, { kind: 'replaced', reason, certificate: paper });
    expect([
      replace(fresh, ''),
      replace({ ...fresh, number: 'JPWG-20261209-0002-0' }),
      replace({ ...fresh, code: old?.code ?? '' }),
      replace({ ...fresh, code: 'x' }),
      replace({ ...fresh, fileHash: 'x' }),
      replace(fresh),
    ]).toEqual([
      'textMissing',
      'certificateNumber',
      'certificateReused',
      'certificateCode',
      'fileHash',
      'ok',
    ]);
    expect(verificationOf(book.state, old?.code ?? '')?.status).toBe('replaced');
    expect(verificationOf(book.state, fresh.code)?.status).toBe('valid');
    expect(verificationOf(book.state, '2222222222222222')).toBeUndefined();
    expect(book.main).toBe('reissued');
  });

  it('18 a revoked certificate is grey at once and cannot be renewed', () => {
    const book = issued().as('coordinator', { kind: 'revoked', reason: 'omittedRecord' });
    const [paper] = book.state.certificates;
    expect(verificationOf(book.state, paper?.code ?? '')?.status).toBe('revoked');
    expect(renewalPeriod(book.state, dateOf('2027-02-01'))).toEqual({ ok: false, error: 'noneValid' });
    expect(noticeOf(book.state)?.outcome).toBe('revoked');
  });

  it('19 a parcel returned twice waits at the window', () => {
    const book = issued({ delivery: 'courier' });
    const step = (next: 'ordered' | 'picked' | 'inTransit' | 'returned' | 'delivered') =>
      book.try({ role: 'system' }, { kind: 'courier', step: next });
    expect(['ordered', 'picked', 'inTransit', 'returned'].map((one) => step(one as 'ordered'))).toEqual(
      Array.from({ length: 4 }, () => 'ok'),
    );
    expect(step('delivered')).toBe('courierStep');
    ['ordered', 'picked', 'inTransit', 'returned'].forEach((one) => step(one as 'ordered'));
    expect([book.main, book.state.returns, step('ordered')]).toEqual(['delivering', 2, 'collectionOnly']);
    expect(book.as('window', { kind: 'handedOver', way: 'collected' }).main).toBe('delivered');
    expect(issued().try({ role: 'system' }, { kind: 'courier', step: 'ordered' })).toBe('notByCourier');
  });

  it.each(['zh', 'zhEn'] as const)('23 in %s the scope says so to the end', (language) => {
    expect(codesOf({ language })).toEqual([]);
    expect(issued({ language }).state.scope.language).toBe(language);
  });

  it('24 what others see holds no finding, document, amount or whole credit code', () => {
    const book = desk({ output: 'asReady' }).dispatched().allFind(['tax', 'court']);
    book.finds('court', recordOf('minor')).finds('tax', recordOf('major')).decided();
    const { state } = book;
    const views = [
      noticeOf(state),
      publicStatusOf(state),
      verificationOf(state, state.certificates[0]?.code ?? ''),
    ];
    const text = JSON.stringify(views);
    for (const secret of [
      '文号甲',
      '机关甲',
      '100000',
      'opinion',
      'minor',
      'major',
      draft.company.creditCode,
    ]) {
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
    expect(noticeOf(state)).toEqual({
      companyName: '甲公司',
      outcome: 'partiallyIssued',
      certificateNumber: state.certificates[0]?.number,
    });
    expect(views[2]).toMatchObject({ maskedCreditCode: '9121**********0136', fileHash: 'abababababab' });
    expect(JSON.stringify(publicStatusOf(state))).not.toContain('甲公司');
    expect(noticeOf(desk().dispatched().state)).toBeUndefined();
  });

  it.each([1, 2, 3, 4, 5] as const)('25 rated %i once, with a reason when bad', (level) => {
    const book = issued().as('system', { kind: 'handedOver', way: 'electronic' });
    const rate = (reasons: readonly string[]) =>
      book.try({ role: 'enterprise' }, { kind: 'rated', level, reasons });
    expect(rate([])).toBe(level <= 2 ? 'ratingReason' : 'ok');
    if (level <= 2) expect(rate(['太慢'])).toBe('ok');
    expect([book.main, book.state.rating, rate(['再评'])]).toEqual(['closed', level, 'ratedAlready']);
  });

  it('takes complaints at any time, each answered once and by 督办 alone; the case goes on as it was', () => {
    const book = issued();
    const { complaints, lastOn, ...before } = book.state;
    const complain = (text: string) => book.try({ role: 'enterprise' }, { kind: 'complained', text });
    expect([complain(' '), complain('没有回音'), complain('态度不好')]).toEqual(['textMissing', 'ok', 'ok']);
    const answer = (complaint: number, text = '已核实', role: Role = 'supervisor') =>
      book.try({ role }, { kind: 'complaintAnswered', complaint, text });
    expect([
      answer(2, '已核实', 'coordinator'),
      answer(0),
      answer(3),
      answer(2, ''),
      answer(2),
      answer(2),
    ]).toEqual([
      ...['role', 'complaintUnknown', 'complaintUnknown', 'textMissing', 'ok', 'complaintUnknown'],
    ]);
    const { complaints: now, ...after } = book.state;
    expect(complaints).toEqual([]);
    expect(now).toEqual([
      { number: 1, on: lastOn, text: '没有回音' },
      { number: 2, on: lastOn, text: '态度不好', answer: { on: lastOn, text: '已核实' } },
    ]);
    expect(openComplaints(book.state).map(({ number }) => number)).toEqual([1]);
    expect(after).toEqual({ ...before, lastOn });
  });

  it('is the same from the same events wherever they are read', () => {
    const book = issued();
    const copy: typeof book.events = JSON.parse(JSON.stringify(book.events));
    expect(derive(copy, book.day, rules)).toEqual(book.state);
  });
});
