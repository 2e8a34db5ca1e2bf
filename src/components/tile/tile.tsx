import { Text } from '@tarojs/components';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/names';
import { Tap } from '../tap/tap';
import './tile.scss';

/** A drawing over two or three words, in a grid or a sliding row. */
export function Tile({
  icon,
  text,
  label,
  onTap,
}: {
  readonly icon: IconName;
  readonly text: string;
  readonly label?: string;
  readonly onTap: () => void;
}) {
  return (
    <Tap className="tile" role="link" label={label === undefined ? text : `${text}，${label}`} onTap={onTap}>
      <Icon name={icon} className="tile__icon" />
      <Text className="tile__text">{text}</Text>
    </Tap>
  );
}
