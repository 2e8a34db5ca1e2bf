import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/names';
import './empty.scss';

/** Nothing here, said with what can be done about it. */
export function Empty({
  icon = 'leaf',
  title,
  text,
  children,
}: {
  readonly icon?: IconName;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <View className="empty">
      <Icon name={icon} className="empty__icon" />
      <Text className="empty__title">{title}</Text>
      {text === undefined ? null : <Text className="quiet">{text}</Text>}
      {children === undefined ? null : <View className="empty__next">{children}</View>}
    </View>
  );
}
