import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './fold.scss';

export interface FoldProps {
  readonly title: string;
  readonly note?: string;
  readonly open?: boolean;
  /** Drawn only while open: what is folded costs nothing. */
  readonly children: () => ReactNode;
}

export function Fold({ title, note, open: initial = false, children }: FoldProps) {
  const [open, setOpen] = useState(initial);
  return (
    <View className="fold">
      <Tap
        className="fold__head"
        label={note === undefined ? title : `${title},${note}`}
        expanded={open}
        onTap={() => setOpen(!open)}
      >
        <Text className="fold__title">{title}</Text>
        {note === undefined ? null : <Text className="fold__note">{note}</Text>}
        <Icon name="down" className={`fold__sign${open ? ' fold__sign--open' : ''}`} />
      </Tap>
      {open ? <View className="fold__body">{children()}</View> : null}
    </View>
  );
}
