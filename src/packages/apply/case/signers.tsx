import { Button as NativeButton, Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import type { CaseSignature, CaseSignatures, SignatureChange } from '@/contract/signatures';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import type { CaseView } from '@/domain/case/derive';
import { showDate } from '@/domain/form/kinds/dates';
import { routes } from '@/routes';
import type { ApiResult } from '@/services/api';
import { faultWords } from '@/services/fault-words';
import { changeSignature, readSignatures } from '@/services/signing';
import { api } from '@/shell/online';
import { device } from '@/shell/ports';

const onWeapp = process.env.TARO_ENV === 'weapp';

const dayOf = (day: string | null): string => (day === null ? '' : showDate(day));

function stateText({ state, where, signedOn, until }: CaseSignature): string {
  switch (state) {
    case 'signed':
      return `${dayOf(signedOn)}${where === 'window' ? '在窗口签了' : '在手机上签了'}`;
    case 'window':
      return '等本人带身份证到窗口签';
    case 'unsent':
      return '还没有转发签名链接';
    case 'waiting':
      return `链接已经给出，${dayOf(until)}前有效，等本人签`;
    case 'ended':
      return '链接过期了，请重新转发';
  }
}

/** A link that is out: to whom, and the page it opens. */
export interface Out {
  readonly id: string;
  readonly name: string;
  readonly page: string;
}

/** WeChat sends its card only by a button of its own. */
function Send({ out: { name, page } }: { readonly out: Out }) {
  const text = `转发给${name}`;
  return onWeapp ? (
    <NativeButton
      className="button button--primary"
      openType="share"
      {...spoken({ role: 'button', label: text })}
    >
      {text}
    </NativeButton>
  ) : (
    <Button text={`复制${name}的链接`} kind="primary" onTap={() => void device.copy(`#${page}`)} />
  );
}

type Change = (signature: CaseSignature, kind: SignatureChange['kind']) => void;

function Signer({
  signature,
  out,
  onChange,
}: {
  readonly signature: CaseSignature;
  readonly out: Out | undefined;
  readonly onChange: Change;
}) {
  const { id, name, maskedIdNo, state } = signature;
  const change = (kind: SignatureChange['kind']) => () => onChange(signature, kind);
  return (
    <View className="stack">
      <View>
        <Text>
          {name} {maskedIdNo}
        </Text>
        <Text className="field__note">{stateText(signature)}</Text>
      </View>
      {state === 'signed' ? null : (
        <View className="wrap">
          {out?.id === id ? <Send out={out} /> : null}
          {out?.id === id ? null : (
            <Button
              text={state === 'waiting' || state === 'ended' ? '重新给链接' : '给签名链接'}
              label={`给${name}的签名链接`}
              onTap={change('link')}
            />
          )}
          {state === 'waiting' ? (
            <Button text="收回链接" label={`收回${name}的链接`} onTap={change('revoke')} />
          ) : null}
          {state === 'window' ? null : (
            <Button text="改为窗口签" label={`${name}改为窗口签`} onTap={change('window')} />
          )}
        </View>
      )}
    </View>
  );
}

interface Links {
  readonly number: string;
  /** Kept by the page: WeChat asks the page what its card says. */
  readonly out: Out | undefined;
  readonly onOut: (out: Out | undefined) => void;
}

function List({ number, out, onOut, first }: Links & { readonly first: CaseSignatures }) {
  const [changed, setChanged] = useState<CaseSignatures>();
  const [error, setError] = useState<string>();
  const { signatures } = changed ?? first;
  const change: Change = (signature, kind) => {
    const { id, name } = signature;
    setError(undefined);
    void changeSignature(api, { number, id }, { kind }).then((done) => {
      if (!done.ok) return setError(faultWords(done.error, '签名的安排没有变。'));
      const { token } = done.value;
      setChanged(done.value);
      onOut(token === null ? undefined : { id, name, page: `/${routes.sign}?t=${token}` });
    });
  };
  const left = signatures.filter(({ state }) => state !== 'signed').length;
  return (
    <Card className="stack">
      {left === 0 ? (
        <Notice kind="done" text="都签好了。" />
      ) : (
        <Notice kind="wait" text={`还差 ${left} 人。每人用自己的手机签，别人不能代签。`} />
      )}
      <View>
        {error === undefined ? null : (
          <View {...spoken({ role: 'alert', live: 'assertive' })}>
            <Notice kind="stop" text={error} />
          </View>
        )}
      </View>
      {signatures.map((one) => (
        <Signer key={one.id} signature={one} out={out} onChange={change} />
      ))}
    </Card>
  );
}

/** Read when the section comes, and again when the case has moved on: somebody may have signed. */
function useSignatures(number: string, version: number) {
  const [read, setRead] = useState<ApiResult<CaseSignatures>>();
  const again = useCallback(() => void readSignatures(api, number).then(setRead), [number]);
  useEffect(again, [again, version]);
  return { read, again };
}

function Signatures({ version, ...links }: Links & { readonly version: number }) {
  const { read, again } = useSignatures(links.number, version);
  if (read === undefined) return null;
  return (
    <Section title="谁签了名">
      {read.ok ? (
        <List key={JSON.stringify(read.value)} {...links} first={read.value} />
      ) : (
        <Card className="stack">
          <Notice kind="stop" text={faultWords(read.error, '签名都还在。')} />
          <Button text="再读一次" onTap={again} />
        </Card>
      )}
    </Section>
  );
}

/** Only for a case that asks for signatures: others have nothing to read. */
export function Signers({ view, ...links }: Links & { readonly view: CaseView }) {
  return view.signers > 0 ? <Signatures {...links} version={view.version} /> : null;
}
