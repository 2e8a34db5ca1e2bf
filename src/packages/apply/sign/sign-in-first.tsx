import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { isProblem, type ApiFault } from '@/services/api';
import { faultWords } from '@/services/fault-words';
import { go } from '@/shell/ports';

/** A signature is given by a session of one's own. */
export function SignInFirst({ fault, onAgain }: { readonly fault: ApiFault; readonly onAgain: () => void }) {
  if (isProblem(fault, 'signInNeeded'))
    return (
      <Empty icon="user" title="请先登录" text="签名只能由本人签：先用您自己的账号登录，再回来看内容。">
        <Button text="去登录" kind="primary" onTap={() => go('signIn')} />
      </Empty>
    );
  return (
    <Empty icon="offline" title="没能读到" text={faultWords(fault, '链接还在。')}>
      <Button text="再试一次" kind="primary" onTap={onAgain} />
    </Empty>
  );
}
