import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tag, type TagKind } from '@/components/tag/tag';
import { Tap } from '@/components/tap/tap';

/** A part of the one page. Only the open one is drawn: a long form stays quick, and one thing is asked at a time. */
export function Part({
  id,
  title,
  state,
  kind,
  open,
  onTap,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly kind: TagKind;
  readonly open: boolean;
  readonly onTap: () => void;
  readonly children: () => ReactNode;
}) {
  return (
    <View id={`part-${id}`} className="part">
      <Tap className="part__head" label={`${title}，${state}`} expanded={open} onTap={onTap}>
        <Text className="part__title">{title}</Text>
        <View className="part__state">
          <Tag text={state} kind={kind} />
        </View>
      </Tap>
      <View>{open ? <View className="part__body">{children()}</View> : null}</View>
    </View>
  );
}
