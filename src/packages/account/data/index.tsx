import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Tick } from '@/components/tick/tick';
import { device, http } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { wipeable } from '@/shell/wipeable';
import './index.scss';

type Wipeable = (typeof wipeable)[number]['id'];

async function wipe(chosen: readonly Wipeable[]): Promise<boolean> {
  const names = wipeable.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const agreed = await device.confirm({
    title: '清除后找不回来',
    text: `将清除：${names.join('、')}。`,
    yes: '清除',
    no: '先不清',
  });
  if (!agreed) return false;
  for (const { id, clear } of wipeable) if (chosen.includes(id)) clear();
  device.toast('已清除');
  return true;
}

export default function DataPage() {
  const [chosen, setChosen] = useState<readonly Wipeable[]>(wipeable.map(({ id }) => id));
  const { requests, sentBytes } = http.traffic();
  const toggle = (id: Wipeable): void =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Screen
      bar={
        <Button
          text={chosen.length === 0 ? '先选要清除的' : `清除选中的 ${chosen.length} 项`}
          kind="danger"
          icon="trash"
          disabled={chosen.length === 0}
          onTap={() => void wipe(chosen)}
        />
      }
    >
      <Text className="lead">这些都只存在这部手机里；已经提交的办件不受影响。字号和长辈版的选择会保留。</Text>
      <Card className="card--list">
        {wipeable.map(({ id, name }) => (
          <Tick key={id} title={name} ticked={chosen.includes(id)} onTap={() => toggle(id)} />
        ))}
      </Card>
      <Text className="lead data__traffic">
        这次打开以来，向服务器发过 {requests} 次请求，上传 {sentBytes} 字节。
      </Text>
    </Screen>
  );
}
