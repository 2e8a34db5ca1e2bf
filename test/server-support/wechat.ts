/** A stand-in for WeChat's server API, as its documentation describes it: errors come as `errcode` in a 200 answer. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Wechat {
  readonly base: string;
  /** Codes of wx.login that are good, each once; the value is the openid. */
  readonly codes: Map<string, string>;
  readonly phones: Map<string, string>;
  readonly sent: unknown[];
  /** The next answer of a path, in place of its own: an errcode, or `down`. */
  readonly next: Map<string, number | 'down' | 'garbage'>;
  /** How many tokens were given. */
  tokens: number;
  /** Makes the token that was given invalid, as when another server took a new one. */
  readonly expire: () => void;
  readonly close: () => Promise<void>;
}

export const APP_ID = 'wx0000000000000000';
export const SECRET = 'app-secret-that-must-not-be-logged';

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : JSON.parse(text);
};

export async function startWechat(): Promise<Wechat> {
  let token = '';
  const used = new Set<string>();
  const answers: Record<string, (query: URLSearchParams, body: Record<string, unknown>) => object> = {
    '/sns/jscode2session': (query) => {
      if (query.get('appid') !== APP_ID) return { errcode: 40013, errmsg: 'invalid appid' };
      if (query.get('secret') !== SECRET) return { errcode: 40125, errmsg: 'invalid appsecret' };
      const code = query.get('js_code') ?? '';
      const openid = wechat.codes.get(code);
      if (openid === undefined || query.get('grant_type') !== 'authorization_code')
        return { errcode: 40029, errmsg: 'invalid code' };
      if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
      used.add(code);
      return { openid, session_key: 'c2Vzc2lvbi1rZXk=', unionid: 'u' };
    },
    '/cgi-bin/stable_token': (_query, { appid, secret, grant_type }) => {
      if (appid !== APP_ID || secret !== SECRET || grant_type !== 'client_credential')
        return { errcode: 40125, errmsg: 'invalid appsecret' };
      wechat.tokens += 1;
      token = `token-${wechat.tokens}`;
      return { access_token: token, expires_in: 7200 };
    },
    '/wxa/business/getuserphonenumber': (_query, { code }) => {
      const purePhoneNumber = wechat.phones.get(String(code));
      return purePhoneNumber === undefined
        ? { errcode: 40029, errmsg: 'invalid code' }
        : {
            errcode: 0,
            errmsg: 'ok',
            phone_info: { phoneNumber: purePhoneNumber, purePhoneNumber, countryCode: '86' },
          };
    },
    '/cgi-bin/message/subscribe/send': (_query, body) => {
      wechat.sent.push(body);
      return { errcode: 0, errmsg: 'ok' };
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://local');
      const planned = wechat.next.get(url.pathname);
      wechat.next.delete(url.pathname);
      const body = await bodyOf(request);
      if (planned === 'down') return response.destroy();
      if (planned === 'garbage') return response.end('<html>502</html>');
      const needsToken = url.pathname.startsWith('/wxa/') || url.pathname.includes('/message/');
      const answer =
        planned !== undefined
          ? { errcode: planned, errmsg: 'planned' }
          : needsToken && url.searchParams.get('access_token') !== token
            ? { errcode: 40001, errmsg: 'invalid credential' }
            : (answers[url.pathname]?.(url.searchParams, body) ?? { errcode: 40066, errmsg: 'invalid url' });
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const wechat: Wechat = {
    base: `http://127.0.0.1:${port}`,
    codes: new Map(),
    phones: new Map(),
    sent: [],
    next: new Map(),
    tokens: 0,
    expire: () => (token = 'another server has it'),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return wechat;
}
