/** What is mended silently before a number is checked: blanks (a scanned number comes in groups) and small letters. */
export const withoutBlanks = (text: string): string => text.replace(/[\s\u200b\u2060\ufeff]+/g, '');

export const tidyNumber = (text: string): string =>
  // Only a–z: toUpperCase would turn ß into SS and make 17 characters 18.
  withoutBlanks(text).replace(/[a-z]/g, (letter) => letter.toUpperCase());

/**
 * Full-width digits and letters are refused, not converted: they come from the wrong input mode, other systems
 * would not find the number, and the person can mend it at once.
 */
export const hasFullWidth = (text: string): boolean => /[\uff01-\uff5e]/.test(text);
