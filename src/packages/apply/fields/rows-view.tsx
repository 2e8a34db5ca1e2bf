import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Row } from '@/components/row/row';
import { rowPath } from '@/domain/form/answers';
import type { Field, RowsField } from '@/domain/form/form';
import { kindOf } from '@/domain/form/kinds/kinds';
import { isFilled, propertyOf } from '@/domain/logic/facts';
import type { Asking } from './asked';

/** One parent holds at most 40 children; a longer list is turned over like pages. */
const SHOWN = 20;

const showIn = (field: Field, row: unknown): string => {
  const value = propertyOf(row, field.key);
  if (field.kind === 'group' || field.kind === 'rows' || field.kind === 'derived' || !isFilled(value))
    return '';
  return kindOf(field).show(value, field);
};

/** The first two answers tell rows apart: a name and a number, a kind and an amount. */
const summaryOf = ({ columns }: RowsField, row: unknown): string =>
  columns
    .map((column) => showIn(column, row))
    .filter((text) => text !== '')
    .slice(0, 2)
    .join('，');

export function RowsView({
  field,
  path,
  asking: { filling, errors, openRow },
}: {
  readonly field: RowsField;
  readonly path: string;
  readonly asking: Asking;
}) {
  const [from, setFrom] = useState(0);
  const { work } = filling;
  const value = work.current(path);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const add = (): void => {
    work.chosen(path, [...rows, {}]);
    openRow(rowPath(path, rows.length));
  };
  const wrongIn = (at: string): number =>
    [...errors.keys()].filter((each) => each.startsWith(`${at}.`)).length;
  return (
    <View className="field__control">
      {rows.slice(from, from + SHOWN).map((row, index) => {
        const i = from + index;
        const wrong = wrongIn(rowPath(path, i));
        return (
          <Row
            key={i}
            title={summaryOf(field, row) || '还没有填'}
            detail={wrong > 0 ? `有 ${wrong} 处要改` : `第 ${i + 1} 行`}
            label={`第 ${i + 1} 行，${summaryOf(field, row) || '还没有填'}${wrong > 0 ? `，有 ${wrong} 处要改` : ''}`}
            onTap={() => openRow(rowPath(path, i))}
          />
        );
      })}
      {rows.length > SHOWN ? (
        <View className="wrap">
          <Button text="前 20 行" disabled={from === 0} onTap={() => setFrom(Math.max(0, from - SHOWN))} />
          <Button
            text="后 20 行"
            disabled={from + SHOWN >= rows.length}
            onTap={() => setFrom(from + SHOWN)}
          />
        </View>
      ) : null}
      <Text className="field__note">
        {rows.length === 0 ? '还没有添加。' : `共 ${rows.length} 行，点一行可以改。`}
      </Text>
      {rows.length >= field.rowsMax ? null : (
        <View className="field__line">
          <Button text="添加一行" icon="plus" label={`${field.label}：添加一行`} onTap={add} />
        </View>
      )}
    </View>
  );
}
