import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '../choice/choice';
import { spoken } from '../spoken';
import { Tap } from '../tap/tap';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly options: readonly ChoiceOption[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** So many fit on a screen as whole lines; more are folded behind what is chosen. */
const SHORT = 7;
/** Lines of an open list; the rest is found by typing. */
const OPEN_LINES = 30;

export function ChoiceField(props: ChoiceFieldProps & { readonly folded?: boolean }) {
  const { folded = false, ...rest } = props;
  return folded || props.options.length > SHORT ? <ListField {...rest} /> : <LinesField {...rest} />;
}

function LinesField({ label, options, value, onChoose }: ChoiceFieldProps) {
  return (
    <View className="field__control" {...spoken({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Choice
          key={option.value}
          text={option.label}
          {...(option.hint === undefined ? {} : { hint: option.hint })}
          chosen={option.value === value}
          onTap={() => onChoose(option.value)}
        />
      ))}
    </View>
  );
}

/** Streets, schools, trades: what is chosen, and a list to search in that opens below it. */
function ListField({ label, options, value, onChoose }: ChoiceFieldProps) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value)?.label;
  return (
    <View className="field__control">
      <Tap
        className="picked"
        label={`${label}，${chosen ?? '还没有选'}`}
        expanded={open}
        onTap={() => setOpen(!open)}
      >
        <Text className="picked__text">{chosen ?? '还没有选'}</Text>
        <Text className="picked__do">{open ? '收起' : '选择'}</Text>
      </Tap>
      {open ? (
        <OpenList
          label={label}
          options={options}
          value={value}
          onChoose={(next) => {
            setOpen(false);
            onChoose(next);
          }}
        />
      ) : null}
    </View>
  );
}

function OpenList({ label, options, value, onChoose }: ChoiceFieldProps) {
  const [wanted, setWanted] = useState('');
  const found = options.filter((option) => option.label.includes(wanted.trim()));
  const shown = found.slice(0, OPEN_LINES);
  return (
    <View>
      {options.length > SHORT ? (
        <View className="field__line">
          <Input
            className="field__input"
            maxlength={20}
            placeholder="输几个字找"
            placeholderClass="search-field__placeholder"
            {...spoken({ label: `在${label}里找` })}
            onInput={(event) => setWanted(event.detail.value)}
          />
        </View>
      ) : null}
      <View {...spoken({ role: 'radiogroup', label })}>
        {shown.map((option) => (
          <Tap
            key={option.value}
            className={`option${option.value === value ? ' option--chosen' : ''}`}
            role="radio"
            label={option.hint === undefined ? option.label : `${option.label}，${option.hint}`}
            checked={option.value === value}
            onTap={() => onChoose(option.value)}
          >
            <Text>{option.label}</Text>
          </Tap>
        ))}
      </View>
      {found.length === 0 ? <Text className="field__note">没有找到，换几个字试试</Text> : null}
      {found.length > shown.length ? (
        <Text className="field__note">还有 {found.length - shown.length} 个，输几个字找</Text>
      ) : null}
    </View>
  );
}
