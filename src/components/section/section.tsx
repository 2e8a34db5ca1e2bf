import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spoken } from '../spoken';
import './section.scss';

/** A heading and what belongs to it. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <View className="section">
      <View className="section__head">
        <Text className="section__title" {...spoken({ role: 'heading', level: 2 })}>
          {title}
        </Text>
        {aside}
      </View>
      {children}
    </View>
  );
}
