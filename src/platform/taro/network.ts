import Taro from '@tarojs/taro';
import type { NetworkPort } from '../ports';

export const taroNetwork: NetworkPort = {
  onReturn: (listener) =>
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) listener();
    }),
};
