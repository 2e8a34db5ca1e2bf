import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { CaseDetail } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/fields/field-frame';
import { AreaField } from '@/components/fields/line-field';
import { spoken } from '@/components/spoken';
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
import { statusText } from '../words';

const KINDS = {
  urged: {
    title: '催办',
    what: '提醒经办人尽快办，一天一次。不影响审核结果。',
    label: '想说的话',
    needed: false,
    button: '发出催办',
    done: '已催办',
  },
  complained: {
    title: '投诉',
    what: '由上级处理并答复您，不经过原经办人。',
    label: '发生了什么',
    needed: true,
    button: '发出投诉',
    done: '已投诉',
  },
  withdrawn: {
    title: '撤回申请',
    what: '撤回后这件事不再办，承诺的日期也不再算。想办可以重新提交。',
    label: '为什么撤回',
    needed: false,
    button: '撤回申请',
    done: '已撤回',
  },
} as const;

type Kind = keyof typeof KINDS;

const kindIn = (text: string | undefined): Kind =>
  text === 'complained' || text === 'withdrawn' ? text : 'urged';

function Act({
  detail,
  kind,
  onStale,
}: {
  readonly detail: CaseDetail;
  readonly kind: Kind;
  readonly onStale: (detail: CaseDetail) => void;
}) {
  const note = useRef('');
  const [error, setError] = useState<string>();
  const [acted, setActed] = useState<Acted>();
  const [busy, setBusy] = useState(false);
  const { title, what, label, needed, button, done } = KINDS[kind];
  const { asOf, calendar } = contextNow();
  const view = derive(detail.events, asOf, calendar);
  const send = async (): Promise<void> => {
    if (needed && note.current.trim() === '') return setError('请写几句发生了什么，方便核实。');
    setError(undefined);
    setBusy(true);
    const result = await act(detail, { kind, note: note.current.trim() });
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
        {itemName(view.item)}，现在：{statusText(view.status)}
      </Text>
      <ActFault acted={acted} />
      <Card>
        <View>
          <Text>{what}</Text>
        </View>
        <View className="field__control">
          <FieldFrame id="note" label={label} optional={!needed} {...(error === undefined ? {} : { error })}>
            <AreaField
              label={label}
              initial=""
              maxLength={500}
              onType={(text) => void (note.current = text)}
            />
          </FieldFrame>
        </View>
      </Card>
    </Screen>
  );
}

export default function ActPage() {
  const params = useParams();
  const number = params['number'] ?? '';
  const { read, again, set } = useRemote(() => readCase(api, number));
  if (read === undefined) return <Screen>{null}</Screen>;
  if (!read.ok)
    return (
      <Screen>
        <RemoteFault fault={read.error} onAgain={again} />
      </Screen>
    );
  return <Act detail={read.value} kind={kindIn(params['kind'])} onStale={set} />;
}
