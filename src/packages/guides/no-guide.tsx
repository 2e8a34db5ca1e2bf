import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';

export function NoGuide() {
  return (
    <Screen>
      <Empty title="没有这份指南" text="链接可能写错了，或这件事已经调整。您收藏和勾选的内容都还在。">
        <Button text="搜一搜" kind="primary" onTap={() => go('search')} />
        <Button text="回首页" onTap={() => go('home')} />
      </Empty>
    </Screen>
  );
}
