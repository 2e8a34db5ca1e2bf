import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { TabBar } from '@/components/tab-bar/tab-bar';
import type { TabName } from '@/routes';
import { go } from './ports';
import { PrivacySheet } from './privacy';
import { preferences } from './stores';
import { tabItems } from './tab-items';

export const useElder = (): boolean => useStore(preferences.store, ({ elder }) => elder);

export interface ScreenProps {
  /** The tab this page is, when it is one. */
  readonly tab?: TabName;
  /** The one next step, fixed at the bottom. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

const onWeb = process.env.TARO_ENV === 'h5';

/** The root of every page: colours and sizes of the mode in force, the bar below, the privacy sheet above. */
export function Screen({ tab, bar, children }: ScreenProps) {
  const elder = useElder();
  const shape = tab === undefined ? (bar === undefined ? '' : ' screen--barred') : ' screen--tabbed';
  return (
    <View className={`theme screen${shape}${elder ? ' elder' : ''}`}>
      {children}
      {bar === undefined ? null : <View className="action-bar">{bar}</View>}
      {tab !== undefined && onWeb ? (
        <TabBar items={tabItems} current={tab} elder={elder} onSelect={(id) => selectTab(id)} />
      ) : null}
      <PrivacySheet />
    </View>
  );
}

export function selectTab(id: string): void {
  const item = tabItems.find((each) => each.id === id);
  if (item !== undefined) go(item.id);
}
