import { View } from '@tarojs/components';
import { useStore } from 'zustand';
import type { CertificateReceipt } from '@/contract/certificate';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { groupedCode } from '@/domain/certificate/access-code';
import type { ApiResult } from '@/services/api';
import { readCertificate } from '@/services/certificate';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { device, replaceWith } from '@/shell/ports';
import { useRemote } from '@/shell/remote';
import { Screen } from '@/shell/screen';
import { SheetPage } from '@/shell/sheet-page';
import { lastReceipt } from '../last-receipt';
import { RemoteFault } from '../remote-fault';
import { receiptSheet } from './sheet';

/** Out of the case itself, where this phone has not just got it. */
async function receiptOf(number: string): Promise<ApiResult<CertificateReceipt>> {
  const known = lastReceipt.getState();
  if (known?.number === number) return { ok: true, value: known };
  const read = await readCertificate(api, number);
  if (!read.ok) return read;
  const { queryCode, submittedOn, draft } = read.value;
  return { ok: true, value: { number, queryCode, submittedOn, departments: draft.departments.length } };
}

function Receipt({ receipt }: { readonly receipt: CertificateReceipt }) {
  const { number, queryCode } = receipt;
  return (
    <SheetPage sheet={receiptSheet(receipt)}>
      <View className="stack">
        <View {...spoken({ role: 'status', live: 'polite' })}>
          <Notice kind="done" text="已提交。请存下这张回执，查询码只给办这件事的人看。" />
        </View>
        <View className="wrap">
          <Button text="看进度" icon="clock" onTap={() => replaceWith('certificateCase', { number })} />
          <Button text="复制查询码" onTap={() => void device.copy(groupedCode(queryCode))} />
        </View>
      </View>
    </SheetPage>
  );
}

export default function ReceiptPage() {
  const number = useParams()['number'] ?? '';
  const { read, again } = useRemote(() => receiptOf(number));
  const known = useStore(lastReceipt);
  if (known?.number === number) return <Receipt receipt={known} />;
  if (read === undefined) return <Screen>{null}</Screen>;
  if (read.ok) return <Receipt receipt={read.value} />;
  return (
    <Screen>
      <RemoteFault fault={read.error} onAgain={again} />
    </Screen>
  );
}
