import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Choice } from '@/components/choice/choice';
import { FieldFrame } from '@/components/fields/field-frame';
import { anchorOf } from '@/components/fields/values';
import { spoken } from '@/components/spoken';
import { ENTITY_KINDS, type EntityKind } from '@/domain/certificate/draft';
import { ENTITIES_MAX } from '@/domain/certificate/entities';
import reference from '@/generated/certificate/reference';
import { go } from '@/shell/ports';
import { ChoiceAt, DateAt, LineAt, RegionAt } from '../fields';
import type { Filling, Wrong } from '../filling';
import { nameOr } from '../words';
import { work } from '../work';
import { isInside } from '../place';

const DEFAULT_KIND: EntityKind = 'branch';

const KINDS = Object.entries(ENTITY_KINDS)
  .filter(([kind]) => kind !== 'company')
  .map(([value, label]) => ({ value, label }));

const rowsNow = (): readonly unknown[] => {
  const rows = work.current('related');
  return Array.isArray(rows) ? rows : [];
};

/** The company and what belongs to it; a tap opens one. */
export function Entities({
  filling: { application, hints },
  wrong,
  onRow,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
  readonly onRow: (place: string) => void;
}) {
  const [itself, ...related] = application.entities;
  const { district } = reference.parameters;
  const add = (): void => {
    const rows = rowsNow();
    work.chosen('related', [...rows, { kind: DEFAULT_KIND, district }]);
    onRow(`related[${rows.length}]`);
  };
  const outside = hints.filter(({ place }) => place.startsWith('related')).length;
  return (
    <View className="stack">
      {wrong.map(({ place, say }) =>
        place === 'entities' ? <Notice key={place} kind="stop" text={say} /> : null,
      )}
      <Card className="card--list">
        <Row
          icon="company"
          title={nameOr(itself?.name ?? '', 0)}
          detail="本公司；执照上的信息在申请里填"
          onTap={() => go('certificateApply', { part: 'company' })}
        />
        {related.map(({ name, kind, district: code }, i) => {
          const place = `related[${i}]`;
          const bad = wrong.filter((each) => isInside(each.place, place)).length;
          const where = code !== '' && code !== district ? '，区外注册' : '';
          const detail = bad > 0 ? `有 ${bad} 处要改` : `${ENTITY_KINDS[kind]}${where}`;
          return (
            <View key={place} id={anchorOf(place)}>
              <Row title={nameOr(name, i + 1)} detail={detail} onTap={() => onRow(place)} />
            </View>
          );
        })}
      </Card>
      {outside === 0 ? null : (
        <Notice
          kind="wait"
          text={`有 ${outside} 个在区外注册：不派给本区部门，证明会写明不含；请到当地办理。`}
        />
      )}
      <View className="wrap">
        {application.entities.length >= ENTITIES_MAX ? (
          <Text className="quiet">已有 {ENTITIES_MAX} 个，多出的请另行申请。</Text>
        ) : (
          <Button text="加一个主体" icon="plus" onTap={add} />
        )}
      </View>
    </View>
  );
}

/** Kinds whose share of the capital has to fit. */
const WITH_SHARE: readonly string[] = ['whollyOwned', 'controlled', 'associate', 'controllingShareholder'];

function Control({ place }: { readonly place: string }) {
  const at = `${place}.actualControl`;
  return (
    <FieldFrame id={anchorOf(at)} label="不过半，但实际控制" optional>
      <View className="field__control" {...spoken({ role: 'group', label: '实际控制' })}>
        <Choice
          role="checkbox"
          text="是，能实际控制"
          chosen={work.current(at) === true}
          onTap={() => work.chosen(at, work.current(at) === true ? undefined : true)}
        />
      </View>
    </FieldFrame>
  );
}

export function Entity({
  place,
  wrong,
  onRemoved,
}: {
  readonly place: string;
  readonly wrong: readonly Wrong[];
  readonly onRemoved: () => void;
}) {
  const kind = work.current(`${place}.kind`);
  const remove = (): void => {
    onRemoved();
    const index = Number(/\d+/.exec(place)?.[0] ?? NaN);
    work.chosen(
      'related',
      rowsNow().filter((_, i) => i !== index),
    );
  };
  const share = typeof kind === 'string' && WITH_SHARE.includes(kind);
  return (
    <View className="stack">
      <Card>
        <ChoiceAt place={`${place}.kind`} label="它是" options={KINDS} initial={DEFAULT_KIND} wrong={wrong} />
        <LineAt place={`${place}.name`} label="名称" wrong={wrong} />
        <LineAt place={`${place}.creditCode`} label="统一社会信用代码" kind="code" wrong={wrong} />
        <RegionAt place={`${place}.district`} label="注册在哪个区县" wrong={wrong} />
        <View>
          {share ? (
            <LineAt place={`${place}.sharePercent`} label="持股比例" kind="percent" unit="%" wrong={wrong} />
          ) : null}
          {kind === 'controlled' || kind === 'controllingShareholder' ? <Control place={place} /> : null}
        </View>
        <DateAt place={`${place}.established`} label="成立日期" optional wrong={wrong} />
        <LineAt
          place={`${place}.formerNames`}
          label="期间内用过的名称"
          help="改过名的写上，用顿号隔开，旧记录才查得到。"
          optional
          wrong={wrong}
        />
      </Card>
      <View className="wrap">
        <Button text="删去这个主体" kind="danger" icon="trash" onTap={remove} />
      </View>
    </View>
  );
}
