import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { anchorOf } from '@/components/fields/values';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import reference from '@/generated/certificate/reference';
import { useParams } from '@/shell/params';
import { device, go, goBack } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { DRAFT_DAYS } from '@/stores/draft';
import { failedSharing, useCompanies } from '../companies';
import { fillingOf, useApplication, type Filling, type Wrong } from '../filling';
import { isInside } from '../place';
import { askAndWipe, work } from '../work';
import { CompanyPart } from './company';
import { ConsentsPart } from './consents';
import { ContactPart } from './contact';
import { DeliveryPart } from './delivery';
import { MaterialsPart } from './materials';
import { Part } from './part';
import { partIn, partOf, PARTS, wrongIn, type PartId } from './parts';
import { PurposePart } from './purpose';
import { RecordBody, RecordsPart } from './records';
import { ScopePart } from './scope';
import '@/components/section/section.scss';
import './index.scss';

function PartBody({
  id,
  filling,
  wrong,
  onRow,
}: {
  readonly id: PartId;
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
  readonly onRow: (place: string) => void;
}) {
  switch (id) {
    case 'company':
      return <CompanyPart filling={filling} wrong={wrong} />;
    case 'contact':
      return <ContactPart filling={filling} wrong={wrong} />;
    case 'purpose':
      return <PurposePart filling={filling} wrong={wrong} />;
    case 'scope':
      return <ScopePart filling={filling} wrong={wrong} />;
    case 'records':
      return <RecordsPart filling={filling} wrong={wrong} onRow={onRow} />;
    case 'delivery':
      return <DeliveryPart filling={filling} wrong={wrong} />;
    case 'materials':
      return <MaterialsPart filling={filling} wrong={wrong} />;
    case 'consents':
      return <ConsentsPart filling={filling} wrong={wrong} />;
  }
}

function RecordScreen({
  place,
  filling,
  onDone,
}: {
  readonly place: string;
  readonly filling: Filling;
  readonly onDone: () => void;
}) {
  const [tried, setTried] = useState(false);
  const wrongOf = (all: readonly Wrong[]): readonly Wrong[] =>
    all.filter((each) => isInside(each.place, place));
  const done = (): void => {
    work.leave();
    const [first] = wrongOf(fillingOf(work.handle.store.getState(), []).wrong);
    if (first === undefined) return onDone();
    setTried(true);
    device.scrollTo(anchorOf(first.place));
  };
  return (
    <Screen
      bar={
        <>
          <Button text="返回" onTap={onDone} />
          <Button text="这一条填好了" kind="primary" onTap={done} />
        </>
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        已知处罚
      </Text>
      <RecordBody
        place={place}
        filling={filling}
        wrong={tried ? wrongOf(filling.wrong) : []}
        onRemoved={onDone}
      />
    </Screen>
  );
}

async function wipe(): Promise<void> {
  if (await askAndWipe()) goBack();
}

function Apply({ filling, start }: { readonly filling: Filling; readonly start: PartId | undefined }) {
  const [open, setOpen] = useState<PartId | undefined>(start ?? 'company');
  const [row, setRow] = useState<string>();
  const [tried, setTried] = useState(start !== undefined);
  const failed = failedSharing(useCompanies());
  if (row !== undefined)
    return <RecordScreen place={row} filling={filling} onDone={() => setRow(undefined)} />;
  const toggle = (id: PartId): void => {
    work.leave();
    setOpen(open === id ? undefined : id);
  };
  const toReview = (): void => {
    work.leave();
    const { wrong } = fillingOf(work.handle.store.getState(), failed);
    const [first] = wrong;
    if (first === undefined) return go('certificateReview');
    setTried(true);
    const part = partOf(first);
    setOpen(part);
    device.toast(`还有 ${wrong.length} 处没填好`);
    device.scrollTo(open === part ? anchorOf(first.place) : `part-${part}`);
  };
  return (
    <Screen
      bar={
        <>
          <Button text="先查后办" onTap={goBack} />
          <Button text="填完了，去核对" kind="primary" onTap={toReview} />
        </>
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        一张表，申请一次
      </Text>
      <Text className="lead">
        一部分一部分填，随时可以停。自动保存在这部手机里，加密存放，留 {DRAFT_DAYS} 天。
      </Text>
      {filling.draft?.answers['corrects'] === undefined ? null : (
        <Notice kind="wait" text="这是补正：改好后提交，还是原来那一件。" />
      )}
      <View className="section">
        {PARTS.map(({ id, title }) => {
          const bad = wrongIn(id, filling.wrong);
          const optional = id === 'records' && filling.application.knownRecords.length === 0;
          const state = bad.length > 0 ? `还差 ${bad.length} 处` : optional ? '没有就不填' : '填好了';
          return (
            <Part
              key={id}
              id={id}
              title={title}
              state={state}
              kind={bad.length > 0 ? (tried ? 'stop' : 'wait') : optional ? 'plain' : 'done'}
              open={open === id}
              onTap={() => toggle(id)}
            >
              {() => <PartBody id={id} filling={filling} wrong={tried ? bad : []} onRow={setRow} />}
            </Part>
          );
        })}
      </View>
      <View className="section">
        <Text className="quiet">
          不收费。受理后 {reference.parameters.days} 个工作日；要您说明的时候，时钟停着等您。
        </Text>
        <View className="field__line">
          <Button text="清除这份申请" kind="danger" icon="trash" onTap={() => void wipe()} />
        </View>
      </View>
    </Screen>
  );
}

export default function ApplyPage() {
  const failed = failedSharing(useCompanies());
  const filling = useApplication(true, failed);
  const part = partIn(useParams()['part']);
  return filling === undefined ? <Screen>{null}</Screen> : <Apply filling={filling} start={part} />;
}
