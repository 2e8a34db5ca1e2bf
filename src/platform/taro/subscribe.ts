import Taro from '@tarojs/taro';
import { err, ok } from '@/domain/shared/result';
import type { SubscribePort } from '../ports';

const onWeapp = process.env.TARO_ENV === 'weapp';

/** Taro's type wants ids of Alipay too; WeChat has no such thing. */
const askWechat = (tmplIds: string[]): Promise<object> =>
  Taro.requestSubscribeMessage({ tmplIds, entityIds: [] });

const isAccepted = (answer: object, template: string): boolean => Reflect.get(answer, template) === 'accept';

export const taroSubscribe: SubscribePort = {
  ask: async (templates) => {
    if (!onWeapp || templates.length === 0) return err('denied');
    try {
      const answer = await askWechat([...templates]);
      return ok(templates.filter((template) => isAccepted(answer, template)));
    } catch {
      // 20004: the person switched all of them off.
      return err('denied');
    }
  },
};
