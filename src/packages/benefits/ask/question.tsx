import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Choice } from '@/components/choice/choice';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import type { Asking } from '../question';
import { AnswerField } from './answer-field';

type FactAsking = Extract<Asking, { kind: 'fact' }>;

export interface QuestionProps {
  readonly asking: FactAsking;
  readonly onAnswer: (value: unknown) => void;
  readonly onUnsure: () => void;
}

const ROW_NAMES: Readonly<Record<string, string>> = {
  'person.children': '个孩子',
  'enterprise.hires': '位招用的人',
  'enterprise.tax.items': '项税费',
};

const rowName = (path: string): string => ROW_NAMES[path.split('[]')[0] ?? ''] ?? '项';

function progressOf({ answers, decides, settles }: FactAsking): string {
  if (settles === 'amount') return '再答几题，就能算出金额';
  return decides === 0
    ? '这一题可能会改变结果；其余的要等责任部门公布'
    : `再答 ${answers} 题，可再确定 ${decides} 项`;
}

/** One question a page: why it is asked, the answers, and 不清楚 as an answer. */
export function Question({ asking, onAnswer, onUnsure }: QuestionProps) {
  const [error, setError] = useState<string>();
  const { fact, row } = asking;
  const title = row === undefined ? fact.ask : `第 ${row} ${rowName(fact.path)}：${fact.ask}`;
  return (
    <Card>
      <Text className="quiet ask__why">{progressOf(asking)}</Text>
      <Text className="ask__title" {...spoken({ role: 'heading', level: 1 })}>
        {title}
      </Text>
      {fact.hint === undefined ? null : <Text className="quiet ask__why">{fact.hint}</Text>}
      {error === undefined ? null : (
        <View className="ask__error" {...spoken({ role: 'alert', live: 'assertive' })}>
          <Notice kind="stop" text={error} />
        </View>
      )}
      <View className="ask__answers">
        <AnswerField fact={fact} label={title} onAnswer={onAnswer} onError={setError} />
        <Choice text="不清楚" hint="不会因此算作不符合" chosen={false} onTap={onUnsure} />
      </View>
    </Card>
  );
}
