import fc from 'fast-check';
import { normalize } from './normalize';
import { chineseNumeral } from './numerals';

describe('chineseNumeral', () => {
  it.each([
    ['80', '八十'],
    ['10', '十'],
    ['105', '一百零五'],
    ['3600', '三千六百'],
    ['4050', '四千零五十'],
    ['12345', '一二三四五'],
    ['007', '零零七'],
    ['0', '零'],
  ])('reads %s', (digits, text) => {
    expect(chineseNumeral(digits)).toBe(text);
  });
});

describe('normalize', () => {
  it('writes full width, capitals, digits and punctuation one way', () => {
    expect(normalize('８０岁,GaoLing 津贴!')).toBe('八十岁 gaoling 津贴');
  });

  it('simplifies characters by the table it is given', () => {
    expect(normalize('結婚', (char) => (char === '結' ? '结' : char))).toBe('结婚');
  });

  it('leaves nothing but Chinese characters, Latin letters and single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalize(text)).toMatch(/^$|^[\u4e00-\u9fffa-z]+( [\u4e00-\u9fffa-z]+)*$/);
      }),
    );
  });
});
