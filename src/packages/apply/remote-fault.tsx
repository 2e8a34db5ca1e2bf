import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { isProblem, type ApiFault } from '@/services/api';
import { faultWords } from '@/services/fault-words';
import { go } from '@/shell/ports';

/** Nothing could be read: why, and the one thing to do. */
export function RemoteFault({ fault, onAgain }: { readonly fault: ApiFault; readonly onAgain: () => void }) {
  if (isProblem(fault, 'signInNeeded'))
    return (
      <Empty icon="user" title="登录后才能看" text="办件只给本人看。">
        <Button text="去登录" kind="primary" onTap={() => go('signIn')} />
      </Empty>
    );
  if (isProblem(fault, 'notFound'))
    return (
      <Empty title="没有这个办件" text="编号可能写错了，或不是您本人的办件。">
        <Button text="看我的办件" kind="primary" onTap={() => go('cases')} />
      </Empty>
    );
  return (
    <Empty icon="offline" title="没能读到" text={faultWords(fault, '办件都还在。')}>
      <Button text="再试一次" kind="primary" onTap={onAgain} />
    </Empty>
  );
}
