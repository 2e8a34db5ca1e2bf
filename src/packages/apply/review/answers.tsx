import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Section } from '@/components/section/section';
import type { Page } from '@/domain/form/form';
import type { ReviewLine } from '@/domain/form/review';

/** One parent holds at most 40 children, and a folded list costs nothing. */
const LINES = 20;

const isInRow = ({ path }: ReviewLine): boolean => path.includes('[');

export function Line({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <View className="answer">
      <Text className="answer__label">{label}</Text>
      <Text className="answer__text">{text === '' ? '没有填' : text}</Text>
    </View>
  );
}

/** The own label, with the row before it: the page's title says the rest. */
const labelOf = ({ labels, path }: ReviewLine): string =>
  (isInRow({ labels, path, text: '' }) ? labels.slice(-2) : labels.slice(-1)).join('，');

const chunks = (lines: readonly ReviewLine[]): readonly (readonly ReviewLine[])[] =>
  Array.from({ length: Math.ceil(lines.length / LINES) }, (_, i) => lines.slice(i * LINES, (i + 1) * LINES));

function Lines({ lines }: { readonly lines: readonly ReviewLine[] }) {
  return (
    <View>
      {lines.map((line) => (
        <Line key={line.path} label={labelOf(line)} text={line.text} />
      ))}
    </View>
  );
}

/** The answers of one page, with the way back to it. */
export function PageAnswers({
  page,
  lines,
  wrong,
  onChange,
}: {
  readonly page: Page;
  readonly lines: readonly ReviewLine[];
  readonly wrong: readonly string[];
  readonly onChange: () => void;
}) {
  const rows = lines.filter(isInRow);
  return (
    <Section
      title={page.title}
      aside={<Button text="修改" kind="plain" label={`修改：${page.title}`} onTap={onChange} />}
    >
      <Card>
        {wrong.map((text) => (
          <Text key={text} className="field__error">
            {text}
          </Text>
        ))}
        <Lines lines={lines.filter((line) => !isInRow(line))} />
        {chunks(rows).map((part, i) => (
          <Fold
            key={part[0]?.path ?? i}
            title={rows.length > LINES ? `明细（${i + 1}）` : '明细'}
            note={`${part.length} 项`}
          >
            {() => <Lines lines={part} />}
          </Fold>
        ))}
        {lines.length === 0 ? <Text className="quiet">没有填</Text> : null}
      </Card>
    </Section>
  );
}
