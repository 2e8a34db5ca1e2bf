import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { Tag, type TagKind } from '@/components/tag/tag';
import type { Judgement, Reason } from '@/domain/benefit/judge';
import type { Policy } from '@/domain/benefit/policy';
import type { Truth } from '@/domain/logic/outcome';
import { formatDate } from '@/domain/shared/civil-date';

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

/** 一条一条看: each condition with its answer, and the source that sets it. */
export function Conditions({
  policy,
  judgement,
}: {
  readonly policy: Policy;
  readonly judgement: Judgement;
}) {
  return (
    <Section title="一条一条看">
      <Card className="card--list">
        {judgement.reasons.map((reason) => {
          const { text, clause } = sentenceOf(policy, reason.condition);
          const state = stateOf(reason);
          const row = reason.index === undefined ? '' : `第 ${reason.index + 1} 个：`;
          return (
            <View key={`${reason.condition} ${reason.index ?? ''}`} className="condition">
              <View className="condition__head">
                <Text className="condition__text">
                  {row}
                  {text}
                </Text>
                <Tag text={state.text} kind={state.kind} />
              </View>
              <Text className="quiet condition__clause">{clause}</Text>
            </View>
          );
        })}
      </Card>
    </Section>
  );
}
