import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { isProblem, type ApiFault } from '@/services/api';
import { faultWords } from '@/services/fault-words';
import { go } from '@/shell/ports';

/** Nothing could be read: why, and the one thing to do. */
export function RemoteFault({ fault, onAgain }: { readonly fault: ApiFault; readonly onAgain: () => void }) {
  if (isProblem(fault, 'signInNeeded'))
    return (
      <Empty icon="user" title="登录后才能看" text="只给公司自己的人看。有查询码的，不登录也能查到哪一步。">
        <Button text="去登录" kind="primary" onTap={() => go('signIn')} />
        <Button text="凭查询码看" onTap={() => go('certificateLookUp')} />
      </Empty>
    );
  if (isProblem(fault, 'notFound'))
    return (
      <Empty title="没有这一件" text="编号可能写错了，或不是您能代表的公司。">
        <Button text="看我的证明" kind="primary" onTap={() => go('certificates')} />
      </Empty>
    );
  return (
    <Empty icon="offline" title="没能读到" text={faultWords(fault, '办件都还在。')}>
      <Button text="再试一次" kind="primary" onTap={onAgain} />
    </Empty>
  );
}
