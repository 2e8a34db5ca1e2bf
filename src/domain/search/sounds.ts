/** zh/z, ch/c, sh/s and -ng/-n, which people here do not tell apart. */
export const flat = (sound: string): string => sound.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1');

/** Characters by their toneless pinyin. */
export interface Sounds {
  /** Every syllable there is. */
  readonly syllables: ReadonlySet<string>;
  readonly soundsOf: ReadonlyMap<string, readonly string[]>;
  /** Syllable → the characters of the index that sound so. */
  readonly heard: ReadonlyMap<string, string>;
  /** The same by `flat` syllable. */
  readonly nearlyHeard: ReadonlyMap<string, string>;
}

/** Reads `gao高搞 …`; `used` says which characters occur in the index. */
export function readSounds(table: string, used: (char: string) => boolean): Sounds {
  const soundsOf = new Map<string, string[]>();
  const heard = new Map<string, string>();
  const nearlyHeard = new Map<string, string>();
  const syllables = new Set<string>();
  for (const entry of table.split(' ')) {
    const letters = entry.search(/[^a-z]/);
    const sound = entry.slice(0, letters);
    let chars = '';
    for (let i = letters; i < entry.length; i += 1) {
      const char = entry.charAt(i);
      if (used(char)) chars += char;
      const known = soundsOf.get(char);
      if (known) known.push(sound);
      else soundsOf.set(char, [sound]);
    }
    syllables.add(sound);
    heard.set(sound, chars);
    nearlyHeard.set(flat(sound), (nearlyHeard.get(flat(sound)) ?? '') + chars);
  }
  return { syllables, soundsOf, heard, nearlyHeard };
}
