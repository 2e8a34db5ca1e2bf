/** zh/z, ch/c, sh/s and -ng/-n, which people here do not tell apart. */
export const flat = (sound: string): string => sound.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1');

/** Characters by their toneless pinyin. */
export interface Sounds {
  /** Every syllable there is. */
  readonly syllables: ReadonlySet<string>;
  readonly soundsOf: ReadonlyMap<string, readonly string[]>;
  /** Terms of two characters by the two syllables, `gao ling`; an edge of a phrase stands for itself, `^ gao`. */
  readonly pairsBySound: ReadonlyMap<string, readonly number[]>;
  /** The same by `flat` syllables. */
  readonly pairsNearSound: ReadonlyMap<string, readonly number[]>;
}

function readTable(table: string): Pick<Sounds, 'syllables' | 'soundsOf'> {
  const soundsOf = new Map<string, string[]>();
  const syllables = new Set<string>();
  for (const entry of table.split(' ')) {
    const letters = entry.search(/[^a-z]/);
    const sound = entry.slice(0, letters);
    syllables.add(sound);
    for (let i = letters; i < entry.length; i += 1) {
      const char = entry.charAt(i);
      const known = soundsOf.get(char);
      if (known) known.push(sound);
      else soundsOf.set(char, [sound]);
    }
  }
  return { syllables, soundsOf };
}

function put(table: Map<string, number[]>, key: string, term: number): void {
  const known = table.get(key);
  if (!known) table.set(key, [term]);
  else if (known[known.length - 1] !== term) known.push(term);
}

/** Reads `gao高搞 …` and sorts the pairs of the index by what they sound like. */
export function readSounds(
  table: string,
  groups: ReadonlyMap<string, { readonly seconds: string; readonly term: number }>,
): Sounds {
  const { syllables, soundsOf } = readTable(table);
  const pairsBySound = new Map<string, number[]>();
  const pairsNearSound = new Map<string, number[]>();
  const heard = (char: string): readonly string[] => soundsOf.get(char) ?? [char];
  for (const [first, { seconds, term }] of groups)
    for (const one of heard(first))
      for (let i = 0; i < seconds.length; i += 1)
        for (const two of heard(seconds.charAt(i))) {
          put(pairsBySound, `${one} ${two}`, term + 1 + i);
          put(pairsNearSound, `${flat(one)} ${flat(two)}`, term + 1 + i);
        }
  return { syllables, soundsOf, pairsBySound, pairsNearSound };
}
