import { View } from '@tarojs/components';
import { spoken } from '../spoken';
import type { IconName } from './names';
import './icon.scss';

/** An outline drawing in the colour of the text around it; never the only carrier of a meaning. */
export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  return <View className={`icon icon--${name} ${className}`} {...spoken({ hidden: true })} />;
}
