import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/names';
import './notice.scss';

export type NoticeKind = 'info' | 'wait' | 'stop' | 'done';

const ICONS = { info: 'info', wait: 'clock', stop: 'warning', done: 'check' } as const satisfies Record<
  NoticeKind,
  IconName
>;

/** A sentence that the person should not miss; icon and words carry it, colour only helps. */
export function Notice({
  kind = 'info',
  text,
  children,
}: {
  readonly kind?: NoticeKind;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <View className={`notice notice--${kind}`}>
      <Icon name={ICONS[kind]} className="notice__icon" />
      <View className="notice__body">
        <Text className="notice__text">{text}</Text>
        {children}
      </View>
    </View>
  );
}
