import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { Tick } from '@/components/tick/tick';
import { faultWords } from '@/services/fault-words';
import { sendTrouble } from '@/services/phone';
import { api } from '@/shell/online';
import { device, http } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { troubles } from '@/shell/stores';
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

/** Faults of the program stay here until the person sends them. */
function Troubles() {
  const all = useStore(troubles.store);
  const [busy, setBusy] = useState(false);
  if (all.length === 0) return null;
  const send = async (): Promise<void> => {
    setBusy(true);
    const sent = await sendTrouble(api, [...all]);
    setBusy(false);
    if (sent.ok) troubles.clear();
    device.toast(sent.ok ? '已发出，谢谢' : faultWords(sent.error, '记录还在手机里。'));
  };
  return (
    <Section title={`程序出错的记录（${all.length} 条）`}>
      <Card className="stack">
        <Text>只记哪一页、什么错，没有您填的内容。发给我们，好早点修。不发也行。</Text>
        <Button text={busy ? '正在发…' : '发给我们'} disabled={busy} onTap={() => void send()} />
      </Card>
    </Section>
  );
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
      <Troubles />
      <Text className="lead data__traffic">
        这次打开以来，向服务器发过 {requests} 次请求，上传 {sentBytes} 字节。
      </Text>
    </Screen>
  );
}
