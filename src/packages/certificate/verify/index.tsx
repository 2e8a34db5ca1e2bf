import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { CertificateVerification } from '@/contract/certificate';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/fields/field-frame';
import { AreaField } from '@/components/fields/line-field';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { scanCode } from '@/platform/taro/scan';
import type { ApiResult } from '@/services/api';
import { verifyCertificate } from '@/services/certificate';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { device } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { checkText, type Checked } from './check';
import { Answer, Genuine } from './found';
import '@/components/section/section.scss';
import '../review/index.scss';

const onWeapp = process.env.TARO_ENV === 'weapp';
const NOTHING: Checked = { kind: 'empty' };

function Found({
  checked,
  read,
}: {
  readonly checked: Checked;
  readonly read: ApiResult<CertificateVerification> | undefined;
}) {
  switch (checked.kind) {
    case 'empty':
      return null;
    case 'refused':
      return <Notice kind="stop" text={checked.say} />;
    case 'code':
      return <Answer read={read} />;
    case 'genuine':
      return (
        <View className="stack">
          <Genuine verified={checked.verified} />
          <Answer read={read} />
        </View>
      );
  }
}

/** What a link or the QR brought is checked when the page opens. */
export default function VerifyPage() {
  const given = useParams()['c'] ?? '';
  const typed = useRef('');
  const [text, setText] = useState(given);
  const [turn, setTurn] = useState(0);
  const [checked, setChecked] = useState(NOTHING);
  const [read, setRead] = useState<ApiResult<CertificateVerification>>();
  useEffect(() => {
    const found = checkText(text);
    setChecked(found);
    setRead(undefined);
    if (found.kind !== 'code' && found.kind !== 'genuine') return undefined;
    let here = true;
    void verifyCertificate(api, found.ask).then((answer) => here && setRead(answer));
    return () => {
      here = false;
    };
  }, [text, turn]);
  const look = (wanted: string): void => {
    setText(wanted);
    setTurn(turn + 1);
    device.scrollTo('found');
  };
  const scan = async (): Promise<void> => {
    const scanned = await scanCode();
    if (scanned.ok) look(scanned.value);
    else if (scanned.error === 'failed') device.toast('没能打开相机，可以输入验证码');
  };
  const lookTyped = (): void =>
    typed.current.trim() === '' ? device.toast('请先输入验证码，或粘贴二维码的内容') : look(typed.current);
  return (
    <Screen
      bar={
        <>
          {onWeapp ? <Button text="扫二维码" icon="search" onTap={() => void scan()} /> : null}
          <Button text="核验" kind="primary" onTap={lookTyped} />
        </>
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        核验一份证明
      </Text>
      <Text className="lead">不用登录。没有网也能验签名真假；有没有撤销，要联网才知道。</Text>
      <View id="found" {...spoken({ role: 'status', live: 'polite' })}>
        <Found checked={checked} read={read} />
      </View>
      <View className="section">
        <Card>
          <FieldFrame
            id="code"
            label="验证码，或二维码的内容"
            help="验证码印在证明上，16 位；二维码的内容可以整段粘贴。"
          >
            <AreaField
              label="验证码，或二维码的内容"
              initial=""
              maxLength={4000}
              onType={(next) => {
                typed.current = next;
              }}
            />
          </FieldFrame>
        </Card>
      </View>
    </Screen>
  );
}
