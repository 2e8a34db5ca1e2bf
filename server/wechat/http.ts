/** Calls to WeChat's servers: JSON over https, a limit of time, and errors as `errcode` inside a 200 answer. */
import { err, ok, type Result } from '@/domain/shared/result';

export interface WechatConfig {
  readonly appId: string;
  readonly secret: string;
  /** `https://api.weixin.qq.com`; a stand-in in tests. */
  readonly base: string;
}

export const WECHAT_BASE = 'https://api.weixin.qq.com';

/**
 * `codeInvalid` 40029 and 40163 (used before): sign in again. `frequent` 45011. `blocked` 40226: a high-risk user.
 * `busy` -1: try again. `credentials`: our own id, secret or token is wrong. `refused` 43101: the person takes no message.
 */
export type WechatFault =
  'codeInvalid' | 'frequent' | 'blocked' | 'busy' | 'credentials' | 'refused' | 'unreachable' | 'unexpected';

const FAULTS: ReadonlyMap<number, WechatFault> = new Map([
  [-1, 'busy'],
  [40029, 'codeInvalid'],
  [40163, 'codeInvalid'],
  [40226, 'blocked'],
  [45011, 'frequent'],
  [45009, 'frequent'],
  [40001, 'credentials'],
  [40013, 'credentials'],
  [40125, 'credentials'],
  [40164, 'credentials'],
  [42001, 'credentials'],
  [43101, 'refused'],
]);

const TIMEOUT_MS = 5000;

export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(answer: unknown): Result<Fields, WechatFault> {
  if (!isFields(answer)) return err('unexpected');
  const { errcode } = answer;
  if (errcode === undefined || errcode === 0) return ok(answer);
  return err((typeof errcode === 'number' ? FAULTS.get(errcode) : undefined) ?? 'unexpected');
}

/** Neither the address (it holds the secret) nor the answer (it holds keys) is ever logged. */
export async function callWechat(url: URL, body?: Fields): Promise<Result<Fields, WechatFault>> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      ...(body
        ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {}),
    });
    if (!response.ok) return err('unreachable');
    return read(await response.json());
  } catch {
    return err('unreachable');
  }
}
