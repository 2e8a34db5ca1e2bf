/** Toneless pinyin of every common character, made here so that the 450 KB library never ships. */
import { pinyin } from 'pinyin-pro';

/** The 3,755 everyday characters of GB 2312 level 1 and the 3,008 of level 2, in code order. */
function gb2312(from: number, to: number): string[] {
  const decoder = new TextDecoder('gb2312');
  const chars: string[] = [];
  for (let row = from; row <= to; row += 1)
    for (let cell = 1; cell <= 94; cell += 1) {
      const char = decoder.decode(Uint8Array.of(row + 0xa0, cell + 0xa0));
      if (char >= '\u4e00' && char <= '\u9fff') chars.push(char);
    }
  return chars;
}

const readings = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

/**
 * Syllable → characters. A character is listed under its usual reading and under those it has in the phrases
 * (长 chang/zhang), which pinyin-pro tells from the context.
 */
export function pinyinTable(phrases: readonly string[]): Map<string, string> {
  const sounds = new Map<string, Set<string>>();
  const add = (char: string, sound: string): void => {
    if (/^[a-z]+$/.test(sound)) sounds.set(sound, (sounds.get(sound) ?? new Set()).add(char));
  };
  for (const phrase of phrases) {
    const chars = Array.from(phrase.replace(/[^\u4e00-\u9fff]/g, ''));
    readings(chars.join('')).forEach((sound, i) => add(chars[i] ?? '', sound));
  }
  for (const char of gb2312(16, 55)) add(char, readings(char)[0] ?? '');
  return new Map([...sounds].sort().map(([sound, chars]) => [sound, [...chars].join('')]));
}

export const initialsOf = (phrase: string): string =>
  readings(phrase.replace(/[^\u4e00-\u9fff]/g, ''))
    .map((sound) => sound.charAt(0))
    .join('');
