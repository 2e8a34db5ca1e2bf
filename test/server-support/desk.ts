/** A member of staff at the console: pages as text, forms filled in by their fields, as a browser would send them. */
import type { LightMyRequestResponse } from 'fastify';
import { DEMO_PASSWORD, DEMO_STAFF } from '../../server/demo/staff';
import { addStaff, secretOf, type Grant } from '../../server/staff/accounts';
import { codeFor, stepAt } from '../../server/staff/totp';
import type { Api } from './api';

export interface Desk {
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  /** Sends the form of that address on the page given, with these fields over its own. */
  readonly submit: (page: string, action: string, fields?: Fields) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, fields: Fields) => Promise<LightMyRequestResponse>;
  readonly cookie: string;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#13;': '\r',
};

/** What a browser makes of escaped text. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|#13);/g, (one) => ENTITIES[one] ?? one);

export const encode = (fields: Fields): string => {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) all.append(name, one);
  return all.toString();
};

/** Hidden fields of the first form with that address. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const start = html.indexOf(`action="${action}"`);
  if (start < 0) throw new Error(`no form ${action}`);
  const form = html.slice(start, html.indexOf('</form>', start));
  const inputs = [...form.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g)];
  return Object.fromEntries(
    inputs.map(([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)]),
  );
}

export async function seedStaff({ service, clock }: Api): Promise<void> {
  for (const { login, name, grants } of DEMO_STAFF)
    await addStaff(service.store, { login, name, password: DEMO_PASSWORD, grants }, clock.now);
}

export const addDesk = async (
  { service, clock }: Api,
  login: string,
  grants: readonly Grant[],
): Promise<void> => {
  await addStaff(service.store, { login, name: login, password: DEMO_PASSWORD, grants }, clock.now);
};

export async function codeOf({ service, clock }: Api, login: string): Promise<string> {
  const secret = await secretOf(service.store, login);
  if (!secret) throw new Error(`no account ${login}`);
  return codeFor(secret, stepAt(clock.now));
}

export const tryLogin = (
  api: Api,
  login: string,
  password: string,
  code: string,
): Promise<LightMyRequestResponse> =>
  api.app.inject({
    method: 'POST',
    url: '/console/login',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: encode({ login, password, code }),
  });

export const cookieIn = (response: LightMyRequestResponse): string =>
  /jinpu_staff=[^;]+/.exec(String(response.headers['set-cookie']))?.[0] ?? '';

/** Signs in, in the next half minute: a code is good once. */
export async function openDesk(api: Api, login: string): Promise<Desk> {
  api.clock.now += 30_000;
  const signed = await tryLogin(api, login, DEMO_PASSWORD, await codeOf(api, login));
  const cookie = cookieIn(signed);
  if (signed.statusCode !== 303 || cookie === '')
    throw new Error(`no session for ${login}: ${signed.statusCode}`);
  const get: Desk['get'] = (path) => api.app.inject({ method: 'GET', url: path, headers: { cookie } });
  const post: Desk['post'] = (path, fields) =>
    api.app.inject({
      method: 'POST',
      url: path,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: encode(fields),
    });
  return {
    get,
    post,
    cookie,
    submit: (page, action, fields = {}) => post(action, { ...hiddenFields(page, action), ...fields }),
  };
}

/** Everyone who has not signed does so at the window. */
export async function signAtWindow(desk: Desk, number: string): Promise<void> {
  const { body } = await desk.get(`/console/cases/${number}`);
  for (const [, action = ''] of body.matchAll(/action="(\/console\/signatures\/[^"]+)"/g))
    await desk.submit(body, action);
}

/** Of a page: what may be copied from it as text. */
export const textOf = (html: string): string =>
  unescapeHtml(
    html
      .slice(html.indexOf('<body'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  );
