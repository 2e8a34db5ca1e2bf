import { Input, Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { initialValue } from '../initial-value';
import { spoken } from '../spoken';

interface Part {
  readonly name: string;
  readonly length: number;
}

const YEAR: Part = { name: '年', length: 4 };
const MONTH: Part = { name: '月', length: 2 };

/** What is asked, and what stands between the parts of the answer. */
const SHAPES = {
  date: { parts: [YEAR, MONTH, { name: '日', length: 2 }], separator: '-' },
  month: { parts: [YEAR, MONTH], separator: '-' },
  time: {
    parts: [
      { name: '时', length: 2 },
      { name: '分', length: 2 },
    ],
    separator: ':',
  },
} as const satisfies Readonly<Record<string, { parts: readonly Part[]; separator: string }>>;

export type PartsShape = keyof typeof SHAPES;

/** What was typed, whether or not there is such a day; '' while nothing is typed. */
function joinedParts(shape: PartsShape, texts: readonly string[]): string {
  if (texts.every((text) => text.trim() === '')) return '';
  const { parts, separator } = SHAPES[shape];
  return parts.map(({ length }, i) => (texts[i] ?? '').trim().padStart(length, '0')).join(separator);
}

/**
 * A date, a month or a time in fields of its own: an old person's birth year is eighty turns of a wheel away.
 * Uncontrolled; `onType` gets YYYY-MM-DD, YYYY-MM or HH:mm after every key.
 */
export function PartsField({
  shape,
  label,
  initial,
  onType,
  onLeave,
}: {
  readonly shape: PartsShape;
  readonly label: string;
  readonly initial: string;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const { parts, separator } = SHAPES[shape];
  const [first] = useState(() => initial.split(separator));
  const typed = useRef(parts.map((_, i) => first[i] ?? ''));
  return (
    <View className="field__parts" {...spoken({ role: 'group', label })}>
      {parts.map(({ name, length }, i) => (
        <View key={name} className="field__part">
          <Input
            className={`field__input field__input--short${length === 4 ? ' field__input--year' : ''}`}
            type="number"
            maxlength={length}
            {...initialValue(first[i] ?? '')}
            {...spoken({ label: `${label}，${name}` })}
            onInput={(event) => {
              typed.current[i] = event.detail.value;
              onType(joinedParts(shape, typed.current));
            }}
            onBlur={onLeave}
          />
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  );
}
