import Taro from '@tarojs/taro';
import { err, ok } from '@/domain/shared/result';
import type { SignInPort } from '../ports';

const onWeapp = process.env.TARO_ENV === 'weapp';

export const taroSignIn: SignInPort = {
  code: async () => {
    if (!onWeapp) return err('failed');
    try {
      const { code } = await Taro.login();
      return code === '' ? err('failed') : ok(code);
    } catch {
      return err('failed');
    }
  },
};
