import { Text } from '@tarojs/components';
import { Tap } from '../tap/tap';
import './chip.scss';

export interface ChipProps {
  readonly text: string;
  readonly chosen: boolean;
  readonly hint?: string;
  /** `radio`: one of several; `tab`: which list is shown. */
  readonly role?: 'radio' | 'tab' | 'checkbox';
  readonly onTap: () => void;
}

export function Chip({ text, chosen, hint, role = 'radio', onTap }: ChipProps) {
  const state = role === 'tab' ? { selected: chosen } : { checked: chosen };
  const name = hint === undefined ? text : `${text},${hint}`;
  return (
    <Tap className={`chip${chosen ? ' chip--chosen' : ''}`} role={role} label={name} {...state} onTap={onTap}>
      <Text className="chip__text">{text}</Text>
      {hint === undefined ? null : <Text className="chip__hint">{hint}</Text>}
    </Tap>
  );
}
