import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Receipt } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { formatDate } from '@/domain/shared/civil-date';
import { derive } from '@/domain/case/derive';
import type { ApiFault } from '@/services/api';
import { readCase } from '@/services/cases';
import { faultWords } from '@/services/fault-words';
import { api, outbox, signedIn } from '@/shell/online';
import { useParams } from '@/shell/params';
import { go, replaceWith } from '@/shell/ports';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import { SheetPage } from '@/shell/sheet-page';
import { contextNow, findForm, itemName } from '../forms';
import { receiptSheet } from './sheet';
import { Subscribe } from './subscribe';

/** A receipt that this phone does not have, out of the case itself. */
async function receiptFrom(number: string): Promise<Receipt | ApiFault> {
  const read = await readCase(api, number);
  if (!read.ok) return read.error;
  const { asOf, calendar } = contextNow();
  const { item, submittedOn, promise } = derive(read.value.events, asOf, calendar);
  return { number, item, submittedOn: formatDate(submittedOn), due: promise?.due ?? null };
}

function useReceipt(number: string): Receipt | ApiFault | undefined {
  const sent = useStore(outbox.store).sent.find(({ receipt }) => receipt.number === number)?.receipt;
  const ready = useReady(outbox.ready);
  const [read, setRead] = useState<Receipt | ApiFault>();
  const asks = ready && sent === undefined;
  useEffect(() => {
    if (asks) void receiptFrom(number).then(setRead);
  }, [asks, number]);
  return sent ?? read;
}

function Sent({ number }: { readonly number: string }) {
  const receipt = useReceipt(number);
  if (receipt === undefined) return <Screen>{null}</Screen>;
  if ('kind' in receipt)
    return (
      <Screen>
        <Empty icon="offline" title="没能读到回执" text={faultWords(receipt, '办件编号不会变。')}>
          <Button text="看我的办件" kind="primary" onTap={() => go('cases')} />
        </Empty>
      </Screen>
    );
  return (
    <SheetPage sheet={receiptSheet(receipt, findForm(receipt.item))}>
      <View className="stack">
        <View {...spoken({ role: 'status', live: 'polite' })}>
          <Notice kind="done" text={`${itemName(receipt.item)}已提交，请记下或存下办件编号。`} />
        </View>
        <View className="wrap">
          <Button text="看进度" icon="clock" onTap={() => replaceWith('case', { number })} />
          <Subscribe />
        </View>
      </View>
    </SheetPage>
  );
}

/** Why it is not there yet, where that is not just the network. */
function Why({ waits }: { readonly waits: ApiFault | undefined }) {
  if (waits?.kind !== 'problem' || waits.code === 'signInNeeded') return null;
  if (waits.retryAfter !== undefined)
    return <Notice kind="wait" text="现在办的人多。手机过一会儿自动再发，您不用守着这一页，也不用重填。" />;
  return <Notice kind="stop" text={faultWords(waits, '您填的存在手机里，能发时自动发出。')} />;
}

/** Handed in and kept, not sent yet; turns into the receipt when it is. */
function Waiting({ keyed }: { readonly keyed: string }) {
  const { entries, sent, waits } = useStore(outbox.store);
  const session = useStore(signedIn.store);
  const ready = useReady(outbox.ready);
  const [busy, setBusy] = useState(false);
  if (!ready) return <Screen>{null}</Screen>;
  const receipt = sent.find(({ key }) => key === keyed)?.receipt;
  if (receipt !== undefined) return <Sent number={receipt.number} />;
  const entry = entries.find(({ key }) => key === keyed);
  if (entry === undefined || entry.refused !== undefined)
    return (
      <Screen>
        <Empty
          title="这一份没有在等"
          text={entry?.refused === undefined ? '它发出去了，或者您收回了。' : faultWords(entry.refused)}
        >
          <Button text="看我的办件" kind="primary" onTap={() => go('cases')} />
        </Empty>
      </Screen>
    );
  const again = (): void => {
    setBusy(true);
    void outbox.flush().finally(() => setBusy(false));
  };
  return (
    <Screen
      bar={<Button text={busy ? '正在发…' : '现在再发一次'} kind="primary" disabled={busy} onTap={again} />}
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        已存在手机里，等着发出
      </Text>
      <Notice
        kind="wait"
        text={`${itemName(entry.request.form)}还没有送到。有网后打开小程序会自动发出，只发一次，不会重复。`}
      />
      <Why waits={waits} />
      <Card className="stack">
        <View>
          <Text>在送到之前没有办件编号，办理时间也还没开始算。急着办可以去窗口，或拨 12345。</Text>
        </View>
        {session === undefined ? <Button text="先登录，登录后马上发出" onTap={() => go('signIn')} /> : null}
        <Button text="看我的办件" onTap={() => go('cases')} />
      </Card>
    </Screen>
  );
}

export default function ReceiptPage() {
  const { number, waiting } = useParams();
  return number === undefined ? <Waiting keyed={waiting ?? ''} /> : <Sent number={number} />;
}
