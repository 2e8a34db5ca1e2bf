const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

const digitByDigit = (digits: string): string =>
  digits.replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));

/** `80` → 八十, `3600` → 三千六百, `105` → 一百零五; longer numbers and those with a leading zero digit by digit. */
export function chineseNumeral(digits: string): string {
  if (digits.length > 4 || digits.startsWith('0')) return digitByDigit(digits);
  let text = '';
  let zero = false;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(i));
    if (digit === 0) {
      zero = true;
      continue;
    }
    if (zero) text += '零';
    zero = false;
    text += DIGITS.charAt(digit) + (UNITS[digits.length - 1 - i] ?? '');
  }
  return text.replace(/^一十/, '十');
}
