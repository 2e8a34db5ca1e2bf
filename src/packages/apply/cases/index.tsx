import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { CaseList, CaseSummary } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { OPEN_STATUSES } from '@/domain/case/derive';
import { showDate } from '@/domain/form/kinds/dates';
import { listCases } from '@/services/cases';
import { api, drafts } from '@/shell/online';
import { device, go } from '@/shell/ports';
import { todayText } from '@/shell/today';
import { Screen } from '@/shell/screen';
import { itemName } from '../forms';
import { useRemote } from '@/shell/remote';
import { RemoteFault } from '../remote-fault';
import { statusText } from '../words';
import { WaitingCases } from './waiting';

/** One parent holds at most so many rows. */
const ROWS = 30;

const TODO = { correct: '要补正', rate: '可评价', none: undefined } as const;

const isOpenStatus = (status: string): boolean => OPEN_STATUSES.some((each) => each === status);

/** Dates as on the wire, YYYY-MM-DD, compare as text. */
function untilText({ status, submittedOn, changedOn, due }: CaseSummary, today: string): string {
  if (!isOpenStatus(status)) return showDate(changedOn);
  if (due === null) return `${showDate(submittedOn)}提交`;
  return due < today ? `应在 ${showDate(due)}前办结，已超期` : `预计 ${showDate(due)}前办结`;
}

function CaseRow({ summary }: { readonly summary: CaseSummary }) {
  const { number, item, status, todo } = summary;
  const note = TODO[todo];
  const until = untilText(summary, todayText());
  return (
    <Row
      title={itemName(item)}
      detail={`${statusText(status)}；${until}`}
      {...(note === undefined ? {} : { note })}
      onTap={() => go('case', { number })}
    />
  );
}

const todoFirst = (cases: readonly CaseSummary[]): readonly CaseSummary[] => [
  ...cases.filter(({ todo }) => todo === 'correct'),
  ...cases.filter(({ todo }) => todo !== 'correct'),
];

function Cases({ first }: { readonly first: CaseList }) {
  const [more, setMore] = useState<readonly CaseList[]>([]);
  const pages = [first, ...more];
  const next = pages[pages.length - 1]?.next ?? null;
  const load = async (): Promise<void> => {
    const read = await listCases(api, next);
    if (read.ok) setMore([...more, read.value]);
    else device.toast('没能读到更多，请稍后再试');
  };
  const all = todoFirst(pages.flatMap(({ cases }) => cases));
  if (all.length === 0)
    return (
      <Empty title="还没有办件" text="在指南页点“在线办理”，33 件事可以在手机上办。">
        <Button text="去找要办的事" kind="primary" onTap={() => go('services')} />
      </Empty>
    );
  const parts = Array.from({ length: Math.ceil(all.length / ROWS) }, (_, i) =>
    all.slice(i * ROWS, (i + 1) * ROWS),
  );
  return (
    <Section title={`已提交（${all.length}${next === null ? '' : '+'}）`}>
      {parts.map((part) => (
        <Card key={part[0]?.number ?? ''} className="card--list">
          {part.map((summary) => (
            <CaseRow key={summary.number} summary={summary} />
          ))}
        </Card>
      ))}
      {next === null ? null : <Button text="再看更早的" onTap={() => void load()} />}
    </Section>
  );
}

function More() {
  const marks = useStore(drafts.marks.store);
  return (
    <Section title="其他">
      <Card className="card--list">
        <Row
          icon="note"
          title="没填完的表"
          detail={`${marks.length} 份，存在这部手机里`}
          onTap={() => go('drafts')}
        />
        <Row icon="info" title="消息" detail="受理、补正、办结都会发到这里" onTap={() => go('inbox')} />
        <Row icon="user" title="登录" onTap={() => go('signIn')} />
      </Card>
    </Section>
  );
}

export default function CasesPage() {
  const { read, again } = useRemote(() => listCases(api));
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        我的办件
      </Text>
      <WaitingCases />
      {read === undefined ? <Text className="quiet">正在读取…</Text> : null}
      {read?.ok === true ? <Cases key={read.value.cases[0]?.number ?? ''} first={read.value} /> : null}
      {read?.ok === false ? <RemoteFault fault={read.error} onAgain={again} /> : null}
      <More />
    </Screen>
  );
}
