import { Input, Text, View } from '@tarojs/components';
import { initialValue } from '../initial-value';
import { spoken } from '../spoken';
import './text-input.scss';

export interface TextInputProps {
  readonly label: string;
  readonly initial: string;
  readonly type?: 'text' | 'number' | 'digit' | 'idcard';
  readonly unit?: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly onType: (text: string) => void;
}

/** One line to type in. Uncontrolled: a new `key` gives it another text. */
export function TextInput({
  label,
  initial,
  type = 'text',
  unit,
  maxLength = 80,
  placeholder = '',
  onType,
}: TextInputProps) {
  return (
    <View className="text-input">
      <Input
        className="text-input__field"
        type={type}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="search-field__placeholder"
        {...initialValue(initial)}
        {...spoken({ label: unit === undefined ? label : `${label}，单位${unit}` })}
        onInput={(event) => onType(event.detail.value)}
      />
      {unit === undefined ? null : <Text className="text-input__unit">{unit}</Text>}
    </View>
  );
}
