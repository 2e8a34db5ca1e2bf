import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { paths } from '@/contract/paths';
import type { SignInRequest } from '@/contract/people';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { faultWords } from '@/services/fault-words';
import { parseDemoPeople, type DemoPerson } from '@/services/wire';
import { api, outbox, sessions, signedIn } from '@/shell/online';
import { device, goBack } from '@/shell/ports';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import '@/components/fields/fields.scss';

const onWeapp = process.env.TARO_ENV === 'weapp';

/** A server in demo mode says whom it can sign in; any other has no such people. */
function useDemoPeople(): readonly DemoPerson[] {
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => {
    void api
      .open({ method: 'GET', path: paths.demoPeople }, parseDemoPeople)
      .then((read) => read.ok && setPeople(read.value));
  }, []);
  return people;
}

function welcome(name: string): void {
  device.toast(name === '' ? '已登录' : `已登录：${name}`);
  void outbox.flush();
  goBack();
}

function SignedIn({ name, masked }: { readonly name: string; readonly masked: string }) {
  return (
    <Card className="stack">
      <View>
        <Text>
          {name === '' ? '微信用户' : name} {masked}
        </Text>
        <Text className="field__note">换人办之前先退出。没发出的申请和草稿还留在手机里。</Text>
      </View>
      <Button text="退出登录" kind="danger" onTap={() => void sessions.signOut()} />
    </Card>
  );
}

export default function SignInPage() {
  useReady(signedIn.ready);
  const session = useStore(signedIn.store);
  const people = useDemoPeople();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<string | undefined>): Promise<void> => {
    setBusy(true);
    setError(await work());
    setBusy(false);
  };
  const throughWechat = (): Promise<void> =>
    attempt(async () => {
      const signed = await sessions.throughWechat();
      if (signed.ok) return void welcome(signed.value.person.name);
      return signed.error === 'noWechat' ? '微信没有给出登录凭证，请稍后再试。' : faultWords(signed.error);
    });
  const asDemo = (request: SignInRequest): Promise<void> =>
    attempt(async () => {
      const signed = await sessions.signIn(request);
      return signed.ok ? void welcome(signed.value.person.name) : faultWords(signed.error);
    });
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        登录
      </Text>
      <Text className="lead">
        查指南、看能领什么都不用登录；提交申请、看进度才要。登录只用来认出您，不读您的好友和朋友圈。
      </Text>
      {error === undefined ? null : (
        <View {...spoken({ role: 'alert', live: 'assertive' })}>
          <Notice kind="stop" text={error} />
        </View>
      )}
      {session === undefined ? null : (
        <SignedIn name={session.person.name} masked={session.person.maskedIdNo} />
      )}
      {session === undefined && onWeapp ? (
        <Card className="stack">
          <Button
            text={busy ? '正在登录…' : '微信登录'}
            kind="primary"
            disabled={busy}
            onTap={() => void throughWechat()}
          />
        </Card>
      ) : null}
      {session === undefined && people.length > 0 ? (
        <Section title="演示身份">
          <Notice kind="wait" text="这是演示服务器，下面的人都是虚构的。" />
          <Card className="card--list">
            {people.map(({ id, name, note }) => (
              <Row
                key={id}
                icon="user"
                title={name}
                detail={note}
                onTap={() => void asDemo({ provider: 'demo', person: id })}
              />
            ))}
          </Card>
        </Section>
      ) : null}
    </Screen>
  );
}
