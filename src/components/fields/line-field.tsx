import { Input, Text, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { initialValue } from '../initial-value';
import { spoken } from '../spoken';

export interface LineFieldProps {
  readonly label: string;
  /** Read once: a new `key` gives the field another text. */
  readonly initial: string;
  readonly type?: 'text' | 'number' | 'digit' | 'idcard';
  readonly unit?: string;
  readonly maxLength?: number;
  /** Set when the person is to go on here. */
  readonly focus?: boolean;
  readonly onType: (text: string) => void;
  readonly onLeave?: () => void;
}

/** One line to type in. Uncontrolled: what is typed is never sent back to the view. */
export function LineField({
  label,
  initial,
  type = 'text',
  unit,
  maxLength = 100,
  focus = false,
  onType,
  onLeave,
}: LineFieldProps) {
  const [first] = useState(initial);
  return (
    <View className="field__line">
      <Input
        className="field__input"
        type={type}
        maxlength={maxLength}
        focus={focus}
        {...initialValue(first)}
        {...spoken({ label: unit === undefined ? label : `${label}，单位${unit}` })}
        onInput={(event) => onType(event.detail.value)}
        onBlur={onLeave ?? nothing}
      />
      {unit === undefined ? null : <Text className="field__unit">{unit}</Text>}
    </View>
  );
}

const nothing = (): void => undefined;

export function AreaField({
  label,
  initial,
  maxLength = 500,
  onType,
  onLeave = nothing,
}: Pick<LineFieldProps, 'label' | 'initial' | 'maxLength' | 'onType' | 'onLeave'>) {
  const [first] = useState(initial);
  return (
    <Textarea
      className="field__area"
      maxlength={maxLength}
      {...initialValue(first)}
      {...spoken({ label })}
      onInput={(event) => onType(event.detail.value)}
      onBlur={onLeave}
    />
  );
}
