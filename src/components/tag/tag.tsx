import { Text } from '@tarojs/components';
import './tag.scss';

export type TagKind = 'plain' | 'done' | 'wait' | 'stop';

export function Tag({ text, kind = 'plain' }: { readonly text: string; readonly kind?: TagKind }) {
  return <Text className={`tag tag--${kind}`}>{text}</Text>;
}
