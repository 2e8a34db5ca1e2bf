import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { anchorOf, yuanText } from '@/components/fields/values';
import { Row } from '@/components/row/row';
import { RECORDS_MAX } from '@/domain/certificate/records';
import reference from '@/generated/certificate/reference';
import { departmentName } from '@/shell/catalogue';
import { ChoiceAt, DateAt, LineAt, YesNoAt } from '../fields';
import type { Filling, Wrong } from '../filling';
import { isInside } from '../place';
import { nameOr } from '../words';
import { work } from '../work';
import '@/components/card/card.scss';

const rowsNow = (): readonly unknown[] => {
  const rows = work.current('knownRecords');
  return Array.isArray(rows) ? rows : [];
};

const DEPARTMENTS = [
  { value: '', label: '不清楚' },
  ...reference.departments.map(({ id }) => ({ value: id, label: departmentName(id) })),
];

interface PartProps {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}

export function RecordsPart({
  filling: { application, hints },
  wrong,
  onRow,
}: PartProps & { readonly onRow: (place: string) => void }) {
  const add = (): void => {
    const rows = rowsNow();
    work.chosen('knownRecords', [...rows, { entity: application.company.creditCode }]);
    onRow(`knownRecords[${rows.length}]`);
  };
  return (
    <View>
      <Text className="field__note">
        没有就不用填。有的请列上：漏报会被要求说明，时钟也会停。按处罚决定日算，不按违法那天算。
      </Text>
      {application.knownRecords.map(({ documentNumber, agency }, i) => {
        const place = `knownRecords[${i}]`;
        const bad = wrong.filter((each) => isInside(each.place, place)).length;
        const outside = hints.some((each) => each.place === place);
        const detail = `${agency} ${yuanText(work.current(`${place}.amountCents`))} 元${outside ? '；在期间外，不计入' : ''}`;
        return (
          <View key={place} id={anchorOf(place)}>
            <Row
              title={documentNumber === '' ? `第 ${i + 1} 条，还没有填` : documentNumber}
              detail={bad > 0 ? `有 ${bad} 处要改` : detail}
              onTap={() => onRow(place)}
            />
          </View>
        );
      })}
      {application.knownRecords.length >= RECORDS_MAX ? null : (
        <View className="field__line">
          <Button text="加一条处罚" icon="plus" onTap={add} />
        </View>
      )}
    </View>
  );
}

/** One decision, as a page of its own. */
export function RecordBody({
  place,
  filling: { application },
  wrong,
  onRemoved,
}: PartProps & { readonly place: string; readonly onRemoved: () => void }) {
  const entities = application.entities.flatMap(({ creditCode, name }, i) =>
    creditCode === '' ? [] : [{ value: creditCode, label: nameOr(name, i) }],
  );
  const remove = (): void => {
    onRemoved();
    const index = Number(/\d+/.exec(place)?.[0] ?? NaN);
    work.chosen(
      'knownRecords',
      rowsNow().filter((_, i) => i !== index),
    );
  };
  const at = (key: string) => ({ place: `${place}.${key}`, wrong });
  return (
    <View className="card">
      <LineAt {...at('documentNumber')} label="决定书文号" />
      <LineAt {...at('agency')} label="作出决定的机关" />
      <ChoiceAt {...at('department')} label="属于哪个部门" options={DEPARTMENTS} optional />
      <ChoiceAt
        {...at('entity')}
        label="处罚了谁"
        options={entities}
        {...(entities.length === 0 ? { help: '先把公司的统一社会信用代码填上。' } : {})}
      />
      <DateAt {...at('decidedOn')} label="处罚决定日" />
      <LineAt {...at('reason')} label="因为什么" />
      <LineAt {...at('amountCents')} label="罚款金额" kind="money" unit="元" help="没有罚款写 0。" />
      <YesNoAt {...at('remedied')} label="整改完了吗" no="还没有" yes="已经整改完" />
      <DateAt {...at('paidOn')} label="缴清日期" optional />
      <View className="field__line">
        <Button text="删去这一条" kind="danger" icon="trash" onTap={remove} />
      </View>
    </View>
  );
}
