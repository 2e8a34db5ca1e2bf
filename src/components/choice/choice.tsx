import { Text, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './choice.scss';

/** One answer of several, a whole line to tap. */
export function Choice({
  text,
  hint,
  chosen,
  role = 'radio',
  onTap,
}: {
  readonly text: string;
  readonly hint?: string;
  readonly chosen: boolean;
  readonly role?: 'radio' | 'checkbox';
  readonly onTap: () => void;
}) {
  const name = hint === undefined ? text : `${text}，${hint}`;
  return (
    <Tap
      className={`choice${chosen ? ' choice--chosen' : ''}`}
      role={role}
      label={name}
      checked={chosen}
      onTap={onTap}
    >
      <View className={`choice__mark choice__mark--${role}${chosen ? ' choice__mark--on' : ''}`}>
        {chosen ? <Icon name="check" className="choice__sign" /> : null}
      </View>
      <View className="choice__text">
        <Text className="choice__name">{text}</Text>
        {hint === undefined ? null : <Text className="choice__hint">{hint}</Text>}
      </View>
    </Tap>
  );
}
