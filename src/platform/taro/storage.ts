import Taro from '@tarojs/taro';
import { err, ok } from '@/domain/shared/result';
import type { StorageFault, StoragePort } from '../ports';

/** WeChat and browsers word a full storage differently; both are told by their message. */
const faultOf = (error: unknown): StorageFault =>
  /exceed|quota|size/i.test(error instanceof Error ? `${error.name} ${error.message}` : JSON.stringify(error))
    ? 'full'
    : 'unavailable';

export const taroStorage: StoragePort = {
  read: (key) => {
    try {
      const value: unknown = Taro.getStorageSync(key);
      // Both platforms give an empty string for what is not there.
      return value === '' ? undefined : value;
    } catch {
      return undefined;
    }
  },
  write: (key, value) => {
    try {
      Taro.setStorageSync(key, value);
      return ok(undefined);
    } catch (error) {
      return err(faultOf(error));
    }
  },
  remove: (key) => {
    try {
      Taro.removeStorageSync(key);
    } catch {
      // Nothing is there to remove, or storage is out of order: either way nothing is kept.
    }
  },
  keys: () => Taro.getStorageInfoSync().keys,
  usedKilobytes: () => Taro.getStorageInfoSync().currentSize,
};
