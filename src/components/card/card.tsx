import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './card.scss';

export function Card({
  className = '',
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return <View className={`card ${className}`}>{children}</View>;
}
