import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Choice } from '@/components/choice/choice';
import { DateField } from '@/components/date-field/date-field';
import { TextInput } from '@/components/text-input/text-input';
import type { FactEntry } from '@/domain/benefit/policy';
import { parseDate } from '@/domain/shared/civil-date';
import { readNumber, UNIT_WORDS } from './read-number';

export interface AnswerFieldProps {
  readonly fact: FactEntry;
  readonly label: string;
  readonly onAnswer: (value: unknown) => void;
  readonly onError: (message: string) => void;
}

function Options({
  options,
  onAnswer,
}: {
  readonly options: readonly { id: unknown; label: string }[];
  readonly onAnswer: (value: unknown) => void;
}) {
  return (
    <View>
      {options.map(({ id, label }) => (
        <Choice key={label} text={label} chosen={false} onTap={() => onAnswer(id)} />
      ))}
    </View>
  );
}

function Several({
  options,
  onAnswer,
}: {
  readonly options: readonly { id: string; label: string }[];
  readonly onAnswer: (value: unknown) => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <View className="stack">
      <View>
        {options.map(({ id, label }) => (
          <Choice
            key={id}
            text={label}
            role="checkbox"
            chosen={chosen.includes(id)}
            onTap={() => toggle(id)}
          />
        ))}
      </View>
      <Button
        text={chosen.length === 0 ? '都没有' : '选好了'}
        kind="primary"
        onTap={() => onAnswer(chosen)}
      />
    </View>
  );
}

function DateAnswer({ label, onAnswer, onError }: AnswerFieldProps) {
  const typed = useRef('');
  const submit = (): void => {
    const date = typed.current;
    if (date === '') return onError('请填年、月、日；不清楚可以选“不清楚”。');
    if (parseDate(date) === undefined) return onError(`没有 ${date} 这一天，请核对年、月、日。`);
    onAnswer(date);
  };
  return (
    <View className="stack">
      <DateField label={label} onType={(date) => void (typed.current = date)} />
      <Button text="下一题" kind="primary" onTap={submit} />
    </View>
  );
}

function NumberAnswer({ fact, label, onAnswer, onError }: AnswerFieldProps) {
  const typed = useRef('');
  const submit = (): void => {
    const read = readNumber(fact, typed.current);
    if (!read.ok) return onError(read.error);
    onAnswer(read.value);
  };
  return (
    <View className="stack">
      <TextInput
        label={label}
        initial=""
        type={fact.unit === 'cents' ? 'digit' : 'number'}
        {...(fact.unit === undefined ? {} : { unit: UNIT_WORDS[fact.unit] })}
        maxLength={15}
        onType={(text) => void (typed.current = text)}
      />
      <Button text="下一题" kind="primary" onTap={submit} />
    </View>
  );
}

/** Years already claimed, separated by anything that is no digit. */
function YearsAnswer({ label, onAnswer, onError }: AnswerFieldProps) {
  const typed = useRef('');
  const submit = (): void => {
    const years = typed.current.split(/\D+/).filter((year) => year !== '');
    if (years.some((year) => year.length !== 4))
      return onError('年份写四位数，几个年份用空格隔开，例如 2025 2026。');
    onAnswer(years.map(Number));
  };
  return (
    <View className="stack">
      <TextInput
        label={label}
        initial=""
        placeholder="例如 2025；没领过就空着"
        onType={(text) => void (typed.current = text)}
      />
      <Button text="下一题" kind="primary" onTap={submit} />
    </View>
  );
}

const ROWS_AT_MOST = 6;

/** How many there are; each is asked about in turn. */
function CountAnswer({ onAnswer }: AnswerFieldProps) {
  const counts = Array.from({ length: ROWS_AT_MOST + 1 }, (_, count) => count);
  return (
    <View>
      {counts.map((count) => (
        <Choice
          key={count}
          text={count === 0 ? '没有' : `${count} 个`}
          chosen={false}
          onTap={() => onAnswer(Array.from({ length: count }, () => ({})))}
        />
      ))}
    </View>
  );
}

const YES_NO = [
  { id: true, label: '是' },
  { id: false, label: '不是' },
] as const;

export function AnswerField(props: AnswerFieldProps) {
  const { fact, onAnswer } = props;
  switch (fact.type) {
    case 'bool':
      return <Options options={YES_NO} onAnswer={onAnswer} />;
    case 'enum':
      return <Options options={fact.options ?? []} onAnswer={onAnswer} />;
    case 'enums':
      return <Several options={fact.options ?? []} onAnswer={onAnswer} />;
    case 'date':
      return <DateAnswer {...props} />;
    case 'int':
      return fact.unit === 'grade' ? <GradeAnswer {...props} /> : <NumberAnswer {...props} />;
    case 'ints':
      return <YearsAnswer {...props} />;
    case 'rows':
      return <CountAnswer {...props} />;
  }
}

function GradeAnswer({ fact, onAnswer }: AnswerFieldProps) {
  const least = fact.min ?? 1;
  const grades = [1, 2, 3, 4].map((grade) => ({ id: grade, label: `${'一二三四'.charAt(grade - 1)}级` }));
  const none = least === 0 ? [{ id: 0, label: '没有残疾人证' }] : [];
  return <Options options={[...none, ...grades]} onAnswer={onAnswer} />;
}
