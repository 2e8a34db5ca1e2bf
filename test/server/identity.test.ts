import { paths } from '@/contract/paths';
import { readChain } from '../../server/audit/chain';
import { LIFETIME, tokenDigest } from '../../server/identity/tokens';
import { personChain } from '../../server/identity/audit';
import { wechatClient } from '../../server/wechat/client';
import { sendWaiting } from '../../server/outbox/worker';
import { openApi, textField, type Api } from '../server-support/api';
import { NOON, submission } from '../server-support/cases';
import { submit } from '../../server/cases/submit';
import { APP_ID, SECRET, startWechat, type Wechat } from '../server-support/wechat';

jest.setTimeout(60_000);

describe('signing in through WeChat', () => {
  let wechat: Wechat;
  let api: Api;

  beforeAll(async () => {
    wechat = await startWechat();
    const client = wechatClient({ appId: APP_ID, secret: SECRET, base: wechat.base }, () => NOON);
    api = await openApi({ wechat: client });
  });
  afterAll(async () => {
    await api.close();
    await wechat.close();
  });

  const signIn = (code: string) => api.call('POST', paths.session, { body: { provider: 'wechat', code } });

  it('gives a session for a code, and the same person for the same openid', async () => {
    wechat.codes.set('one', 'openid-a').set('two', 'openid-a').set('three', 'openid-b');
    const [a, again, b] = [await signIn('one'), await signIn('two'), await signIn('three')];
    expect([a, again, b].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(a.json()).toMatchObject({ person: { name: '', realName: false } });
    const subjects = await Promise.all(
      [a, again, b].map(async (one) => {
        const { subject } = await api.database.db
          .selectFrom('sessions')
          .select('subject')
          .where('token_digest', '=', tokenDigest(textField(one, 'token')))
          .executeTakeFirstOrThrow();
        return subject;
      }),
    );
    expect(new Set(subjects).size).toBe(2);
    expect(subjects[0]).toBe(subjects[1]);
  });

  it.each([
    [40029, 401, 'signInNeeded'],
    [40163, 401, 'signInNeeded'],
    [45011, 429, 'tooMany'],
    [40226, 403, 'forbidden'],
    [-1, 503, 'busy'],
    [40013, 502, 'providerFailed'],
    [40125, 502, 'providerFailed'],
    [99999, 502, 'providerFailed'],
    ['down', 502, 'providerFailed'],
    ['garbage', 502, 'providerFailed'],
  ] as const)('answers errcode %s with %i %s', async (errcode, status, code) => {
    wechat.next.set('/sns/jscode2session', errcode);
    const response = await signIn('x');
    expect([response.statusCode, textField(response, 'code')]).toEqual([status, code]);
    if (status === 429 || status === 503) expect(response.headers['retry-after']).toBeDefined();
  });

  it('takes a code once', async () => {
    wechat.codes.set('once', 'openid-c');
    expect((await signIn('once')).statusCode).toBe(200);
    expect((await signIn('once')).statusCode).toBe(401);
    expect((await signIn('made up')).statusCode).toBe(401);
  });

  it('binds the phone number, with a new token when WeChat wants one', async () => {
    wechat.codes.set('phone', 'openid-d');
    wechat.phones.set('p1', '13812345678').set('p2', '13812345679');
    const token = textField(await signIn('phone'), 'token');
    const bind = (code: string) => api.call('POST', paths.phone, { token, body: { code } });
    expect((await bind('p1')).json()).toEqual({ maskedMobile: '138****5678' });
    const given = wechat.tokens;
    wechat.expire();
    expect((await bind('p2')).json()).toEqual({ maskedMobile: '138****5679' });
    expect(wechat.tokens).toBe(given + 1);
    expect((await bind('p3')).statusCode).toBe(401);
    expect((await api.call('POST', paths.phone, { body: { code: 'p1' } })).statusCode).toBe(401);
  });

  it('sends a message for each consent, again when WeChat was busy, and no more', async () => {
    wechat.codes.set('news', 'openid-e');
    const token = textField(await signIn('news'), 'token');
    const { store } = api.service;
    const { subject: owner } = await store.db
      .selectFrom('sessions')
      .select('subject')
      .where('token_digest', '=', tokenDigest(token))
      .executeTakeFirstOrThrow();
    const agree = () => api.call('POST', paths.subscriptions, { token, body: { templates: ['T1'] } });
    expect((await agree()).statusCode).toBe(204);
    await submit(store, submission({ owner }), NOON);
    await submit(store, submission({ owner }), NOON);
    const client = api.service.wechat;
    const sender = { store, template: 'T1', ...(client ? { wechat: client } : {}) };
    wechat.next.set('/cgi-bin/message/subscribe/send', -1);
    await sendWaiting(sender, NOON);
    await sendWaiting(sender, NOON + 600_000);
    await sendWaiting(sender, NOON + 1_200_000);
    expect(wechat.sent).toHaveLength(1);
    expect(wechat.sent[0]).toMatchObject({ touser: 'openid-e', template_id: 'T1' });
    const inbox = await api.call('GET', paths.inbox, { token });
    expect(inbox.json()).toMatchObject({ messages: [{ read: false }, { read: false }] });
  });

  it('puts no secret and no openid into the log', () => {
    const log = api.log.join('');
    expect(log.length).toBeGreaterThan(1000);
    for (const secret of [SECRET, 'openid-a', '13812345678', 'token-1']) expect(log).not.toContain(secret);
  });
});

describe('sessions', () => {
  let api: Api;

  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());
  beforeEach(() => {
    api.clock.now = NOON;
  });

  const status = async (token: string) => (await api.call('GET', paths.cases, { token })).statusCode;

  it('end when they are signed out, and for that token only', async () => {
    const [one, two] = [await api.signIn(), await api.signIn()];
    expect((await api.call('DELETE', paths.session, { token: one })).statusCode).toBe(204);
    expect([await status(one), await status(two)]).toEqual([401, 200]);
  });

  it('end after a week of silence, or a month', async () => {
    const token = await api.signIn();
    api.clock.now = NOON + LIFETIME.user.idle - 1;
    expect(await status(token)).toBe(200);
    api.clock.now += LIFETIME.user.idle - 1;
    expect(await status(token)).toBe(200);
    api.clock.now += LIFETIME.user.idle;
    expect(await status(token)).toBe(401);
    api.clock.now = NOON + LIFETIME.user.total;
    expect(await status(token)).toBe(401);
  });

  it('are stored as digests only', async () => {
    const token = await api.signIn();
    const rows = await api.database.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each(['', 'x', 'a'.repeat(43), "' or 1=1 --", '\u0000'.padEnd(43, 'a')])('are not %j', async (token) => {
    const headers = { authorization: `Bearer ${encodeURI(token)}` };
    expect((await api.call('GET', paths.cases, { headers })).statusCode).toBe(401);
  });

  it('are for demo people only in a demo', async () => {
    const none = await api.call('POST', paths.session, { body: { provider: 'demo', person: 'nobody' } });
    expect(none.statusCode).toBe(403);
    const production = await openApi({ mode: 'production' });
    const refused = await production.call('POST', paths.session, {
      body: { provider: 'demo', person: 'li' },
    });
    expect(refused.statusCode).toBe(403);
    expect((await production.call('GET', paths.demoPeople)).statusCode).toBe(404);
    await production.close();
  });

  it('leave a trail in the chain of the person', async () => {
    const token = await api.signIn('wang');
    await api.call('GET', '/api/prefill/elderly-allowance', { token });
    await api.call('DELETE', paths.session, { token });
    const { subject } = await api.database.db
      .selectFrom('sessions')
      .select('subject')
      .where('token_digest', '=', tokenDigest(token))
      .executeTakeFirstOrThrow();
    const actions = (await readChain(api.database.db, personChain(subject))).map(({ action }) => action);
    expect(actions[0]).toBe('signedIn');
    expect(actions.at(-1)).toBe('signedOut');
    expect(actions.filter((action) => action === 'pulled').length).toBeGreaterThan(2);
  });
});

describe('prefilled values', () => {
  let api: Api;

  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  const prefill = async (person: string, form = 'elderly-allowance') =>
    api.call('GET', `/api/prefill/${form}`, { token: await api.signIn(person) });

  it('say where they are from, as of when, and where to have them corrected', async () => {
    const { values, failed } = (await prefill('li')).json();
    expect(values).toContainEqual({
      field: 'applicant.name',
      value: '李明',
      source: '实名认证',
      on: '2026-11-01',
      correctAt: '微信实名信息',
    });
    expect(failed).toEqual([]);
  });

  it('name what did not answer, so that it is uploaded', async () => {
    const { failed } = (await prefill('wang')).json();
    expect(failed).toEqual(expect.arrayContaining(['电子户口簿', 'id-card', 'household-book']));
  });

  it.each(['none', 'constructor', '__proto__', '..%2f..'])('are not of a form %s', async (form) => {
    expect((await prefill('li', form)).statusCode).toBe(404);
  });
});
