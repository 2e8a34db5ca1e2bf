import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import type { PolicyMode } from '@/domain/benefit/policy';
import { go } from '@/shell/ports';
import type { Judged } from '../book';
import { amountWords, MODE_WORDS } from '../words';

const MODES = ['A', 'B', 'C', 'D'] as const satisfies readonly PolicyMode[];

function Policies({ judged, on }: { readonly judged: readonly Judged[]; readonly on: string }) {
  return judged.map(({ policy, judgement }) => (
    <Row
      key={policy.id}
      title={policy.name}
      detail={amountWords(judgement) === '' ? policy.summary : amountWords(judgement)}
      onTap={() => go('policy', { id: policy.id, on })}
    />
  ));
}

/** What is had, by what has to be done for it; then what waits for answers; at the end, folded, what is not so now. */
export function Groups({
  judged,
  started,
  on,
}: {
  readonly judged: readonly Judged[];
  readonly started: boolean;
  readonly on: string;
}) {
  const having = (verdict: Judged['judgement']['verdict']): readonly Judged[] =>
    judged.filter(({ judgement }) => judgement.verdict === verdict);
  const eligible = having('eligible');
  const unknown = having('unknown');
  const suspended = having('suspended');
  const ineligible = having('ineligible');
  return (
    <View>
      {MODES.map((mode) => {
        const group = eligible.filter(({ policy }) => policy.mode === mode);
        return group.length === 0 ? null : (
          <Section key={mode} title={MODE_WORDS[mode]}>
            <Card className="card--list">
              <Policies judged={group} on={on} />
            </Card>
          </Section>
        );
      })}
      {started && eligible.length === 0 ? (
        <Section title="现在还没有确定能领的">
          <Card>
            <Text>再答几题，或看看下面“差一点就符合”的。</Text>
          </Card>
        </Section>
      ) : null}
      {unknown.length === 0 ? null : (
        <Section title={`还差信息（${unknown.length}）`}>
          <Card className="card--list">
            <Policies judged={unknown} on={on} />
          </Card>
        </Section>
      )}
      {suspended.length + ineligible.length === 0 ? null : (
        <Section title="其他">
          <Card className="card--list">
            {suspended.length === 0 ? null : (
              <Fold title="待政策接续" note={`${suspended.length} 项`}>
                {() => <Policies judged={suspended} on={on} />}
              </Fold>
            )}
            {ineligible.length === 0 ? null : (
              <Fold title="这次不符合" note={`${ineligible.length} 项`}>
                {() => <Policies judged={ineligible} on={on} />}
              </Fold>
            )}
          </Card>
        </Section>
      )}
    </View>
  );
}
