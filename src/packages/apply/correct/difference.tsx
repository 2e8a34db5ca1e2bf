import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { reviewOf } from '@/domain/form/review';
import type { Form } from '@/domain/form/form';
import { fill, type Answers } from '@/services/filling';
import { contextNow } from '../forms';

export interface Change {
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const textsOf = (form: Form, answers: Answers): ReadonlyMap<string, { label: string; text: string }> =>
  new Map(
    reviewOf(form, fill(form, answers, contextNow()).display).map(({ path, labels, text }) => [
      path,
      { label: labels.slice(-2).join('，'), text },
    ]),
  );

/** Every answer that reads otherwise than before. */
export function changesBetween(form: Form, before: Answers, after: Answers): readonly Change[] {
  const [old, now] = [textsOf(form, before), textsOf(form, after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.text === is?.text) return [];
    return [{ path, label: is?.label ?? was?.label ?? path, before: was?.text ?? '', after: is?.text ?? '' }];
  });
}

const SHOWN = 20;

export function Difference({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <Section title={`改了 ${changes.length} 处`}>
      <Card className="stack">
        {changes.slice(0, SHOWN).map(({ path, label, before, after }) => (
          <View key={path}>
            <Text>{label}</Text>
            <Text className="field__note">{`${before === '' ? '没有填' : before} → ${after === '' ? '不填' : after}`}</Text>
          </View>
        ))}
        {changes.length > SHOWN ? <Text className="quiet">还有 {changes.length - SHOWN} 处。</Text> : null}
      </Card>
    </Section>
  );
}
