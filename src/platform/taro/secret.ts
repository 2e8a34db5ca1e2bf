import Taro from '@tarojs/taro';
import { err, ok } from '@/domain/shared/result';
import type { SecretPort } from '../ports';
import { storageFaultOf } from './storage';

const onWeb = process.env.TARO_ENV === 'h5';

/** `encrypt` (基础库 2.21.3) is asynchronous only: 0.7 MB a key, 7.1 MB in all. Taro's types do not know it yet. */
const encrypted = <T extends object>(options: T): T => Object.assign(options, { encrypt: true });

/** WeChat encrypts with a key of its own, bound to the user and the mini-program. */
const wechatSecret: SecretPort = {
  read: async (key) => {
    try {
      const { data } = await Taro.getStorage<unknown>(encrypted({ key }));
      return data;
    } catch {
      return undefined;
    }
  },
  write: async (key, value) => {
    try {
      await Taro.setStorage(encrypted({ key, data: value }));
      return ok(undefined);
    } catch (error) {
      return err(storageFaultOf(error));
    }
  },
  remove: async (key) => {
    await Taro.removeStorage({ key }).catch(() => undefined);
  },
};

/** A browser has no encrypted store: the tab's own, which ends with it. */
const tabSecret: SecretPort = {
  read: async (key) => {
    try {
      const text = sessionStorage.getItem(key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  },
  write: async (key, value) => {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
      return ok(undefined);
    } catch (error) {
      return err(storageFaultOf(error));
    }
  },
  remove: async (key) => sessionStorage.removeItem(key),
};

export const taroSecret: SecretPort = onWeb ? tabSecret : wechatSecret;
