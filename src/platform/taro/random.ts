import Taro from '@tarojs/taro';
import type { RandomPort } from '../ports';

const BYTES = 16;
const onWeb = process.env.TARO_ENV === 'h5';

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** WeChat has no `crypto`; its own generator answers late (基础库 2.19.3). */
async function wechatBytes(): Promise<Uint8Array> {
  const { randomValues } = await Taro.getRandomValues({ length: BYTES });
  return new Uint8Array(randomValues);
}

export const taroRandom: RandomPort = {
  key: async () => hex(onWeb ? crypto.getRandomValues(new Uint8Array(BYTES)) : await wechatBytes()),
};
