import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { errorsOn } from '@/domain/form/pages';
import { reviewOf, type ReviewLine } from '@/domain/form/review';
import type { Form, Page } from '@/domain/form/form';
import { isProblem } from '@/services/api';
import { faultWords } from '@/services/fault-words';
import type { MaterialLine } from '@/services/materials';
import { useParams } from '@/shell/params';
import { device, go, replaceWith } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import type { HandedIn } from '@/stores/outbox';
import { materialError } from '../fill/material-view';
import { stepsOf } from '../fill/steps';
import { sayIn, useFilling, type Filling } from '../filling';
import { findForm, itemName, MATERIALS_PAGE } from '../forms';
import { NoDraft, NoForm } from '../messages';
import { workOn } from '../work';
import { Line, PageAnswers } from './answers';
import { handIn } from './submit';
import './index.scss';

const linesOf = (lines: readonly ReviewLine[], { fields }: Page): readonly ReviewLine[] =>
  lines.filter(({ path }) => fields.includes(path.split(/[.[]/)[0] ?? ''));

function materialText({ state, files, material }: MaterialLine): string {
  switch (state) {
    case 'platform':
      return '平台生成，不用交';
    case 'shared':
      return '免提交，从共享数据取';
    case 'later':
      return `以后交：${material.later ?? ''}`;
    case 'ask':
      return '不属于这种情况，不用交';
    case 'upload':
      return files.length === 0 ? '' : `已上传 ${files.length} 个文件`;
  }
}

function Materials({
  lines,
  onChange,
}: {
  readonly lines: readonly MaterialLine[];
  readonly onChange: () => void;
}) {
  if (lines.length === 0) return null;
  return (
    <Section title="材料" aside={<Button text="修改" kind="plain" label="修改：材料" onTap={onChange} />}>
      <Card>
        {lines.map((line) => (
          <View key={line.material.id}>
            {line.missing ? <Text className="field__error">{materialError(line)}</Text> : null}
            <Line label={line.material.name} text={materialText(line)} />
          </View>
        ))}
      </Card>
    </Section>
  );
}

/** What stands in the way after tapping 提交, and what became of the answers. */
function Trouble({ outcome }: { readonly outcome: HandedIn | undefined }) {
  if (outcome === undefined || outcome.kind === 'sent' || outcome.kind === 'wait') return null;
  const signIn = isProblem(outcome.fault, 'signInNeeded');
  const text =
    outcome.kind === 'notKept'
      ? `没有提交：手机存储满了存不下，现在又发不出去（${faultWords(outcome.fault, '您填的还在这一页，请别退出。')}）清理手机存储或等有网后，再点提交。`
      : `没有提交：${faultWords(outcome.fault, '您填的都还在。')}`;
  return (
    <View {...spoken({ role: 'alert', live: 'assertive' })}>
      <Notice kind="stop" text={text}>
        {signIn ? <Button text="去登录" onTap={() => go('signIn')} /> : null}
      </Notice>
    </View>
  );
}

function Review({ filling }: { readonly filling: Filling }) {
  const { work, filled, materials } = filling;
  const { form } = work;
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<HandedIn>();
  const lines = reviewOf(form, filled.display);
  const steps = stepsOf(filling).filter(({ id }) => id !== MATERIALS_PAGE);
  const wrong = filled.errors.length + materials.filter(({ missing }) => missing).length;
  const change = (page: string): void => replaceWith('fill', { id: form.id, page, from: 'review' });
  const submit = async (): Promise<void> => {
    if (wrong > 0) {
      device.toast(`还有 ${wrong} 处要改，见红字`);
      return;
    }
    setBusy(true);
    const handed = await handIn(filling);
    setBusy(false);
    setOutcome(handed);
    if (handed.kind === 'sent') replaceWith('receipt', { number: handed.receipt.number });
    else if (handed.kind === 'wait') replaceWith('receipt', { waiting: filling.draft.key });
    else device.scrollToTop();
  };
  return (
    <Screen
      bar={
        <Button
          text={busy ? '正在提交…' : '提交'}
          kind="primary"
          disabled={busy}
          onTap={() => void submit()}
        />
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        请核对：{itemName(form.id)}
      </Text>
      <Trouble outcome={outcome} />
      {wrong === 0 ? (
        <Text className="lead">没有问题就点最下面的“提交”。办结前随时可以撤回。</Text>
      ) : (
        <Notice kind="stop" text={`还有 ${wrong} 处没填好，红字写着怎么改。点“修改”去改，别的都还在。`} />
      )}
      {steps.map((page) => (
        <PageAnswers
          key={page.id}
          page={page}
          lines={linesOf(lines, page)}
          wrong={errorsOn(page, filled.errors).map((error) => sayIn(filling, error))}
          onChange={() => change(page.id)}
        />
      ))}
      <Materials lines={materials} onChange={() => change(MATERIALS_PAGE)} />
    </Screen>
  );
}

function ReviewForm({ form }: { readonly form: Form }) {
  const filling = useFilling(workOn(form));
  if (filling === undefined) return <Screen>{null}</Screen>;
  return filling === 'gone' ? <NoDraft form={form.id} /> : <Review filling={filling} />;
}

export default function ReviewPage() {
  const params = useParams();
  const form = findForm(params['id']);
  return form === undefined ? <NoForm /> : <ReviewForm form={form} />;
}
