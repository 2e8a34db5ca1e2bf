import { Text, View } from '@tarojs/components';
import { spoken } from '@/components/spoken';
import { Tap } from '@/components/tap/tap';
import { Icon } from '@/components/icon/icon';
import { useElder } from '@/shell/screen';
import { preferences } from '@/shell/stores';

const toggle = (): void => preferences.store.setState(({ elder }) => ({ elder: !elder }));

/** Who speaks, where, and the switch that an old person needs first of all. */
export function Greeting() {
  const elder = useElder();
  return (
    <View className="greeting">
      <View className="greeting__row">
        <Text className="page-title greeting__title" {...spoken({ role: 'heading', level: 1 })}>
          先看清单，再出门
        </Text>
        <Tap
          className={`greeting__mode${elder ? ' greeting__mode--on' : ''}`}
          role="switch"
          label="长辈版"
          checked={elder}
          onTap={toggle}
        >
          <Icon name="text-size" />
          <Text>{elder ? '标准版' : '长辈版'}</Text>
        </Tap>
      </View>
      <Text className="quiet">大连金普新区 · 非官方演示，资料未经部门确认</Text>
      <View className="greeting__coast" {...spoken({ hidden: true })} />
    </View>
  );
}
