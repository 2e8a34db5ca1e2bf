import { Text } from '@tarojs/components';
import type { EntitlementDetail } from '@/contract/entitlements';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Row } from '@/components/row/row';
import { spoken } from '@/components/spoken';
import { derive } from '@/domain/matching/derive';
import { ENTITLEMENT_STATUS_NAMES } from '@/domain/matching/state';
import { isProblem, type ApiFault } from '@/services/api';
import { listEntitlements, readEntitlement } from '@/services/entitlements';
import { faultWords } from '@/services/fault-words';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { go } from '@/shell/ports';
import { useRemote } from '@/shell/remote';
import { Screen } from '@/shell/screen';
import { nowInShanghai } from '@/shell/today';
import { findPolicy } from '../book';
import { One } from './one';
import { moneyWords } from './words';
import '../policy/index.scss';

function Fault({ fault, onAgain }: { readonly fault: ApiFault; readonly onAgain: () => void }) {
  if (isProblem(fault, 'signInNeeded'))
    return (
      <Empty icon="user" title="登录后才能看" text="名单和进度只给本人看。查能领什么不用登录。">
        <Button text="去登录" kind="primary" onTap={() => go('signIn')} />
      </Empty>
    );
  if (isProblem(fault, 'notFound'))
    return (
      <Empty title="没有这项进度" text="链接可能写错了，或不是您本人的。">
        <Button text="看我的全部进度" kind="primary" onTap={() => go('confirm')} />
      </Empty>
    );
  return (
    <Empty icon="offline" title="没能读到" text={faultWords(fault, '进度都还在。')}>
      <Button text="再试一次" kind="primary" onTap={onAgain} />
    </Empty>
  );
}

function rowOf({ id, policy, events }: EntitlementDetail) {
  const view = derive(events, nowInShanghai().date);
  return (
    <Row
      key={id}
      title={findPolicy(policy)?.name ?? policy}
      detail={moneyWords(view)}
      note={ENTITLEMENT_STATUS_NAMES[view.status]}
      onTap={() => go('confirm', { id })}
    />
  );
}

/** All that the server matched to the person. */
function Mine() {
  const { read, again } = useRemote(() => listEntitlements(api));
  const own = read?.ok === true ? read.value.entitlements : [];
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        兑现进度
      </Text>
      {read === undefined ? <Text className="quiet">正在读取…</Text> : null}
      {own.length === 0 ? null : <Card className="card--list">{own.map(rowOf)}</Card>}
      {read?.ok === true && own.length === 0 ? (
        <Empty title="还没有匹配到您的政策" text="名单由部门的数据比对产生。可以自己先看看能领什么。">
          <Button text="看看能领什么" kind="primary" onTap={() => go('benefits')} />
        </Empty>
      ) : null}
      {read?.ok === false ? <Fault fault={read.error} onAgain={again} /> : null}
    </Screen>
  );
}

function Only({ id }: { readonly id: string }) {
  const { read, again, set } = useRemote(() => readEntitlement(api, id));
  if (read?.ok === true) return <One detail={read.value} onChange={set} />;
  return <Screen>{read === undefined ? null : <Fault fault={read.error} onAgain={again} />}</Screen>;
}

export default function ConfirmPage() {
  const { id } = useParams();
  return id === undefined || id === '' ? <Mine /> : <Only id={id} />;
}
