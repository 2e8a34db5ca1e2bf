import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { EntitlementAction, EntitlementDetail } from '@/contract/entitlements';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { momentText } from '@/components/moments';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { allowedActions, type EntitlementAction as ActionKind } from '@/domain/matching/actions';
import { derive } from '@/domain/matching/derive';
import { departmentName } from '@/shell/catalogue';
import { device, go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { nowInShanghai } from '@/shell/today';
import { findPolicy } from '../book';
import { AccountForm } from './account-form';
import { act, type Acted } from './act';
import { ObjectionForm } from './objection-form';
import { logOf, moneyWords, sentenceOf, STATUS_KINDS } from './words';

type Send = (action: EntitlementAction['action'], done: string) => Promise<void>;

const ENDINGS = {
  declined: {
    button: '这次不领',
    ask: '不领这一次？',
    text: '选了不领，这一次就不能再改回来。',
    done: '已放弃',
  },
  stopped: {
    button: '以后不再领取',
    ask: '以后不再领取？',
    text: '停发后要再领，需要重新列入名单。',
    done: '已停发',
  },
} as const;

async function end(kind: keyof typeof ENDINGS, send: Send): Promise<void> {
  const { ask, text, button, done } = ENDINGS[kind];
  if (!(await device.confirm({ title: ask, text, yes: button, no: '再想想' }))) return;
  await send(kind === 'declined' ? { kind } : { kind, note: '' }, done);
}

function Fault({ acted }: { readonly acted: Acted | undefined }) {
  if (acted === undefined || acted.kind === 'done') return null;
  return (
    <View {...spoken({ role: 'alert', live: 'assertive' })}>
      <Notice kind={acted.kind === 'stale' ? 'wait' : 'stop'} text={acted.say}>
        {acted.kind === 'failed' && acted.signIn ? <Button text="去登录" onTap={() => go('signIn')} /> : null}
      </Notice>
    </View>
  );
}

function Actions({
  may,
  busy,
  send,
}: {
  readonly may: readonly ActionKind[];
  readonly busy: boolean;
  readonly send: Send;
}) {
  const [open, setOpen] = useState<'account' | 'objection'>();
  const ending = (['declined', 'stopped'] as const).find((kind) => may.includes(kind));
  return (
    <View className="stack">
      {may.includes('confirmed') ? (
        <Section title="领取">
          <AccountForm
            button="确认领取"
            consent="我愿意领取，账户是我本人的"
            busy={busy}
            onSend={(account) => void send({ kind: 'confirmed', account }, '已确认')}
          />
        </Section>
      ) : null}
      {open === 'account' ? (
        <Section title="换一个账户">
          <AccountForm
            button="换成这个账户"
            consent="账户是我本人的"
            busy={busy}
            onSend={(account) => void send({ kind: 'accountChanged', account }, '已换')}
          />
        </Section>
      ) : null}
      {open === 'objection' ? (
        <Section title="提出异议">
          <ObjectionForm busy={busy} onSend={(note) => void send({ kind: 'objected', note }, '已提出')} />
        </Section>
      ) : null}
      <Section title="其他">
        <Card className="stack">
          {may.includes('accountChanged') && open !== 'account' ? (
            <Button text="换一个账户" onTap={() => setOpen('account')} />
          ) : null}
          {may.includes('objected') && open !== 'objection' ? (
            <Button text="名单或金额不对" onTap={() => setOpen('objection')} />
          ) : null}
          {ending === undefined ? null : (
            <Button
              text={ENDINGS[ending].button}
              kind="danger"
              disabled={busy}
              onTap={() => void end(ending, send)}
            />
          )}
        </Card>
      </Section>
    </View>
  );
}

/** One policy's way to the money: the sentence, what to do now, and what happened. */
export function One({
  detail,
  onChange,
}: {
  readonly detail: EntitlementDetail;
  readonly onChange: (detail: EntitlementDetail) => void;
}) {
  const [acted, setActed] = useState<Acted>();
  const [busy, setBusy] = useState(false);
  const policy = findPolicy(detail.policy);
  const view = derive(detail.events, nowInShanghai().date);
  const may = allowedActions(view, 'applicant');
  const send: Send = async (action, done) => {
    setBusy(true);
    const result = await act(detail, action);
    setBusy(false);
    setActed(result);
    if (result.kind !== 'failed') onChange(result.detail);
    if (result.kind === 'done') device.toast(done);
  };
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {policy?.name ?? '兑现进度'}
      </Text>
      <Notice kind={STATUS_KINDS[view.status]} text={sentenceOf(view)} />
      <View>
        <Fault acted={acted} />
      </View>
      <Card>
        <Text className="policy__line">金额：{moneyWords(view)}</Text>
        <Text className="policy__line">按哪天的数据：{view.matchedOn}</Text>
        {policy === undefined ? null : (
          <Text className="policy__line">谁来付：{departmentName(policy.department)}</Text>
        )}
      </Card>
      {/* Another state has other forms: what was typed for the one before is gone with it. */}
      {may.length === 0 ? null : <Actions key={view.status} may={may} busy={busy} send={send} />}
      <Section title="经过">
        <Card>
          {logOf(detail.events).map(({ seq, at, text }) => (
            <Text key={seq} className="policy__line">
              {momentText(at)} {text}
            </Text>
          ))}
        </Card>
      </Section>
    </Screen>
  );
}
