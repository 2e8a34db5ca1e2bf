import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/names';
import { spoken } from '@/components/spoken';
import type { PersonalGuide } from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import { feesText, limitText, onlineText, phoneText, visitsText } from '../words';

function Fact({
  icon,
  name,
  value,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly value: string;
}) {
  return (
    <View className="fact" {...spoken({ role: 'group', label: `${name}：${value}` })}>
      <Icon name={icon} className="fact__icon" />
      <Text className="fact__name">{name}</Text>
      <Text className="fact__value">{value}</Text>
    </View>
  );
}

/** The five things that everybody asks first, for this person where the answers say so. */
export function Facts({ guide, personal }: { readonly guide: Guide; readonly personal: PersonalGuide }) {
  const { limit, label, sure } = personal.time;
  const time = [limitText(limit), label ?? '', sure ? '' : '（看情形）']
    .filter((part) => part !== '')
    .join(' ');
  return (
    <View className="facts">
      <Fact icon="phone-online" name="网上办" value={onlineText(guide)} />
      <Fact icon="clock" name="多久" value={time} />
      <Fact icon="coin" name="多少钱" value={feesText(guide)} />
      <Fact icon="walk" name="跑几次" value={visitsText(guide)} />
      <Fact icon="phone" name="咨询" value={phoneText(guide.channels.consultation)} />
    </View>
  );
}
