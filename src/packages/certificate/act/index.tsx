import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { CertificateAction, CertificateDetail } from '@/contract/certificate';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { spoken } from '@/components/spoken';
import { MAIN_STATES } from '@/domain/certificate/actions';
import { err, ok, type Result } from '@/domain/shared/result';
import { departmentName } from '@/shell/catalogue';
import { useParams } from '@/shell/params';
import { device, goBack } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { act, type Acted } from '../act';
import { ActFault } from '../act-fault';
import { CasePage } from '../case-page';
import { ComplaintField } from './complain';
import { isWhole, RateFields, type Rating } from './rate';

const KINDS = {
  urged: {
    title: '催办',
    what: '提醒承办人尽快答复。不影响审查结果，也不会因为催办就算无记录。',
    button: '发出催办',
    done: '已催办',
  },
  complained: {
    title: '投诉',
    what: '由督办处理并答复您，不经过窗口、各部门和牵头部门。审查照常进行。',
    button: '发出投诉',
    done: '已投诉',
  },
  withdrawn: {
    title: '撤回申请',
    what: '撤回后各部门都停下，这件不再出证，已有的答复也不作数。想办可以重新申请。',
    button: '撤回申请',
    done: '已撤回',
  },
  rated: {
    title: '这次办得怎么样？',
    what: '自愿评价，评不评、怎么评都不影响您办事；只能评一次。',
    button: '提交评价',
    done: '谢谢，评价已收到',
  },
} as const;

type Kind = keyof typeof KINDS;

const kindIn = (text: string | undefined): Kind =>
  text === 'urged' || text === 'rated' || text === 'complained' ? text : 'withdrawn';

const withdrawalAgreed = (): Promise<boolean> =>
  device.confirm({
    title: '确定撤回？',
    text: '各部门都会停下，撤回后不能恢复。',
    yes: '撤回',
    no: '先不',
  });

interface Given {
  readonly department: string;
  readonly rating: Rating | undefined;
  /** Of a complaint. */
  readonly text: string;
}

/** What is sent, or what is wanting. */
function actionOf(
  kind: Kind,
  { department, rating, text }: Given,
): Result<CertificateAction['action'], string> {
  switch (kind) {
    case 'withdrawn':
      return ok({ kind });
    case 'urged':
      return ok({ kind, department });
    case 'complained':
      return text === '' ? err('请写几句发生了什么，方便核实。') : ok({ kind, text });
    case 'rated':
      if (rating === undefined) return err('请先选满意不满意。');
      return isWhole(rating)
        ? ok({ kind, level: rating.level, reasons: [...rating.reasons] })
        : err('请选一选哪里不满意。');
  }
}

function Act({
  detail,
  kind,
  department,
  onStale,
}: {
  readonly detail: CertificateDetail;
  readonly kind: Kind;
  readonly department: string;
  readonly onStale: (detail: CertificateDetail) => void;
}) {
  const [rating, setRating] = useState<Rating>();
  const complaint = useRef('');
  const [error, setError] = useState<string>();
  const [acted, setActed] = useState<Acted>();
  const [busy, setBusy] = useState(false);
  const { title, what, button, done } = KINDS[kind];
  const send = async (): Promise<void> => {
    const action = actionOf(kind, { department, rating, text: complaint.current.trim() });
    setError(action.ok ? undefined : action.error);
    if (!action.ok) return;
    if (kind === 'withdrawn' && !(await withdrawalAgreed())) return;
    setBusy(true);
    const result = await act(detail, action.value);
    setBusy(false);
    setActed(result);
    if (result.kind === 'stale') onStale(result.detail);
    if (result.kind !== 'done') return;
    device.toast(done);
    goBack();
  };
  return (
    <Screen
      bar={
        <Button
          text={busy ? '正在发…' : button}
          kind={kind === 'withdrawn' ? 'danger' : 'primary'}
          disabled={busy}
          onTap={() => void send()}
        />
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {title}
      </Text>
      <Text className="lead">
        {kind === 'urged' ? departmentName(department) : `现在：${MAIN_STATES[detail.main]}`}
      </Text>
      <ActFault acted={acted} />
      <Card>
        <View>
          <Text>{what}</Text>
        </View>
      </Card>
      {kind === 'rated' ? <RateFields error={error} onRate={setRating} /> : null}
      {kind === 'complained' ? (
        <ComplaintField error={error} onType={(text) => void (complaint.current = text)} />
      ) : null}
    </Screen>
  );
}

export default function ActPage() {
  const { kind, department = '' } = useParams();
  return (
    <CasePage>
      {(detail, onStale) => (
        <Act detail={detail} kind={kindIn(kind)} department={department} onStale={onStale} />
      )}
    </CasePage>
  );
}
