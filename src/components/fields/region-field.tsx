import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../spoken';
import { LineField } from './line-field';

const onWeb = process.env.TARO_ENV === 'h5';

const LEVELS = { province: 0, city: 1, district: 2 } as const;
const PICKER_LEVELS = { province: 'province', city: 'city', district: 'region' } as const;

const textAt = (list: unknown, at: number): string => {
  const item: unknown = Array.isArray(list) ? list[at] : undefined;
  return typeof item === 'string' ? item : '';
};

/** The lesser level is all that is asked: 210200 of a city, though the picker may know its district. */
function codeAt(codes: unknown, at: number): string {
  const code = textAt(codes, at);
  return code === '' ? '' : code.slice(0, (at + 1) * 2).padEnd(6, '0');
}

/** A division of the country by WeChat's own list (GB/T 2260); browsers have none, there the code is typed. */
export function RegionField({
  level,
  label,
  value,
  onChoose,
}: {
  readonly level: keyof typeof LEVELS;
  readonly label: string;
  readonly value: string;
  readonly onChoose: (code: string) => void;
}) {
  const [names, setNames] = useState('');
  const at = LEVELS[level];
  if (onWeb)
    return (
      <LineField
        label={`${label}，行政区划代码`}
        initial={value}
        type="number"
        maxLength={6}
        onType={onChoose}
      />
    );
  const shown = value === '' ? '还没有选' : names === '' ? `已选（代码 ${value}）` : names;
  return (
    <Picker
      mode="region"
      level={PICKER_LEVELS[level]}
      {...spoken({ label: `${label}，${shown}` })}
      onChange={({ detail }) => {
        const code = codeAt(detail.code, at);
        if (code === '') return;
        setNames(Array.isArray(detail.value) ? detail.value.slice(0, at + 1).join(' ') : '');
        onChoose(code);
      }}
    >
      <View className="picked">
        <Text className="picked__text">{shown}</Text>
        <Text className="picked__do">选择</Text>
      </View>
    </Picker>
  );
}
