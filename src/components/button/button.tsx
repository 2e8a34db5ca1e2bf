import { Text } from '@tarojs/components';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/names';
import { Tap } from '../tap/tap';
import './button.scss';

export interface ButtonProps {
  readonly text: string;
  readonly kind?: 'primary' | 'secondary' | 'plain' | 'danger';
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** What is said when the text alone does not tell which. */
  readonly label?: string;
  readonly onTap: () => void;
}

export function Button({
  text,
  kind = 'secondary',
  icon,
  disabled = false,
  label = text,
  onTap,
}: ButtonProps) {
  return (
    <Tap
      className={`button button--${kind}${disabled ? ' button--off' : ''}`}
      label={label}
      disabled={disabled}
      onTap={onTap}
    >
      {icon === undefined ? null : <Icon name={icon} className="button__icon" />}
      <Text>{text}</Text>
    </Tap>
  );
}
