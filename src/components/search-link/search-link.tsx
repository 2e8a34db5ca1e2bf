import { Text } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './search-link.scss';

/** Looks like a search field and leads to the page that has one. */
export function SearchLink({
  text,
  label,
  onTap,
}: {
  readonly text: string;
  readonly label: string;
  readonly onTap: () => void;
}) {
  return (
    <Tap className="search-link" role="link" label={label} onTap={onTap}>
      <Icon name="search" />
      <Text className="search-link__text">{text}</Text>
    </Tap>
  );
}
