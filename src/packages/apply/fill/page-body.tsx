import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { spoken } from '@/components/spoken';
import type { Page } from '@/domain/form/form';
import { fieldAt } from '@/domain/form/say';
import type { Asking } from '../fields/asked';
import { FieldList } from '../fields/field-view';
import './page-body.scss';

function Heading({
  step,
  title,
  why,
}: {
  readonly step: string;
  readonly title: string;
  readonly why?: string;
}) {
  return (
    <View className="fill__head">
      <Text className="quiet">{step}</Text>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {title}
      </Text>
      {why === undefined ? null : <Text className="lead">{why}</Text>}
    </View>
  );
}

export function PageBody({
  page,
  step,
  asking,
}: {
  readonly page: Page;
  readonly step: string;
  readonly asking: Asking;
}) {
  const { form } = asking.filling.work;
  const fields = form.fields.filter(({ key }) => page.fields.includes(key));
  return (
    <View>
      <Heading step={step} title={page.title} {...(page.why === undefined ? {} : { why: page.why })} />
      <Card>
        <FieldList fields={fields} at="" asking={asking} />
      </Card>
    </View>
  );
}

/** `members[2]` → ['members', 2] */
export function rowPlace(row: string): readonly [list: string, index: number] {
  const at = row.lastIndexOf('[');
  return [row.slice(0, at), Number(row.slice(at + 1, -1))];
}

export function RowBody({
  row,
  step,
  asking,
  onRemoved,
}: {
  readonly row: string;
  readonly step: string;
  readonly asking: Asking;
  readonly onRemoved: () => void;
}) {
  const { work } = asking.filling;
  const [list, index] = rowPlace(row);
  const field = fieldAt(work.form, list);
  if (field?.kind !== 'rows') return null;
  const remove = (): void => {
    onRemoved();
    const rows: unknown = work.current(list);
    work.chosen(list, Array.isArray(rows) ? rows.filter((_, i) => i !== index) : []);
  };
  return (
    <View>
      <Heading step={step} title={`${field.label}，第 ${index + 1} 行`} />
      <Card>
        <FieldList fields={field.columns} at={row} asking={asking} />
        <View className="fill__remove">
          <Button text="删去这一行" kind="danger" icon="trash" onTap={remove} />
        </View>
      </Card>
    </View>
  );
}
