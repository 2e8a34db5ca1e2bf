import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';

export function NoForm() {
  return (
    <Screen>
      <Empty title="这件事还不能在这里办" text="链接可能写错了。可以看办事指南，或拨 12345。">
        <Button text="去找要办的事" kind="primary" onTap={() => go('services')} />
      </Empty>
    </Screen>
  );
}

/** Nothing is being filled in: it was handed in or wiped, perhaps on this very phone a moment ago. */
export function NoDraft({ form }: { readonly form: string }) {
  return (
    <Screen>
      <Empty icon="check" title="这份表已经交了，或者清除了" text="交了的在“我的办件”里看进度。">
        <Button text="看我的办件" kind="primary" onTap={() => go('cases')} />
        <Button text="重新办一件" onTap={() => go('apply', { id: form })} />
      </Empty>
    </Screen>
  );
}
