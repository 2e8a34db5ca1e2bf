/** Looks after the program itself: keeps its faults, and lets a newer version in when nobody is writing. */
import { taroProgram } from '@/platform/taro/program';
import { routes } from '@/routes';
import { withTrouble } from '@/stores/trouble';
import { uploads } from './online';
import { clock, device } from './ports';
import { troubles } from './stores';

export const watchFaults = (): void =>
  taroProgram.onFault((what, page) =>
    troubles.store.setState((all) => withTrouble(all, { at: clock.now(), page, what }), true),
  );

/** Pages on which a person writes, or waits for what was written. */
const WRITING: ReadonlySet<string> = new Set([
  ...[routes.fill, routes.review, routes.correct, routes.act, routes.rate, routes.report],
  ...[routes.ask, routes.certificateApply, routes.certificateReview],
]);

const isWriting = (): boolean =>
  taroProgram.openPages().some((page) => WRITING.has(page)) || uploads.store.getState().length > 0;

let fetched = false;

/** Asked once; whoever says no gets it with the next cold start, as WeChat does by itself. */
export async function updateIfIdle(): Promise<void> {
  if (!fetched || isWriting()) return;
  fetched = false;
  const agreed = await device.confirm({
    title: '有新版本',
    text: '重新打开就是新的，草稿和没发出的申请都还在。',
    yes: '现在更新',
    no: '下次再说',
  });
  if (agreed && !isWriting()) taroProgram.update();
}

export const watchUpdates = (): void =>
  taroProgram.onUpdate(() => {
    fetched = true;
    void updateIfIdle();
  });
