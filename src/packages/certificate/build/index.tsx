import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { spoken } from '@/components/spoken';
import { anchorOf } from '@/components/fields/values';
import { useParams } from '@/shell/params';
import { device, goBack } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { useApplication, fillingOf, type Filling, type Wrong } from '../filling';
import { work } from '../work';
import { Departments } from './departments';
import { Entities, Entity } from './entities';
import { PeriodPart } from './period';
import { PARTS, partIn, wrongIn, type PartId } from './parts';

const LEADS: Readonly<Record<PartId, string>> = {
  entities:
    '公司自己、分公司、子公司、控股股东都在这里，最多 30 个。在区外注册的不归本区部门查，证明会写明。',
  departments: '不选全也可以，没选的会写进证明范围。上市核查一般要核心的 12 个。',
  period: '上市一般要看三年一期：往前三个整年，加上今年到昨天。',
};

function Heading({
  step,
  title,
  lead,
}: {
  readonly step: string;
  readonly title: string;
  readonly lead: string;
}) {
  return (
    <View>
      <Text className="quiet">{step}</Text>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {title}
      </Text>
      <Text className="lead">{lead}</Text>
    </View>
  );
}

function PartBody({
  part,
  filling,
  wrong,
  onRow,
}: {
  readonly part: PartId;
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
  readonly onRow: (place: string) => void;
}) {
  switch (part) {
    case 'entities':
      return <Entities filling={filling} wrong={wrong} onRow={onRow} />;
    case 'departments':
      return <Departments filling={filling} wrong={wrong} />;
    case 'period':
      return <PeriodPart filling={filling} wrong={wrong} />;
  }
}

function Build({ filling, start }: { readonly filling: Filling; readonly start: PartId }) {
  const [at, setAt] = useState(start);
  const [row, setRow] = useState<string>();
  const [tried, setTried] = useState(false);
  const index = PARTS.findIndex(({ id }) => id === at);
  const show = (next: PartId, nextRow?: string): void => {
    setTried(false);
    setRow(nextRow);
    setAt(next);
    device.scrollToTop();
  };
  const goOn = (): void => {
    // A tap may come before the blur: what was typed last counts.
    work.leave();
    const now = fillingOf(work.handle.store.getState(), []);
    const [first] = wrongIn(at, row, now.wrong);
    if (first !== undefined) {
      setTried(true);
      device.scrollTo(anchorOf(first.place));
      return;
    }
    const next = PARTS[index + 1];
    if (row !== undefined) show(at);
    else if (next === undefined) goBack();
    else show(next.id);
  };
  const goBefore = (): void => {
    const before = PARTS[index - 1];
    if (row !== undefined) show(at);
    else if (before === undefined) goBack();
    else show(before.id);
  };
  const part = PARTS[index];
  const wrong = tried ? wrongIn(at, row, filling.wrong) : [];
  const step = `第 ${index + 1} 步，共 ${PARTS.length} 步`;
  const onWord = index + 1 === PARTS.length ? '好了，看结果' : '下一步';
  return (
    <Screen
      bar={
        <>
          <Button text={row === undefined ? '上一步' : '返回'} onTap={goBefore} />
          <Button text={row === undefined ? onWord : '这个主体填好了'} kind="primary" onTap={goOn} />
        </>
      }
    >
      {row === undefined ? (
        <View key={at}>
          <Heading step={step} title={part?.title ?? ''} lead={LEADS[at]} />
          <PartBody part={at} filling={filling} wrong={wrong} onRow={(place) => show(at, place)} />
        </View>
      ) : (
        <View key={row}>
          <Heading step={step} title="一个主体" lead="名称和代码照营业执照写。" />
          <Entity place={row} wrong={wrong} onRemoved={() => show(at)} />
        </View>
      )}
    </Screen>
  );
}

export default function BuildPage() {
  const filling = useApplication(true);
  const part = partIn(useParams()['part']);
  return filling === undefined ? <Screen>{null}</Screen> : <Build filling={filling} start={part} />;
}
