import { View } from '@tarojs/components';
import { Choice } from '../choice/choice';
import { spoken } from '../spoken';
import type { ChoiceOption } from './choice-field';

/** Any number of options; the exclusive one (无) stands alone. */
export function MultiField({
  label,
  options,
  value,
  exclusive,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly ChoiceOption[];
  readonly value: readonly string[];
  readonly exclusive?: string;
  readonly onChoose: (value: readonly string[]) => void;
}) {
  const toggle = (option: string): void => {
    if (value.includes(option)) onChoose(value.filter((each) => each !== option));
    else if (option === exclusive) onChoose([option]);
    else onChoose([...value.filter((each) => each !== exclusive), option]);
  };
  return (
    <View className="field__control" {...spoken({ role: 'group', label })}>
      {options.map((option) => (
        <Choice
          key={option.value}
          text={option.label}
          {...(option.hint === undefined ? {} : { hint: option.hint })}
          role="checkbox"
          chosen={value.includes(option.value)}
          onTap={() => toggle(option.value)}
        />
      ))}
    </View>
  );
}
