import { Text, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/names';
import { spoken } from '../spoken';
import { Tap } from '../tap/tap';
import './tab-bar.scss';

export interface TabItem {
  readonly id: string;
  readonly text: string;
  readonly icon: IconName;
}

/** The product's own tab bar: WeChat's does not grow in 长辈版. */
export function TabBar({
  items,
  current,
  elder,
  onSelect,
}: {
  readonly items: readonly TabItem[];
  readonly current: string;
  readonly elder: boolean;
  readonly onSelect: (id: string) => void;
}) {
  return (
    <View
      className={`theme tab-bar${elder ? ' elder' : ''}`}
      {...spoken({ role: 'tablist', label: '主要页面' })}
    >
      {items.map(({ id, text, icon }) => (
        <Tap
          key={id}
          className={`tab-bar__item${id === current ? ' tab-bar__item--on' : ''}`}
          role="tab"
          label={text}
          selected={id === current}
          onTap={() => onSelect(id)}
        >
          <Icon name={icon} />
          <Text className="tab-bar__text">{text}</Text>
        </Tap>
      ))}
    </View>
  );
}
