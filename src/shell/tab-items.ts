import type { IconName } from '@/components/icon/names';
import type { TabName } from '@/routes';

export const tabItems = [
  { id: 'home', text: '首页', icon: 'home' },
  { id: 'services', text: '办事', icon: 'list' },
  { id: 'mine', text: '我的', icon: 'user' },
] as const satisfies readonly { id: TabName; text: string; icon: IconName }[];
