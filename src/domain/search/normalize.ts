import { chineseNumeral } from './numerals';

/** Longest query that is looked at: nobody says more in one breath, and work stays bounded. */
export const MAX_QUERY = 60;

const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/**
 * One way of writing for queries and content: half width, lower case, numbers in Chinese, simplified characters;
 * everything else than Chinese characters and Latin letters is a space.
 */
export function normalize(text: string, simplified: (char: string) => string = (char) => char): string {
  const plain = halfWidth(text)
    .toLowerCase()
    .replace(/[üǚǜǘǖ]/g, 'v')
    .replace(/\d+/g, chineseNumeral);
  let result = '';
  for (let i = 0; i < plain.length; i += 1) {
    const char = plain.charAt(i);
    const code = plain.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) result += simplified(char);
    else if (char >= 'a' && char <= 'z') result += char;
    else if (!result.endsWith(' ')) result += ' ';
  }
  return result.trim();
}

export const isHan = (char: string): boolean => char >= '\u4e00' && char <= '\u9fff';
