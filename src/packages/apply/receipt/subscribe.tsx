import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { taroSubscribe } from '@/platform/taro/subscribe';
import { agreeTo, readTemplates } from '@/services/phone';
import { api } from '@/shell/online';
import { device } from '@/shell/ports';

const NOTHING: readonly string[] = [];

/** Where templates are configured: each tap is good for one message, so it is asked when there is something to wait for. */
export function Subscribe() {
  const [templates, setTemplates] = useState(NOTHING);
  useEffect(() => {
    let here = true;
    void readTemplates(api).then((read) => here && setTemplates(read.ok ? read.value.templates : NOTHING));
    return () => {
      here = false;
    };
  }, []);
  if (templates.length === 0) return null;
  const ask = async (): Promise<void> => {
    const agreed = await taroSubscribe.ask(templates);
    if (!agreed.ok || agreed.value.length === 0) {
      device.toast('没有订阅；进展在“消息”里也能看到');
      return;
    }
    const taken = await agreeTo(api, agreed.value);
    device.toast(taken.ok ? '好的，有进展微信告诉您一次' : '没有订阅上，请稍后再试');
    if (taken.ok) setTemplates(NOTHING);
  };
  return <Button text="有进展微信告诉我" icon="info" onTap={() => void ask()} />;
}
