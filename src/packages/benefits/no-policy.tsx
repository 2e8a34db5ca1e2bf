import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';

export function NoPolicy() {
  return (
    <Screen>
      <Empty title="没有这项政策" text="链接可能写错了。您的回答都还在。">
        <Button text="看看能领什么" kind="primary" onTap={() => go('benefits')} />
      </Empty>
    </Screen>
  );
}
