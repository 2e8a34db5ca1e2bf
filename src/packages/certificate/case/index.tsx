import { Text, View } from '@tarojs/components';
import type { CertificateDetail } from '@/contract/certificate';
import { Card } from '@/components/card/card';
import { Later } from '@/components/later/later';
import { spoken } from '@/components/spoken';
import { isOver } from '@/domain/certificate/actions';
import { showDate } from '@/domain/form/kinds/dates';
import { readCertificate } from '@/services/certificate';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { useRemote } from '@/shell/remote';
import { Screen } from '@/shell/screen';
import { RemoteFault } from '../remote-fault';
import { purposeName } from '../words';
import { Actions, Numbers } from './actions';
import { Board } from './board';
import { Days } from './days';
import { Log } from './log';
import { Matrix } from './matrix';
import { Result } from './result';
import { Todo } from './todo';
import { clockText, sentenceOf } from './words';
import '@/components/fields/fields.scss';
import './index.scss';

/** The number that matters, and why it is so. */
function Left({ clock }: { readonly clock: NonNullable<CertificateDetail['clock']> }) {
  const { left, overdue } = clock;
  const figure = overdue ? '已超时' : `还剩 ${left} 个工作日`;
  return (
    <Card className="left">
      <View className="left__line" {...spoken({ role: 'status', label: figure })}>
        {overdue ? null : <Text className="left__word">还剩</Text>}
        <Text className={`left__number${overdue ? ' left__number--late' : ''}`}>
          {overdue ? '已超时' : left}
        </Text>
        {overdue ? null : <Text className="left__word">个工作日</Text>}
      </View>
      <Text className="left__why">{clockText(clock)}</Text>
    </Card>
  );
}

/** Each part has a box of its own that is always there: what comes or goes in one leaves the others alone. */
function Case({ detail }: { readonly detail: CertificateDetail }) {
  const { clock, main, draft, board } = detail;
  const { period, company, purpose } = draft;
  return (
    <>
      <Text className="lead">
        {company.name}；{purposeName(purpose)}；{showDate(period.start)}到 {showDate(period.end)}
      </Text>
      <Text className="case__sentence" {...spoken({ role: 'heading', level: 1 })}>
        {sentenceOf(detail)}
      </Text>
      <View>{clock === null || isOver(main) ? null : <Left clock={clock} />}</View>
      <View>
        <Todo detail={detail} />
      </View>
      <View>
        <Result detail={detail} />
      </View>
      <Later>{() => (board.length === 0 ? null : <Board detail={detail} />)}</Later>
      <Later turn={2}>{() => <Matrix detail={detail} />}</Later>
      <Later turn={3}>
        {() => (
          <>
            <View>{clock === null ? null : <Days clock={clock} extensions={detail.extensions} />}</View>
            <Log log={detail.log} />
            <Actions detail={detail} />
            <Numbers detail={detail} />
          </>
        )}
      </Later>
    </>
  );
}

export default function CasePage() {
  const number = useParams()['number'] ?? '';
  const { read, again } = useRemote(() => readCertificate(api, number));
  return (
    <Screen>
      {read === undefined ? <Text className="quiet">正在读取…</Text> : null}
      {read?.ok === true ? <Case detail={read.value} /> : null}
      {read?.ok === false ? <RemoteFault fault={read.error} onAgain={again} /> : null}
    </Screen>
  );
}
