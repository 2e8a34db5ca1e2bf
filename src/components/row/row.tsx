import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/names';
import { Tap } from '../tap/tap';
import './row.scss';

export interface RowProps {
  readonly title: string;
  /** The title drawn with marks, where it differs from plain text. */
  readonly titleNode?: ReactNode;
  readonly detail?: string;
  readonly note?: string;
  readonly icon?: IconName;
  readonly onTap: () => void;
  readonly label?: string;
}

/** One line that leads somewhere: the whole row is the target. */
export function Row({ title, titleNode, detail, note, icon, onTap, label }: RowProps) {
  const name = label ?? [title, note, detail].filter(Boolean).join(',');
  return (
    <Tap className="row" role="link" label={name} onTap={onTap}>
      {icon === undefined ? null : <Icon name={icon} className="row__icon" />}
      <View className="row__text">
        <Text className="row__title">{titleNode ?? title}</Text>
        {detail === undefined ? null : <Text className="row__detail">{detail}</Text>}
      </View>
      {note === undefined ? null : <Text className="row__note">{note}</Text>}
      <Icon name="chevron" className="row__go" />
    </Tap>
  );
}
