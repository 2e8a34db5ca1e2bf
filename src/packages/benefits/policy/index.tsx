import { Text } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useStore } from 'zustand';
import { Card } from '@/components/card/card';
import { Notice, type NoticeKind } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import type { Judgement, VerdictKind } from '@/domain/benefit/judge';
import type { Policy } from '@/domain/benefit/policy';
import { formatDate, parseDate } from '@/domain/shared/civil-date';
import { departmentName, guidesOf } from '@/shell/catalogue';
import { device, go } from '@/shell/ports';
import { useParams } from '@/shell/params';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import { checker } from '@/shell/stores';
import { nowInShanghai } from '@/shell/today';
import { book, findPolicy, judgeAll } from '../book';
import { hotlineOf } from '../hotline';
import { NoPolicy } from '../no-policy';
import { amountWords, MODE_WORDS, VERDICT_WORDS } from '../words';
import { Conditions } from './conditions';
import { amountLines, howLines } from './lines';
import './index.scss';

const KINDS: Readonly<Record<VerdictKind, NoticeKind>> = {
  eligible: 'done',
  unknown: 'info',
  notYet: 'wait',
  suspended: 'wait',
  ineligible: 'info',
};

function verdictText(policy: Policy, judgement: Judgement): string {
  const { verdict, from } = judgement;
  switch (verdict) {
    case 'eligible':
      return `${VERDICT_WORDS.eligible}。${amountWords(judgement)}`;
    case 'unknown':
      return '还差几个回答才能确定。没答的不会算作不符合。';
    case 'notYet':
      return from === undefined ? VERDICT_WORDS.notYet : `${formatDate(from)} 起就符合了，到时再来看。`;
    case 'suspended':
      return '这项政策已经到期，等国家或地方出接续文件。出了新文件这里会更新。';
    case 'ineligible':
      return `按您的回答，这次不符合。情况有变化可以随时再看；有疑问请拨 ${hotlineOf(policy.department)}。`;
  }
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        {lines.map((line) => (
          <Text key={line} className="policy__line">
            {line}
          </Text>
        ))}
      </Card>
    </Section>
  );
}

function Next({ policy, judgement }: { readonly policy: Policy; readonly judgement: Judgement }) {
  const guides = guidesOf(policy.guides);
  const number = hotlineOf(policy.department);
  return (
    <Section title="接下来">
      <Card className="card--list">
        {guides.map(({ id, name }) => (
          <Row key={id} icon="document" title={name} detail="办事指南" onTap={() => go('guide', { id })} />
        ))}
        <Row
          icon="phone"
          title={`拨打 ${number}`}
          detail={departmentName(policy.department)}
          onTap={() => void device.call(number)}
        />
        {judgement.verdict === 'eligible' ? (
          <Row
            icon="flag"
            title="应该有，却没收到？"
            detail="生成一页反查单，去问为什么"
            onTap={() => go('missing', { id: policy.id })}
          />
        ) : null}
      </Card>
    </Section>
  );
}

function PolicyBody({
  policy,
  judgement,
  facts,
  on,
}: {
  readonly policy: Policy;
  readonly judgement: Judgement;
  readonly facts: unknown;
  readonly on: string;
}) {
  const notices = policy.notices.filter(({ code }) => judgement.notices.includes(code));
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {policy.name}
      </Text>
      <Text className="lead">{policy.summary}</Text>
      <Notice kind={KINDS[judgement.verdict]} text={verdictText(policy, judgement)} />
      <Conditions policy={policy} judgement={judgement} facts={facts} />
      <Lines title="金额怎么算" lines={amountLines(policy, judgement)} />
      <Lines
        title={MODE_WORDS[policy.mode]}
        lines={[...howLines(policy), ...notices.map(({ text }) => text)]}
      />
      <Lines
        title="还要部门确认的"
        lines={policy.confirm.map(({ text, by }) => `${text}（${departmentName(by)}）`)}
      />
      <Lines title="可以自己选择" lines={policy.voluntary} />
      <Next policy={policy} judgement={judgement} />
      <Text className="quiet">按 {on} 的规则和您的回答算出，不是审批结论。</Text>
    </Screen>
  );
}

export default function PolicyPage() {
  const ready = useReady(checker.ready);
  const params = useParams();
  const state = useStore(checker.store);
  const policy = findPolicy(params['id']);
  useShareAppMessage(() => ({
    title: policy === undefined ? '免申即享' : `${policy.name}：${policy.summary}`.slice(0, 40),
    path: '/packages/benefits/start/index',
  }));
  const on = parseDate(params['on'] ?? '') ?? nowInShanghai().date;
  const place = book.policies.findIndex((each) => each.policy === policy);
  const judgement = ready ? judgeAll(state, on)[place] : undefined;
  if (policy === undefined) return <NoPolicy />;
  return judgement === undefined ? (
    <Screen>{null}</Screen>
  ) : (
    <PolicyBody policy={policy} judgement={judgement} facts={state.facts} on={formatDate(on)} />
  );
}
