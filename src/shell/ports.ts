/** The composition root: the real device behind the ports. Pages take them from here; everything below gets them as arguments. */
import { correctedClock } from '@/platform/clock';
import { taroDevice } from '@/platform/taro/device';
import { taroFiles } from '@/platform/taro/files';
import { taroHttp } from '@/platform/taro/http';
import { taroNav } from '@/platform/taro/nav';
import { taroSecret } from '@/platform/taro/secret';
import { taroStorage } from '@/platform/taro/storage';
import { tabs, isTab, routes, type RouteName, type TabName } from '@/routes';
import type { RouteParams } from '@/platform/ports';

export const storage = taroStorage;
export const secret = taroSecret;
export const device = taroDevice;
export const files = taroFiles;
export const clock = correctedClock(() => Date.now());
export const http = taroHttp(API_BASE);

const nav = taroNav(tabs.home, () => device.toast('没能打开，请检查网络后再试'));

/** Opens a page by its name, tab or not. */
export function go(name: RouteName, params?: RouteParams): void {
  if (isTab(name)) nav.toTab(tabs[name]);
  else nav.open(routes[name], params);
}

/** As `go`, in the place of the page that is open. */
export const replaceWith = (name: Exclude<RouteName, TabName>, params?: RouteParams): void =>
  nav.replace(routes[name], params);

export const goBack = nav.back;
