import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import type { Action } from '@/domain/case/actions';
import { RETURN_REASONS, type CorrectionItem } from '@/domain/case/correction';
import type { CaseView } from '@/domain/case/derive';
import type { Form } from '@/domain/form/form';
import { fieldAt } from '@/domain/form/say';
import { go } from '@/shell/ports';

/** What a notice names, in the form's own words. */
export function targetName(form: Form | undefined, { target }: CorrectionItem): string {
  if (target.kind === 'material')
    return form?.materials.find(({ id }) => id === target.id)?.name ?? target.id;
  const label = form === undefined ? undefined : fieldAt(form, target.path)?.label;
  const row = /\[(\d+)\]/.exec(target.path)?.[1];
  return `${row === undefined ? '' : `第 ${Number(row) + 1} 行，`}${label ?? target.path}`;
}

export const reasonText = ({ reason, note }: CorrectionItem): string =>
  note === '' ? RETURN_REASONS[reason] : `${RETURN_REASONS[reason]}。${note}`;

/** What the person has to do now: a list of exactly what to mend. */
export function Todo({
  view,
  form,
  number,
}: {
  readonly view: CaseView;
  readonly form: Form | undefined;
  readonly number: string;
}) {
  const { correction } = view;
  if (correction === undefined) return null;
  return (
    <Section title="要您做的">
      <Card className="stack">
        <Notice kind="wait" text={`只要改下面 ${correction.items.length} 处，别的不用动。`} />
        {correction.items.map((item) => (
          <View key={JSON.stringify(item.target)}>
            <Text>{targetName(form, item)}</Text>
            <Text className="field__note">{reasonText(item)}</Text>
          </View>
        ))}
        <Button text="去补正" kind="primary" onTap={() => go('correct', { number })} />
      </Card>
    </Section>
  );
}

/** What else may be done, always by choice. */
export function Actions({
  allowed,
  number,
}: {
  readonly allowed: readonly Action[];
  readonly number: string;
}) {
  const can = (action: Action): boolean => allowed.includes(action);
  return (
    <Section title="还可以">
      <Card className="card--list">
        {can('rated') ? (
          <Row
            icon="star"
            title="评价"
            detail="自愿；不评也不影响办理"
            onTap={() => go('rate', { number })}
          />
        ) : null}
        {can('urged') ? (
          <Row
            icon="clock"
            title="催办"
            detail="提醒经办人，一天一次"
            onTap={() => go('act', { number, kind: 'urged' })}
          />
        ) : null}
        {can('complained') ? (
          <Row
            icon="flag"
            title="投诉"
            detail="由上级处理并答复，不经过原经办人"
            onTap={() => go('act', { number, kind: 'complained' })}
          />
        ) : null}
        {can('withdrawn') ? (
          <Row
            icon="trash"
            title="撤回申请"
            detail="撤回后可以重新提交"
            onTap={() => go('act', { number, kind: 'withdrawn' })}
          />
        ) : null}
        <Row icon="certificate" title="看回执" onTap={() => go('receipt', { number })} />
      </Card>
    </Section>
  );
}
