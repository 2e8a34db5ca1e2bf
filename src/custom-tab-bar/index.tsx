import { getCurrentInstance } from '@tarojs/taro';
import { useStore } from 'zustand';
import { TabBar } from '@/components/tab-bar/tab-bar';
import { tabs } from '@/routes';
import { selectTab } from '@/shell/screen';
import { preferences } from '@/shell/stores';
import { tabItems } from '@/shell/tab-items';

/** Each tab page has a bar of its own in WeChat, so the bar's tab is the page it was made for. */
export default function CustomTabBar() {
  const elder = useStore(preferences.store, (state) => state.elder);
  const path = getCurrentInstance().router?.path ?? '';
  const current = tabItems.find(({ id }) => path.includes(tabs[id]))?.id ?? 'home';
  return <TabBar items={tabItems} current={current} elder={elder} onSelect={selectTab} />;
}

/** Taro writes an empty object where WeChat documents lists. */
Object.assign(CustomTabBar, { externalClasses: [], behaviors: [] });
