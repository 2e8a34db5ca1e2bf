import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { Tag, type TagKind } from '@/components/tag/tag';
import type { Judgement, Reason } from '@/domain/benefit/judge';
import type { Policy } from '@/domain/benefit/policy';
import type { Truth } from '@/domain/logic/outcome';
import { formatDate } from '@/domain/shared/civil-date';
import { answersOf } from '../answers';

const WORDS: Readonly<Record<Truth, { text: string; kind: TagKind }>> = {
  met: { text: '满足', kind: 'done' },
  unmet: { text: '不满足', kind: 'stop' },
  unknown: { text: '还没答', kind: 'plain' },
};

interface Spoken {
  readonly text: string;
  readonly clause: string;
}

function sentenceOf(policy: Policy, id: string): Spoken {
  const { inForce, rows } = policy;
  if (id === 'inForce' && inForce !== undefined) return inForce;
  if (rows?.id === id) return rows;
  const all = [...policy.conditions, ...(rows?.conditions ?? [])];
  return all.find((condition) => condition.id === id) ?? { text: id, clause: '' };
}

function stateOf({ outcome }: Reason): { text: string; kind: TagKind } {
  if (outcome.result === 'unmet' && outcome.from !== undefined)
    return { text: `${formatDate(outcome.from)} 起满足`, kind: 'wait' };
  return WORDS[outcome.result];
}

function Condition({
  policy,
  reason,
  facts,
}: {
  readonly policy: Policy;
  readonly reason: Reason;
  readonly facts: unknown;
}) {
  const { condition, index } = reason;
  const { text, clause } = sentenceOf(policy, condition);
  const state = stateOf(reason);
  return (
    <View className="condition">
      <View className="condition__head">
        <Text className="condition__text">
          {index === undefined ? '' : `第 ${index + 1} 个：`}
          {text}
        </Text>
        <Tag text={state.text} kind={state.kind} />
      </View>
      {answersOf(policy, condition, index, facts).map(({ place, question, answer }) => (
        <Text key={place} className="condition__answer">
          您的回答：{question} {answer}
        </Text>
      ))}
      <Text className="quiet condition__clause">{clause}</Text>
    </View>
  );
}

/** 一条一条看: each condition with its state, the answers that it looked at, and the source that sets it; a card a row. */
export function Conditions({
  policy,
  judgement: { reasons },
  facts,
}: {
  readonly policy: Policy;
  readonly judgement: Judgement;
  readonly facts: unknown;
}) {
  const rows = [...new Set(reasons.map(({ index }) => index))];
  return (
    <Section title="一条一条看">
      <View className="stack">
        {rows.map((row) => (
          <Card key={row ?? 'all'} className="card--list">
            {reasons
              .filter(({ index }) => index === row)
              .map((reason) => (
                <Condition key={reason.condition} policy={policy} reason={reason} facts={facts} />
              ))}
          </Card>
        ))}
      </View>
    </Section>
  );
}
