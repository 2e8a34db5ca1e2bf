import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { AttachedMaterial, CaseDetail } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { FieldFrame } from '@/components/fields/field-frame';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import type { CorrectionItem } from '@/domain/case/correction';
import { derive } from '@/domain/case/derive';
import type { Form } from '@/domain/form/form';
import { fieldAt } from '@/domain/form/say';
import { fill, type Answers } from '@/services/filling';
import { readCase } from '@/services/cases';
import { api, drafts } from '@/shell/online';
import { useParams } from '@/shell/params';
import { device, go, goBack, replaceWith } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import type { Draft } from '@/stores/draft';
import { act, type Acted } from '../act';
import { ActFault } from '../act-fault';
import { correctionBase } from '../base';
import { reasonText, targetName } from '../case/todo';
import type { Asking } from '../fields/asked';
import { FieldView } from '../fields/field-view';
import { UploadView } from '@/shell/upload-view';
import { anchorOf } from '@/components/fields/values';
import { sayIn, useFilling, type Filling } from '../filling';
import { RowBody } from '../fill/page-body';
import { contextNow, findForm, itemName } from '../forms';
import { useRemote } from '@/shell/remote';
import { RemoteFault } from '../remote-fault';
import { correctionOf, type Work } from '../work';
import { changesBetween, Difference } from './difference';
import { Overtaken } from './overtaken';
import { alsoNeeded, namedMaterials, namedPaths } from './targets';
import './index.scss';

const MOST = 30;

/** The papers of the case, with those that were handed in anew in the place of the old ones. */
function materialsWith({ materials }: CaseDetail, draft: Draft): AttachedMaterial[] {
  const anew = Object.entries(draft.materials).flatMap(([material, { files }]): AttachedMaterial[] =>
    files.length === 0 ? [] : [{ material, files: files.map(({ id }) => id), as: 'uploaded' }],
  );
  return [...materials.filter(({ material }) => !anew.some((each) => each.material === material)), ...anew];
}

function Reason({ form, item }: { readonly form: Form; readonly item: CorrectionItem }) {
  return <Notice kind="wait" text={`${targetName(form, item)}：${reasonText(item)}`} />;
}

function MaterialTarget({
  id,
  work,
  draft,
  wrong,
}: {
  readonly id: string;
  readonly work: Work;
  readonly draft: Draft;
  readonly wrong: boolean;
}) {
  const name = work.form.materials.find((material) => material.id === id)?.name ?? id;
  const files = draft.materials[id]?.files ?? [];
  return (
    <FieldFrame
      id={anchorOf(id)}
      label={`重新交：${name}`}
      {...(wrong && files.length === 0 ? { error: `请上传${name}。` } : {})}
    >
      <UploadView
        target={`${work.name} material ${id}`}
        label={name}
        uploaded={files}
        atMost={MOST}
        onAdd={(file) => work.material(id, (before) => ({ files: [...before.files, file] }))}
        onRemove={(gone) =>
          work.material(id, (before) => ({ files: before.files.filter((file) => file.id !== gone) }))
        }
      />
    </FieldFrame>
  );
}

interface CorrectProps {
  readonly detail: CaseDetail;
  readonly items: readonly CorrectionItem[];
  readonly filling: Filling;
  /** Somebody was faster: the case as it is now, and what was written here. */
  readonly onStale: (detail: CaseDetail, mine: Answers) => void;
}

