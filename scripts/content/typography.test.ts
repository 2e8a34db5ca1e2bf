import { typeset, typesetDocument } from './typography';

describe('typesetting', () => {
  it.each([
    ['办事,看清单(免费)', '办事，看清单（免费）'],
    ['8:30 到 11:30', '8:30 到 11:30'],
    ['每月 1,000 元;带身份证', '每月 1,000 元；带身份证'],
    ['要带什么?', '要带什么？'],
    ['国发〔2015〕52号', '国发〔2015〕52号'],
    ['ID card (copy), A4', 'ID card (copy), A4'],
    ['证件(A4)复印', '证件（A4）复印'],
    ['高龄津贴 (登记)', '高龄津贴 （登记）'],
    ['依据:《民法典》', '依据：《民法典》'],
  ])('%s', (typed, set) => expect(typeset(typed)).toBe(set));

  it('leaves expressions, addresses and ids alone', () => {
    const document = { pattern: '^(第)?,$', url: 'https://x.cn/?a=中,b', name: ['一,二'] };
    expect(typesetDocument(document)).toEqual({ ...document, name: ['一，二'] });
  });

  it('changes nothing the second time', () => {
    const once = typeset('甲(乙,丙);丁?');
    expect(typeset(once)).toBe(once);
  });
});
