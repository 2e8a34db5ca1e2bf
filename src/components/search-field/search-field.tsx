import { Input, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { initialValue } from '../initial-value';
import { spoken } from '../spoken';
import { Tap } from '../tap/tap';
import './search-field.scss';

export interface SearchFieldProps {
  readonly initial: string;
  readonly placeholder: string;
  readonly focus?: boolean;
  /** Every change, as typed. */
  readonly onType: (text: string) => void;
  readonly onSearch: (text: string) => void;
  readonly onClear: () => void;
  readonly filled: boolean;
}

/** Uncontrolled: what is typed is never sent back to the view. A new `key` empties it. */
export function SearchField({
  initial,
  placeholder,
  focus = false,
  onType,
  onSearch,
  onClear,
  filled,
}: SearchFieldProps) {
  return (
    <View className="search-field">
      <Icon name="search" className="search-field__icon" />
      <Input
        className="search-field__input"
        type="text"
        confirmType="search"
        {...initialValue(initial)}
        placeholder={placeholder}
        placeholderClass="search-field__placeholder"
        focus={focus}
        maxlength={60}
        {...spoken({ label: '想办什么事' })}
        onInput={(event) => onType(event.detail.value)}
        onConfirm={(event) => onSearch(event.detail.value)}
      />
      {filled ? (
        <Tap className="search-field__clear" label="清空" onTap={onClear}>
          <Icon name="close" />
        </Tap>
      ) : null}
    </View>
  );
}
