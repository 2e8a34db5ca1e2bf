import { Text } from '@tarojs/components';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Row } from '@/components/row/row';
import { drafts } from '@/shell/online';
import { device, go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { expiresAt, type Draft } from '@/stores/draft';
import { CERTIFICATE_DRAFT, type DraftMark } from '@/stores/drafts';
import { itemName } from '../forms';
import { dateTextOf, momentText } from '@/components/moments';

/** A correction's draft carries the number of its case. */
const CORRECTION = 'correct-';

function MarkRow({ form, savedAt }: DraftMark) {
  const until: Pick<Draft, 'savedAt'> = { savedAt };
  const detail = `${momentText(savedAt)} 保存，留到 ${dateTextOf(expiresAt(until))}`;
  if (form === CERTIFICATE_DRAFT)
    return <Row title="企业上市无违规证明" detail={detail} onTap={() => go('certificateApply')} />;
  if (!form.startsWith(CORRECTION))
    return <Row title={itemName(form)} detail={detail} onTap={() => go('apply', { id: form })} />;
  const number = form.slice(CORRECTION.length);
  return <Row title={`补正：${number}`} detail={detail} onTap={() => go('correct', { number })} />;
}

async function wipeAll(): Promise<void> {
  const agreed = await device.confirm({
    title: '清除全部草稿？',
    text: '清除后找不回来。已经提交的不受影响。',
    yes: '清除',
    no: '先不清',
  });
  if (!agreed) return;
  drafts.clearAll();
  device.toast('已清除');
}

export default function DraftsPage() {
  const marks = useStore(drafts.marks.store);
  if (marks.length === 0)
    return (
      <Screen>
        <Empty icon="note" title="没有没填完的表" text="填到一半退出，会自动存在这里，30 天内接着填。">
          <Button text="去找要办的事" kind="primary" onTap={() => go('services')} />
        </Empty>
      </Screen>
    );
  return (
    <Screen bar={<Button text="全部清除" kind="danger" icon="trash" onTap={() => void wipeAll()} />}>
      <Text className="lead">加密存在这部手机里，没有上传。过期自动清除。</Text>
      <Card className="card--list">
        {marks.slice(0, 40).map((mark) => (
          <MarkRow key={mark.form} {...mark} />
        ))}
      </Card>
    </Screen>
  );
}
