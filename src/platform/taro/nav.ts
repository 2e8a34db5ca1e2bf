import Taro from '@tarojs/taro';
import type { NavPort, RouteParams } from '../ports';

function urlOf(path: string, params: RouteParams = {}): string {
  const pairs = Object.entries(params).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** WeChat keeps ten pages open and refuses the eleventh. */
const STACK_LIMIT = 10;

export function taroNav(home: string, onFailure: () => void): NavPort {
  const settle = (opening: Promise<unknown>): void => {
    opening.catch(onFailure);
  };
  const replace = (path: string, params?: RouteParams): void =>
    settle(Taro.redirectTo({ url: urlOf(path, params) }));
  return {
    open: (path, params) =>
      Taro.getCurrentPages().length >= STACK_LIMIT
        ? replace(path, params)
        : settle(Taro.navigateTo({ url: urlOf(path, params) })),
    replace,
    toTab: (path) => settle(Taro.switchTab({ url: `/${path}` })),
    back: () =>
      settle(Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: `/${home}` })),
  };
}
