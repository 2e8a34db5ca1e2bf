import Taro from '@tarojs/taro';
import { err, ok } from '@/domain/shared/result';
import type { HttpFault, HttpPort } from '../ports';
import { messageOf } from './message';

/** encodeURIComponent writes each byte that is no plain letter as %XX. */
const utf8Length = (text: string): number => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length;

const TIMEOUT_MS = 8000;

const faultOf = (error: unknown): HttpFault => {
  const message = messageOf(error);
  if (/timeout/i.test(message)) return 'timeout';
  return /disconnect|offline|network|failed to fetch/i.test(message) ? 'offline' : 'refused';
};

/** What a request carries beside its address: the query of a GET. */
const carried = (path: string): number => utf8Length(path.split('?')[1] ?? '');

/** The only way out of the phone: what it counts is what a person's answers would have to go through. */
export function taroHttp(base: string): HttpPort {
  let requests = 0;
  let sentBytes = 0;
  return {
    get: async (path) => {
      requests += 1;
      sentBytes += carried(path);
      try {
        const { statusCode, data } = await Taro.request<unknown>({
          url: `${base}${path}`,
          method: 'GET',
          timeout: TIMEOUT_MS,
        });
        return ok({ status: statusCode, body: data });
      } catch (error) {
        return err(faultOf(error));
      }
    },
    traffic: () => ({ requests, sentBytes }),
  };
}
