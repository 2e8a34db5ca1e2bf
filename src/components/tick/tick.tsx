import { Text, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './tick.scss';

export interface TickProps {
  readonly title: string;
  readonly detail?: string;
  readonly mark?: string;
  readonly ticked: boolean;
  /** A ticked line is done with and struck out; without it a tick only chooses. */
  readonly strike?: boolean;
  readonly onTap: () => void;
}

/** A line to tick off. */
export function Tick({ title, detail, mark, ticked, strike = false, onTap }: TickProps) {
  const name = [title, mark, detail].filter(Boolean).join(',');
  return (
    <Tap className="tick" role="checkbox" label={name} checked={ticked} onTap={onTap}>
      <View className={`tick__box${ticked ? ' tick__box--on' : ''}`}>
        {ticked ? <Icon name="check" className="tick__mark" /> : null}
      </View>
      <View className="tick__text">
        <Text className={`tick__title${ticked && strike ? ' tick__title--done' : ''}`}>{title}</Text>
        {mark === undefined ? null : <Text className="tick__label">{mark}</Text>}
        {detail === undefined ? null : <Text className="tick__detail">{detail}</Text>}
      </View>
    </Tap>
  );
}
