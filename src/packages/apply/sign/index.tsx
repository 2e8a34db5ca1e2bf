import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Signing } from '@/contract/signatures';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { Tick } from '@/components/tick/tick';
import { showDate } from '@/domain/form/kinds/dates';
import { faultWords } from '@/services/fault-words';
import { openSigning, sign } from '@/services/signing';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { go } from '@/shell/ports';
import { useRemote } from '@/shell/remote';
import { Screen } from '@/shell/screen';
import { SignInFirst } from './sign-in-first';
import '@/components/fields/fields.scss';

type Closed = Exclude<Signing['state'], 'open' | 'signed'>;

/** Why there is nothing to sign, and what to do. */
const CLOSED: Readonly<Record<Closed, { readonly title: string; readonly text: string }>> = {
  ended: { title: '链接过期了', text: '链接 7 天有效。请让申请人重新转发，或到窗口签。' },
  closed: { title: '不用签了', text: '这件事已经撤回、办完，或者申请人改了要签名的人。' },
  dead: { title: '链接不能用了', text: '它被收回或换了新的，每个链接只能签一次。请让申请人再转发一次。' },
  wrongPerson: {
    title: '这不是给您签的',
    text: '只能由链接写明的本人签，别人不能代签。您登录的不是这个人，请不要替他签。',
  },
  noRealName: { title: '还不能在手机上签', text: '您的账号没有实名信息，签名不作数。请带身份证到窗口签。' },
};

function Document({
  token,
  document,
  onSigned,
}: {
  readonly token: string;
  readonly document: NonNullable<Signing['document']>;
  readonly onSigned: (signing: Signing) => void;
}) {
  const { item, applicant, signer, maskedIdNo, statement, until, digest } = document;
  const [agreed, setAgreed] = useState(false);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    if (!agreed) return setError('同意才能签：请先勾选。不同意可以不签，直接关掉这一页。');
    setBusy(true);
    const done = await sign(api, { token, digest, agreed: true });
    setBusy(false);
    if (!done.ok) return setError(faultWords(done.error, '还没有签上。'));
    // Another text than the one that was read: it is shown, to be read again.
    setError(done.value.state === 'open' ? '内容有变动，还没有签上。请再看一遍。' : undefined);
    onSigned(done.value);
  };
  return (
    <Screen
      bar={
        <Button text={busy ? '正在签…' : '签名'} kind="primary" disabled={busy} onTap={() => void send()} />
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        请您签名
      </Text>
      <Text className="lead">
        {applicant === '' ? '申请人' : applicant}在办“{item}”，需要您本人签名。
      </Text>
      <View>
        {error === undefined ? null : (
          <View {...spoken({ role: 'alert', live: 'assertive' })}>
            <Notice kind="stop" text={error} />
          </View>
        )}
      </View>
      <Card className="stack">
        <View>
          <Text>{statement}</Text>
        </View>
        <View>
          <Text className="field__note">
            签名人：{signer} {maskedIdNo}
          </Text>
          {until === null ? null : (
            <Text className="field__note">这个链接 {showDate(until)}前有效，只能签一次。</Text>
          )}
        </View>
      </Card>
      <Card className="card--list">
        <Tick
          title={`我是${signer}本人，看过上面的话，同意并签名`}
          ticked={agreed}
          onTap={() => setAgreed(!agreed)}
        />
      </Card>
    </Screen>
  );
}

/** Opened by a link that somebody was sent: read, agree, sign; once, and only as oneself. */
export default function SignPage() {
  const token = useParams()['t'] ?? '';
  const { read, again, set } = useRemote(() => openSigning(api, token));
  if (read === undefined)
    return (
      <Screen>
        <Text className="quiet">正在读取…</Text>
      </Screen>
    );
  if (!read.ok)
    return (
      <Screen>
        <SignInFirst fault={read.error} onAgain={again} />
      </Screen>
    );
  const { state, document } = read.value;
  if (document !== null)
    return <Document key={document.digest} token={token} document={document} onSigned={set} />;
  if (state === 'open') return <Screen>{null}</Screen>;
  return (
    <Screen>
      {state === 'signed' ? (
        <View {...spoken({ role: 'status', live: 'polite' })}>
          <Empty icon="check" title="签好了" text="您的签名已经送到，不用再做什么。">
            <Button text="回首页" kind="primary" onTap={() => go('home')} />
          </Empty>
        </View>
      ) : (
        <Empty icon="warning" {...CLOSED[state]}>
          <Button text="回首页" onTap={() => go('home')} />
        </Empty>
      )}
    </Screen>
  );
}
