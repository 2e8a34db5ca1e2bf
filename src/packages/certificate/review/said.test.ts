import { notTaken } from './said';

it('says what became of the answers in whole sentences, and to press again only where that helps', () => {
  const lost = notTaken({ kind: 'network', fault: 'timeout' });
  const refused = notTaken({
    kind: 'problem',
    status: 409,
    code: 'caseFault',
    detail: '已有一件在办。',
    body: {},
  });
  expect([lost.includes('同一份只收一次。'), refused]).toEqual([
    true,
    '没有提交：已有一件在办。您填的都还在。',
  ]);
});
