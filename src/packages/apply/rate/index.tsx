import { Text } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { CaseDetail } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChoiceField } from '@/components/fields/choice-field';
import { FieldFrame } from '@/components/fields/field-frame';
import { AreaField } from '@/components/fields/line-field';
import { MultiField } from '@/components/fields/multi-field';
import { Fold } from '@/components/fold/fold';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { CASE_FAULT_MESSAGES } from '@/domain/case/admit';
import {
  BAD_RATING_REASONS,
  checkRating,
  INDICATORS,
  isBad,
  RATING_LEVELS,
  type BadRatingReason,
  type Indicator,
  type Rating,
  type Stars,
} from '@/domain/case/rating';
import { derive } from '@/domain/case/derive';
import { readCase } from '@/services/cases';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { device, goBack } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { act, type Acted } from '../act';
import { ActFault } from '../act-fault';
import { contextNow, itemName } from '../forms';
import { useRemote } from '@/shell/remote';
import { RemoteFault } from '../remote-fault';

const STARS = [5, 4, 3, 2, 1] as const satisfies readonly Stars[];
const LEVELS = STARS.map((stars) => ({ value: String(stars), label: RATING_LEVELS[stars] }));
const starsOf = (value: string): Stars | undefined => STARS.find((stars) => String(stars) === value);

const entries = <K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[]) =>
  keys.map((value) => ({ value, label: names[value] }));
const INDICATOR_KEYS = [
  'overall',
  'efficiency',
  'guideAccuracy',
  'convenience',
  'platform',
] as const satisfies readonly Indicator[];
const REASON_KEYS = [
  'slow',
  'extraMaterials',
  'unclear',
  'repeated',
  'attitude',
  'system',
  'other',
] as const satisfies readonly BadRatingReason[];

type Marks = Readonly<Partial<Record<Indicator, Stars>>>;

function Indicators({ marks, onMark }: { readonly marks: Marks; readonly onMark: (marks: Marks) => void }) {
  return entries(INDICATORS, INDICATOR_KEYS).map(({ value, label }) => (
    <FieldFrame key={value} id={`rate-${value}`} label={label} optional>
      <ChoiceField
        label={label}
        options={LEVELS}
        value={String(marks[value] ?? '')}
        folded
        onChoose={(chosen) => {
          const stars = starsOf(chosen);
          if (stars !== undefined) onMark({ ...marks, [value]: stars });
        }}
      />
    </FieldFrame>
  ));
}

function Rate({
  detail,
  onStale,
}: {
  readonly detail: CaseDetail;
  readonly onStale: (detail: CaseDetail) => void;
}) {
  const [stars, setStars] = useState<Stars>();
  const [marks, setMarks] = useState<Marks>({});
  const [reasons, setReasons] = useState<readonly BadRatingReason[]>([]);
  const [error, setError] = useState<string>();
  const [acted, setActed] = useState<Acted>();
  const [busy, setBusy] = useState(false);
  const comment = useRef('');
  const { asOf, calendar } = contextNow();
  const { item } = derive(detail.events, asOf, calendar);
  const send = async (): Promise<void> => {
    if (stars === undefined) return setError('请先选满意不满意。');
    const bad = isBad({ stars });
    const rating: Rating = {
      stars,
      indicators: marks,
      reasons: bad ? reasons : [],
      comment: comment.current.trim(),
    };
    const checked = checkRating(rating);
    if (!checked.ok) return setError(CASE_FAULT_MESSAGES[checked.error]);
    setError(undefined);
    setBusy(true);
    const result = await act(detail, { kind: 'rated', rating: { ...rating, reasons: [...rating.reasons] } });
    setBusy(false);
    setActed(result);
    if (result.kind === 'stale') onStale(result.detail);
    if (result.kind !== 'done') return;
    device.toast('谢谢，评价已收到');
    goBack();
  };
  return (
    <Screen
      bar={
        <>
          <Button text="不评了" onTap={goBack} />
          <Button
            text={busy ? '正在发…' : '提交评价'}
            kind="primary"
            disabled={busy}
            onTap={() => void send()}
          />
        </>
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        这次办得怎么样？
      </Text>
      <Text className="lead">{itemName(item)}。自愿评价，评不评、怎么评都不影响您办事；只能评一次。</Text>
      <ActFault acted={acted} />
      <Card>
        <FieldFrame id="stars" label="满意吗" {...(error === undefined ? {} : { error })}>
          <ChoiceField
            label="满意吗"
            options={LEVELS}
            value={String(stars ?? '')}
            onChoose={(value) => setStars(starsOf(value))}
          />
        </FieldFrame>
        {stars !== undefined && isBad({ stars }) ? (
          <FieldFrame id="reasons" label="哪里不满意" help="会有人核实并答复您。">
            <MultiField
              label="哪里不满意"
              options={entries(BAD_RATING_REASONS, REASON_KEYS)}
              value={reasons}
              onChoose={(chosen) => setReasons(REASON_KEYS.filter((key) => chosen.includes(key)))}
            />
          </FieldFrame>
        ) : null}
        <FieldFrame id="comment" label="想说的话" optional>
          <AreaField label="想说的话" initial="" onType={(text) => void (comment.current = text)} />
        </FieldFrame>
      </Card>
      <Fold title="分项评（选填）">{() => <Indicators marks={marks} onMark={setMarks} />}</Fold>
    </Screen>
  );
}

export default function RatePage() {
  const number = useParams()['number'] ?? '';
  const { read, again, set } = useRemote(() => readCase(api, number));
  if (read === undefined) return <Screen>{null}</Screen>;
  if (!read.ok)
    return (
      <Screen>
        <RemoteFault fault={read.error} onAgain={again} />
      </Screen>
    );
  const { asOf, calendar } = contextNow();
  const { rating } = derive(read.value.events, asOf, calendar);
  if (rating !== undefined)
    return (
      <Screen>
        <Notice kind="done" text={`您已评价：${RATING_LEVELS[rating.stars]}。`} />
        <Button text="返回" onTap={goBack} />
      </Screen>
    );
  return <Rate detail={read.value} onStale={set} />;
}
