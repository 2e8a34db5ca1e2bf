import { Input, Text, View } from '@tarojs/components';
import { useRef } from 'react';
import { initialValue } from '../initial-value';
import { spoken } from '../spoken';
import './date-field.scss';

const PARTS = [
  { key: 'year', name: '年', length: 4 },
  { key: 'month', name: '月', length: 2 },
  { key: 'day', name: '日', length: 2 },
] as const;

type PartKey = (typeof PARTS)[number]['key'];

const pad = (text: string, length: number): string => text.trim().padStart(length, '0');

/** What was typed as YYYY-MM-DD, whether or not there is such a day; '' while nothing is typed. */
export function dateText(parts: Readonly<Record<PartKey, string>>): string {
  if (PARTS.every(({ key }) => parts[key].trim() === '')) return '';
  return PARTS.map(({ key, length }) => pad(parts[key], length)).join('-');
}

function partsOf(value: string): Record<PartKey, string> {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month, day };
}

/**
 * A date in three fields: an old person's birth year is eighty turns of a wheel away. Uncontrolled; `onType` gets
 * YYYY-MM-DD after every key.
 */
export function DateField({
  label,
  initial = '',
  onType,
}: {
  readonly label: string;
  readonly initial?: string;
  readonly onType: (date: string) => void;
}) {
  const parts = useRef(partsOf(initial));
  return (
    <View className="date-field" {...spoken({ role: 'group', label })}>
      {PARTS.map(({ key, name, length }) => (
        <View key={key} className="date-field__part">
          <Input
            className={`date-field__input date-field__input--${key}`}
            type="number"
            maxlength={length}
            {...initialValue(parts.current[key])}
            {...spoken({ label: `${label}，${name}` })}
            onInput={(event) => {
              parts.current[key] = event.detail.value;
              onType(dateText(parts.current));
            }}
          />
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  );
}
