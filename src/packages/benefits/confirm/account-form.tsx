import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/fields/field-frame';
import { LineField } from '@/components/fields/line-field';
import { Tick } from '@/components/tick/tick';
import { BANK_CARD_MESSAGES, checkBankCard } from '@/domain/identity/bank-card';

const LABEL = '本人银行卡号';

/** Where the money goes: checked here, and once more by the server; shown masked from then on. */
export function AccountForm({
  button,
  consent,
  busy,
  onSend,
}: {
  readonly button: string;
  /** What the person agrees to; never ticked beforehand. */
  readonly consent: string;
  readonly busy: boolean;
  readonly onSend: (account: string) => void;
}) {
  const typed = useRef('');
  const [agreed, setAgreed] = useState(false);
  const [error, setError] = useState<string>();
  const [unticked, setUnticked] = useState(false);
  const send = (): void => {
    const checked = checkBankCard(typed.current);
    setError(checked.ok ? undefined : BANK_CARD_MESSAGES[checked.error]);
    setUnticked(!agreed);
    if (checked.ok && agreed) onSend(checked.value);
  };
  return (
    <Card className="stack">
      <FieldFrame
        id="account"
        label={LABEL}
        why="钱直接打到这张卡。保存后只显示后四位。"
        {...(error === undefined ? {} : { error })}
      >
        <LineField
          label={LABEL}
          initial=""
          type="number"
          maxLength={23}
          onType={(text) => void (typed.current = text)}
        />
      </FieldFrame>
      <FieldFrame id="consent" label="确认" {...(unticked ? { error: '请先看过并勾选。' } : {})}>
        <Tick title={consent} ticked={agreed} onTap={() => setAgreed(!agreed)} />
      </FieldFrame>
      <View>
        <Text className="quiet">工作人员不会向您要验证码或密码。</Text>
      </View>
      <Button text={busy ? '正在发…' : button} kind="primary" disabled={busy} onTap={send} />
    </Card>
  );
}
