import Taro from '@tarojs/taro';
import { err, ok } from '@/domain/shared/result';
import type { StorageFault, StoragePort } from '../ports';
import { messageOf } from './message';

/** WeChat and browsers word a full storage differently; both are told by their message. */
export const storageFaultOf = (error: unknown): StorageFault =>
  /exceed|quota|size/i.test(messageOf(error)) ? 'full' : 'unavailable';

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
      return err(storageFaultOf(error));
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
