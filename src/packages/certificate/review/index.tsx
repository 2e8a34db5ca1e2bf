import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { isProblem, type ApiFault } from '@/services/api';
import { duplicateIn } from '@/services/certificate';
import { device, go, replaceWith } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { PARTS, wrongIn, type PartId } from '../apply/parts';
import { failedSharing, useCompanies } from '../companies';
import { useApplication, type Filling, type Wrong } from '../filling';
import { linesOf } from './lines';
import { notTaken } from './said';
import { submit } from './submit';
import '@/components/fields/fields.scss';
import './index.scss';

function PartLines({
  id,
  title,
  filling,
  wrong,
}: {
  readonly id: PartId;
  readonly title: string;
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const change = (
    <Button
      text="修改"
      kind="plain"
      label={`修改：${title}`}
      onTap={() => replaceWith('certificateApply', { part: id })}
    />
  );
  const lines = linesOf(id, filling.application).slice(0, 30);
  return (
    <Section title={title} aside={change}>
      <Card>
        {wrong.slice(0, 3).map(({ place, say }) => (
          <Text key={place} className="field__error">
            {say}
          </Text>
        ))}
        {wrong.length === 0 && lines.length === 0 ? <Text>都勾选了。</Text> : null}
        {lines.map(({ label, text }) => (
          <View key={label + text} className="answer">
            <Text className="answer__label">{label}</Text>
            <Text className="answer__text">{text === '' ? '还没有填' : text}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
}

function Trouble({ fault }: { readonly fault: ApiFault | undefined }) {
  if (fault === undefined) return null;
  const running = duplicateIn(fault);
  return (
    <View {...spoken({ role: 'alert', live: 'assertive' })}>
      <Notice kind="stop" text={notTaken(fault)}>
        {isProblem(fault, 'signInNeeded') ? <Button text="去登录" onTap={() => go('signIn')} /> : null}
        {running === undefined ? null : (
          <Button text="看那一件" onTap={() => go('certificateCase', { number: running })} />
        )}
      </Notice>
    </View>
  );
}

function Review({ filling }: { readonly filling: Filling }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault>();
  const { wrong, hints } = filling;
  const send = async (): Promise<void> => {
    if (wrong.length > 0) return device.toast(`还有 ${wrong.length} 处要改，见红字`);
    setBusy(true);
    const submitted = await submit(filling);
    setBusy(false);
    switch (submitted.kind) {
      case 'sent':
        return replaceWith('certificateReceipt', { number: submitted.receipt.number });
      case 'corrected':
        device.toast('已提交补正');
        return replaceWith('certificateCase', { number: submitted.number });
      case 'failed':
        setFault(submitted.fault);
        device.scrollToTop();
    }
  };
  return (
    <Screen
      bar={
        <Button text={busy ? '正在提交…' : '提交'} kind="primary" disabled={busy} onTap={() => void send()} />
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        请核对：上市无违规证明
      </Text>
      <View>
        <Trouble fault={fault} />
      </View>
      {wrong.length === 0 ? (
        <Text className="lead">没有问题就点最下面的“提交”。出证前随时可以撤回。</Text>
      ) : (
        <Notice
          kind="stop"
          text={`还有 ${wrong.length} 处没填好，红字写着怎么改。点“修改”去改，别的都还在。`}
        />
      )}
      {hints.length === 0 ? null : (
        <View className="stack">
          {[...new Set(hints.map(({ say }) => say))].map((say) => (
            <Notice key={say} kind="wait" text={say} />
          ))}
        </View>
      )}
      {PARTS.map(({ id, title }) => (
        <PartLines key={id} id={id} title={title} filling={filling} wrong={wrongIn(id, wrong)} />
      ))}
    </Screen>
  );
}

export default function ReviewPage() {
  const filling = useApplication(false, failedSharing(useCompanies()));
  if (filling === undefined) return <Screen>{null}</Screen>;
  if (filling.draft === undefined)
    return (
      <Screen>
        <Empty icon="check" title="这份申请已经交了，或者清除了" text="交了的在“我的证明”里看进度。">
          <Button text="看我的证明" kind="primary" onTap={() => go('certificates')} />
          <Button text="重新申请" onTap={() => go('certificateApply')} />
        </Empty>
      </Screen>
    );
  return <Review filling={filling} />;
}