function Correct({ detail, items, filling, onStale }: CorrectProps) {
  const { work, draft, answers, filled } = filling;
  const { form } = work;
  const [tried, setTried] = useState(false);
  const [row, setRow] = useState<string>();
  const [acted, setActed] = useState<Acted>();
  const [busy, setBusy] = useState(false);
  const named = namedPaths(items);
  const papers = namedMaterials(items);
  const before = fill(form, detail.answers, contextNow()).errors;
  const also = alsoNeeded(named, filled.errors, before);
  const changes = changesBetween(form, detail.answers, answers);
  const asking: Asking = {
    filling,
    errors: new Map(tried ? filled.errors.map((error) => [error.field, sayIn(filling, error)]) : []),
    focus: undefined,
    many: true,
    openRow: setRow,
  };
  const send = async (): Promise<void> => {
    work.leave();
    const kept = work.handle.store.getState();
    if (kept === undefined) return;
    const now = fill(form, work.answers(kept), contextNow());
    const lacking = papers.some((id) => (kept.materials[id]?.files ?? []).length === 0);
    setTried(true);
    if (now.errors.length > 0 || lacking) {
      device.toast('还有没改好的，见红字');
      return;
    }
    setBusy(true);
    const materials = materialsWith(detail, kept);
    const result = await act(detail, { kind: 'corrected', answers: { ...now.toSend }, materials });
    setBusy(false);
    setActed(result);
    if (result.kind === 'stale') onStale(result.detail, work.answers(kept));
    if (result.kind !== 'done') return;
    drafts.clear(work.name);
    device.toast('补正已提交');
    replaceWith('case', { number: detail.number });
  };
  if (row !== undefined)
    return (
      <Screen bar={<Button text="这一行改好了" kind="primary" onTap={() => setRow(undefined)} />}>
        <RowBody key={row} row={row} step="补正" asking={asking} onRemoved={() => setRow(undefined)} />
      </Screen>
    );
  return (
    <Screen
      bar={
        <Button
          text={busy ? '正在提交…' : '提交补正'}
          kind="primary"
          disabled={busy}
          onTap={() => void send()}
        />
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        补正：{itemName(form.id)}
      </Text>
      <Text className="lead">只改下面这些，别的不用动。改一半可以停，会存在手机里。</Text>
      <ActFault acted={acted} />
      <View className="stack">
        {items.map((item) => (
          <Card key={JSON.stringify(item.target)} className="stack">
            <Reason form={form} item={item} />
            <Target item={item} asking={asking} draft={draft} wrong={tried} />
          </Card>
        ))}
      </View>
      {/* Boxes that are always there: what comes between others makes Taro send the inputs anew. */}
      <View>
        {also.map((path) => (
          <Card key={path} className="stack correct__also">
            <Notice kind="info" text="因为您改了上面的，这里也要跟着填。" />
            <PathField path={path} asking={asking} />
          </Card>
        ))}
      </View>
      <View>
        <Difference changes={changes} />
      </View>
    </Screen>
  );
}

function PathField({ path, asking }: { readonly path: string; readonly asking: Asking }) {
  const field = fieldAt(asking.filling.work.form, path);
  return field === undefined ? null : <FieldView field={field} path={path} asking={asking} />;
}

function Target({
  item: { target },
  asking,
  draft,
  wrong,
}: {
  readonly item: CorrectionItem;
  readonly asking: Asking;
  readonly draft: Draft;
  readonly wrong: boolean;
}) {
  return target.kind === 'field' ? (
    <PathField path={target.path} asking={asking} />
  ) : (
    <MaterialTarget id={target.id} work={asking.filling.work} draft={draft} wrong={wrong} />
  );
}

/** The work is made once for a case: its draft stays when the case is read anew. */
function Correction({
  detail,
  form,
  items,
  onStale,
}: Omit<CorrectProps, 'filling'> & { readonly form: Form }) {
  const [work] = useState(() => correctionOf(form, detail.number, correctionBase(detail.answers)));
  const filling = useFilling(work, true);
  if (filling === undefined || filling === 'gone') return <Screen>{null}</Screen>;
  return <Correct detail={detail} items={items} filling={filling} onStale={onStale} />;
}

export default function CorrectPage() {
  const number = useParams()['number'] ?? '';
  const { read, again, set } = useRemote(() => readCase(api, number));
  const [mine, setMine] = useState<Answers>();
  if (read === undefined) return <Screen>{null}</Screen>;
  if (!read.ok)
    return (
      <Screen>
        <RemoteFault fault={read.error} onAgain={again} />
      </Screen>
    );
  const { asOf, calendar } = contextNow();
  const { item, correction } = derive(read.value.events, asOf, calendar);
  const form = findForm(item);
  if (form !== undefined && correction === undefined && mine !== undefined)
    return <Overtaken form={form} detail={read.value} mine={mine} />;
  if (form === undefined || correction === undefined)
    return (
      <Screen>
        <Empty icon="check" title="现在没有要补正的" text="可能已经补过，或办件有了新进展。">
          <Button text="看办件进度" kind="primary" onTap={() => go('case', { number })} />
          <Button text="返回" onTap={goBack} />
        </Empty>
      </Screen>
    );
  const onStale = (detail: CaseDetail, written: Answers): void => {
    setMine(written);
    set(detail);
  };
  return <Correction detail={read.value} form={form} items={correction.items} onStale={onStale} />;
}
