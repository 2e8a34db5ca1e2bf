import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { spoken } from '@/components/spoken';
import { LARGEST_FILE_TEXT } from '@/domain/form/file-limit';
import type { Form } from '@/domain/form/form';
import { fill } from '@/services/filling';
import type { MaterialLine } from '@/services/materials';
import { useParams } from '@/shell/params';
import { device, goBack, replaceWith } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import type { Asking } from '../fields/asked';
import { anchorOf } from '@/components/fields/values';
import { sayIn, useFilling, useSaved, type Filling } from '../filling';
import { contextNow, findForm, MATERIALS_PAGE } from '../forms';
import { NoDraft, NoForm } from '../messages';
import { workOn } from '../work';
import { MaterialView } from './material-view';
import { PageBody, RowBody } from './page-body';
import { stepAt, stepsOf, wrongOn } from './steps';
import './index.scss';

interface FillProps {
  readonly filling: Filling;
  /** The page of a link; else the one that the draft was left on. */
  readonly start: string | undefined;
  /** Came from the review, to mend one page. */
  readonly returning: boolean;
}

function Saved({ filling }: Pick<FillProps, 'filling'>) {
  const saved = useSaved(filling);
  const text = saved ? '已自动保存在手机里，加密存放' : '手机没能存下，请别退出，先填完提交';
  // The box is always there: what comes between others makes Taro send them all anew.
  return (
    <View className="fill__saved" {...spoken({ role: 'status' })}>
      {saved === undefined ? null : <Text className="quiet">{text}</Text>}
    </View>
  );
}

function Fill({ filling, start, returning }: FillProps) {
  const { work, draft, filled, materials } = filling;
  const [at, setAt] = useState(start ?? draft.page);
  const [row, setRow] = useState<string>();
  const [tried, setTried] = useState(false);
  const [focus, setFocus] = useState<string>();
  const steps = stepsOf(filling);
  const index = stepAt(steps, at);
  const page = steps[index];
  if (page === undefined) return null;

  const show = (next: string, nextRow?: string): void => {
    setTried(false);
    setFocus(undefined);
    setRow(nextRow);
    setAt(next);
    work.toPage(next);
    device.scrollToTop();
  };
  const toReview = (): void => replaceWith('review', { id: work.form.id });
  const stop = (path: string, anchor: string): void => {
    setTried(true);
    setFocus(path);
    device.scrollTo(anchorOf(anchor));
  };
  const goOn = (): void => {
    // A tap may come before the blur: what was typed last counts.
    work.leave();
    const now = fill(work.form, work.answers(work.handle.store.getState()), contextNow());
    const [wrong] = wrongOn(page, row, now.errors);
    // An error in a row has its place in the list of rows.
    if (wrong !== undefined)
      return stop(wrong.field, row === undefined ? (wrong.field.split('[')[0] ?? '') : wrong.field);
    const lacking = page.id === MATERIALS_PAGE ? materials.find(({ missing }) => missing) : undefined;
    if (lacking !== undefined) return stop(lacking.material.id, lacking.material.id);
    if (row !== undefined) return show(page.id);
    const next = steps[index + 1];
    if (returning || next === undefined) toReview();
    else show(next.id);
  };
  const goBefore = (): void => {
    if (row !== undefined) return show(page.id);
    const before = steps[index - 1];
    if (returning) toReview();
    else if (before === undefined) goBack();
    else show(before.id);
  };

  const wrong = tried ? wrongOn(page, row, filled.errors) : [];
  const asking: Asking = {
    filling,
    errors: new Map(wrong.map((error) => [error.field, sayIn(filling, error)])),
    focus,
    many: page.fields.length > 1,
    openRow: (path) => show(page.id, path),
  };
  const step = `第 ${index + 1} 步，共 ${steps.length} 步`;
  const last = returning ? '改好了，去核对' : index + 1 === steps.length ? '填完了，去核对' : '下一步';
  return (
    <Screen
      bar={
        <>
          <Button text={row === undefined ? '上一步' : '返回'} onTap={goBefore} />
          <Button text={row === undefined ? last : '这一行填好了'} kind="primary" onTap={goOn} />
        </>
      }
    >
      {row !== undefined ? (
        <RowBody key={row} row={row} step={step} asking={asking} onRemoved={() => show(page.id)} />
      ) : page.id === MATERIALS_PAGE ? (
        <MaterialsBody filling={filling} step={step} wrong={tried} />
      ) : (
        <PageBody key={page.id} page={page} step={step} asking={asking} />
      )}
      <Saved filling={filling} />
    </Screen>
  );
}

/** What the person has to do comes before what is done without them. */
const isTheirs = ({ state }: MaterialLine): boolean =>
  state === 'upload' || state === 'ask' || state === 'later';
const toDoFirst = (lines: readonly MaterialLine[]): readonly MaterialLine[] => [
  ...lines.filter(isTheirs),
  ...lines.filter((line) => !isTheirs(line)),
];

function MaterialsBody({
  filling,
  step,
  wrong,
}: {
  readonly filling: Filling;
  readonly step: string;
  readonly wrong: boolean;
}) {
  return (
    <View className="stack">
      <View className="fill__head">
        <Text className="quiet">{step}</Text>
        <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
          交哪些材料
        </Text>
        <Text className="lead">
          {`能从共享数据取的不用您交；要您交的，拍照或选文件，每个不超过 ${LARGEST_FILE_TEXT}。`}
        </Text>
      </View>
      {toDoFirst(filling.materials).map((line) => (
        <MaterialView key={line.material.id} line={line} work={filling.work} wrong={wrong} />
      ))}
    </View>
  );
}

function FillForm({ form, start, returning }: { readonly form: Form } & Omit<FillProps, 'filling'>) {
  const filling = useFilling(workOn(form), true);
  if (filling === undefined) return <Screen>{null}</Screen>;
  if (filling === 'gone') return <NoDraft form={form.id} />;
  return <Fill filling={filling} start={start} returning={returning} />;
}

export default function FillPage() {
  const params = useParams();
  const form = findForm(params['id']);
  if (form === undefined) return <NoForm />;
  return <FillForm form={form} start={params['page']} returning={params['from'] === 'review'} />;
}
