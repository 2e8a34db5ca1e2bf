import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Later } from '@/components/later/later';
import { Section } from '@/components/section/section';
import { Tag } from '@/components/tag/tag';
import type { CertificateDetail, CertificateEntity } from '@/contract/certificate';
import type { CellState } from '@/domain/certificate/board';
import { showDate } from '@/domain/form/kinds/dates';
import type { ApiResult } from '@/services/api';
import { readEntity } from '@/services/certificate';
import { faultWords } from '@/services/fault-words';
import { departmentName } from '@/shell/catalogue';
import { api } from '@/shell/online';
import { CELL_TAGS, CELL_WORDS, nameOr } from '../words';

type Counts = CertificateDetail['entities'][number]['counts'];

const ORDER: readonly CellState[] = ['blocked', 'cleared', 'waiting', 'withheld', 'noRecord', 'outside'];

function countText({ waiting, noRecord, cleared, blocked, withheld }: Counts): string {
  const parts: readonly (readonly [string, number])[] = [
    ['无记录', noRecord],
    ['有记录', cleared + blocked],
    ['等答复', waiting],
    ['不含', withheld],
  ];
  return parts.flatMap(([word, count]) => (count === 0 ? [] : [`${word} ${count}`])).join('，');
}

function Findings({ cells }: Pick<CertificateEntity, 'cells'>) {
  return (
    <View>
      {cells.flatMap(({ department, finding }) =>
        (finding?.records ?? []).slice(0, 10).map(({ documentNumber, agency, decidedOn }) => (
          <Text key={department + documentNumber} className="field__note">
            {departmentName(department)}：{documentNumber}，{agency}，{showDate(decidedOn)}
          </Text>
        )),
      )}
    </View>
  );
}

/** The departments of one entity by what they said; 27 lines would say the same one at a time. */
function Cells({ entity }: { readonly entity: CertificateEntity }) {
  return (
    <View>
      {ORDER.map((state) => {
        const cells = entity.cells.filter((cell) => cell.state === state);
        return cells.length === 0 ? null : (
          <View key={state} className="cells">
            <Tag text={`${CELL_WORDS[state]} ${cells.length} 个`} kind={CELL_TAGS[state]} />
            <Text className="cells__names">
              {cells.map(({ department }) => departmentName(department)).join('、')}
            </Text>
            <Findings cells={cells} />
          </View>
        );
      })}
    </View>
  );
}

function Entity({ number, creditCode }: { readonly number: string; readonly creditCode: string }) {
  const [read, setRead] = useState<ApiResult<CertificateEntity>>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    void readEntity(api, number, creditCode).then((answer) => here && setRead(answer));
    return () => {
      here = false;
    };
  }, [number, creditCode, turn]);
  if (read === undefined) return <Text className="quiet">正在读取…</Text>;
  if (read.ok) return <Cells entity={read.value} />;
  return (
    <View>
      <Text className="quiet">{faultWords(read.error, '')}</Text>
      <Button text="再试一次" onTap={() => setTurn(turn + 1)} />
    </View>
  );
}

type Entities = CertificateDetail['entities'];

function Rows({
  entities,
  from,
  number,
}: {
  readonly entities: Entities;
  readonly from: number;
  readonly number: string;
}) {
  return entities.map(({ creditCode, name, outside, counts }, i) => (
    <Fold key={creditCode} title={nameOr(name, from + i)} note={outside ? '区外，不含' : countText(counts)}>
      {() =>
        outside ? (
          <Text className="quiet">{CELL_WORDS.outside}，证明会写明不含它。</Text>
        ) : (
          <Entity number={number} creditCode={creditCode} />
        )
      }
    </Fold>
  ));
}

const HALF = 15;

/** Entities with their counts; a tap reads one entity's departments. The whole grid is in the certificate itself. */
export function Matrix({ detail: { entities, number } }: { readonly detail: CertificateDetail }) {
  return (
    <Section title={`${entities.length} 个主体`}>
      <Card className="matrix">
        <Rows entities={entities.slice(0, HALF)} from={0} number={number} />
        {entities.length > HALF ? (
          <Later>{() => <Rows entities={entities.slice(HALF)} from={HALF} number={number} />}</Later>
        ) : null}
      </Card>
    </Section>
  );
}
