/** Toneless pinyin of every common character, made here so that the 450 KB library never ships. */
import { pinyin } from 'pinyin-pro';

/** Rows 16–55 of GB 2312 are its 3,755 everyday characters. */
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

/** Characters beyond those that keyboards offer early for a wrong choice. */
const MORE =
  '咔啥咋呗唉哎嗯喽咯嘿呵嗨啦喔噢呃咦咪咩喵嘟嘀嗒您她婷娜婕嫣妍姝媛妮琪琳瑶璐璇瑾琦瑜炜烨煜淼沁淇涵滢漪潇鑫昊昱晗晟轩锴镕霖馨骏骥鹏麒麟诊贻诣诏谒谧阜陕陇冢匮仵佰佚佟佾侏侑侉侪侬俚俳倨偃偕傥俅俣俪倜';

const cache = new Map<string, string[]>();

/** pinyin-pro takes a millisecond a phrase; each is asked once. */
function readings(text: string): string[] {
  const known = cache.get(text);
  if (known) return known;
  const made = pinyin(text, { toneType: 'none', type: 'array', v: true });
  cache.set(text, made);
  return made;
}

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
  for (const char of [...gb2312(16, 55), ...MORE]) add(char, readings(char)[0] ?? '');
  return new Map([...sounds].sort().map(([sound, chars]) => [sound, [...chars].join('')]));
}

export const initialsOf = (phrase: string): string =>
  readings(phrase.replace(/[^\u4e00-\u9fff]/g, ''))
    .map((sound) => sound.charAt(0))
    .join('');
