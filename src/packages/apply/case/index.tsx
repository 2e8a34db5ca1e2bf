import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { CaseDetail } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { allowedActions } from '@/domain/case/actions';
import { derive } from '@/domain/case/derive';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import type { CaseEvent } from '@/domain/case/event';
import { readCase } from '@/services/cases';
import { routes } from '@/routes';
import { departmentName } from '@/shell/catalogue';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { device } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { contextNow, findForm, itemName } from '../forms';
import { useRemote } from '@/shell/remote';
import { RemoteFault } from '../remote-fault';
import { Days } from './days';
import { Files } from './files';
import { Signers, type Out } from './signers';
import { Timeline } from './timeline';
import { Actions, Todo } from './todo';
import { eventText, sentenceOf } from './words';
import '@/components/fields/fields.scss';
import './index.scss';

const RESULT_KINDS = new Set(['decided', 'notAccepted', 'delivered']);

const isAgainst = ({ fact }: CaseEvent): boolean =>
  fact.kind === 'notAccepted' || (fact.kind === 'decided' && fact.outcome === 'refused');

/** The decision with its reason and its clause, and how it arrives. */
function Result({ events }: { readonly events: readonly CaseEvent[] }) {
  const results = events.filter(({ fact }) => RESULT_KINDS.has(fact.kind));
  if (results.length === 0) return null;
  return (
    <Section title="结果">
      <Card className="stack">
        {results.map((event) => (
          <View key={event.seq}>
            <Text>{eventText(event)}</Text>
          </View>
        ))}
        {results.some(isAgainst) ? (
          <View>
            <Text className="quiet">对结果不服，可以拨 12345，也可以依法申请行政复议或提起行政诉讼。</Text>
          </View>
        ) : null}
      </Card>
    </Section>
  );
}

/** A link to a case opens nothing on another phone: what may be forwarded is a signer's own link, or the home page. */
function useCard() {
  const [out, setOut] = useState<Out>();
  useShareAppMessage(() => ({
    title: out === undefined ? '金普民生' : `请${out.name}签名`,
    path: out?.page ?? `/${routes.home}`,
  }));
  return { out, onOut: setOut };
}

type Sharing = ReturnType<typeof useCard>;

function Case({ detail, card }: { readonly detail: CaseDetail; readonly card: Sharing }) {
  const { asOf, calendar } = contextNow();
  const view = derive(detail.events, asOf, calendar);
  const form = findForm(view.item);
  const { number } = detail;
  const sentence = sentenceOf(view, departmentName(detail.department), asOf);
  const late = view.overdue ? '已经超过承诺的日期，您可以催办或投诉。' : '';
  return (
    <>
      <Text className="lead">{itemName(view.item)}</Text>
      <Text className="case__sentence" {...spoken({ role: 'heading', level: 1 })}>
        {sentence}
      </Text>
      {late === '' ? null : <Notice kind="stop" text={late} />}
      <Todo view={view} form={form} number={number} />
      <Signers view={view} number={number} {...card} />
      <Result events={detail.events} />
      <Files files={detail.files} />
      <Timeline events={detail.events} />
      {view.deadline === undefined ? null : <Days deadline={view.deadline} />}
      <Actions allowed={allowedActions(view, 'applicant')} number={number} />
      <Section title="办件编号">
        <Card className="stack">
          <View>
            <Text>{showReceiptNumber(number)}</Text>
          </View>
          <Button text="复制编号" onTap={() => void device.copy(number)} />
          <Button text="拨打 12345" icon="phone" onTap={() => void device.call('12345')} />
        </Card>
      </Section>
    </>
  );
}

export default function CasePage() {
  const number = useParams()['number'] ?? '';
  const { read, again } = useRemote(() => readCase(api, number));
  const card = useCard();
  return (
    <Screen>
      {read === undefined ? <Text className="quiet">正在读取…</Text> : null}
      {read?.ok === true ? <Case detail={read.value} card={card} /> : null}
      {read?.ok === false ? <RemoteFault fault={read.error} onAgain={again} /> : null}
    </Screen>
  );
}
