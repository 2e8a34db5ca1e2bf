/** WeChat's server API, as far as it is used: sign-in, the phone number, subscription messages. */
import { err, ok, type Result } from '@/domain/shared/result';
import { callWechat, type Fields, type WechatConfig, type WechatFault } from './http';

export interface SubscribeMessage {
  readonly openid: string;
  readonly template: string;
  /** Opened by a tap on the message. */
  readonly page: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface WechatClient {
  /** `wx.login`'s code, good for one use and five minutes. The session key is not kept: nothing here needs it. */
  readonly openidOf: (code: string) => Promise<Result<string, WechatFault>>;
  readonly phoneOf: (code: string) => Promise<Result<string, WechatFault>>;
  readonly send: (message: SubscribeMessage) => Promise<Result<true, WechatFault>>;
}

const textIn = (fields: unknown, key: string): string => {
  const value: unknown = typeof fields === 'object' && fields !== null ? Reflect.get(fields, key) : undefined;
  return typeof value === 'string' ? value : '';
};

const taken = (text: string): Result<string, WechatFault> => (text === '' ? err('unexpected') : ok(text));

/** Renewed before the end that WeChat gave, so that a call in flight does not meet it. */
const EARLY_MS = 300_000;

export function wechatClient({ appId, secret, base }: WechatConfig, now: () => number): WechatClient {
  let token: { readonly value: string; readonly until: number } | undefined;
  let fetching: Promise<Result<string, WechatFault>> | undefined;

  async function fetchToken(): Promise<Result<string, WechatFault>> {
    const answer = await callWechat(new URL('/cgi-bin/stable_token', base), {
      grant_type: 'client_credential',
      appid: appId,
      secret,
    });
    if (!answer.ok) return answer;
    const value = textIn(answer.value, 'access_token');
    const seconds = Number(answer.value['expires_in'] ?? 0);
    if (value === '') return err('unexpected');
    token = { value, until: now() + seconds * 1000 - EARLY_MS };
    return ok(value);
  }

  async function accessToken(): Promise<Result<string, WechatFault>> {
    if (token && token.until > now()) return ok(token.value);
    fetching ??= fetchToken().finally(() => (fetching = undefined));
    return fetching;
  }

  /** Once more with a new token when WeChat says that the old one is no longer good. */
  async function withToken(path: string, body: Fields, again = true): Promise<Result<Fields, WechatFault>> {
    const access = await accessToken();
    if (!access.ok) return access;
    const url = new URL(path, base);
    url.searchParams.set('access_token', access.value);
    const answer = await callWechat(url, body);
    if (answer.ok || answer.error !== 'credentials' || !again) return answer;
    token = undefined;
    return withToken(path, body, false);
  }

  return {
    openidOf: async (code) => {
      const url = new URL('/sns/jscode2session', base);
      url.search = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString();
      const answer = await callWechat(url);
      return answer.ok ? taken(textIn(answer.value, 'openid')) : answer;
    },
    phoneOf: async (code) => {
      const answer = await withToken('/wxa/business/getuserphonenumber', { code });
      return answer.ok ? taken(textIn(answer.value['phone_info'], 'purePhoneNumber')) : answer;
    },
    send: async ({ openid, template, page, data }) => {
      const answer = await withToken('/cgi-bin/message/subscribe/send', {
        touser: openid,
        template_id: template,
        page,
        data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
      });
      return answer.ok ? ok(true) : answer;
    },
  };
}
