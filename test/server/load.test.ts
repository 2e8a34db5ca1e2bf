/** A full server: what it refuses, how it says so, what it still answers, and that what was refused is taken later. */
import fastify from 'fastify';
import { paths } from '@/contract/paths';
import { limitsFrom } from '../../server/config';
import { limitLoad, type Room } from '../../server/load';
import { registerProblems } from '../../server/problem';
import { LIMITS } from '../../server/service';
import { newKey, openApi, type Api } from '../server-support/api';
import { requestFor } from '../server-support/applying';
import { jpeg } from '../server-support/pictures';

jest.setTimeout(60_000);

const ONE: Room = { own: 1, outside: 1 };

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** What is asked of it stays in hand until it is let go. */
function gated(room: Room) {
  const app = fastify();
  registerProblems(app);
  const inHand = limitLoad(app, room);
  const waiting: (() => void)[] = [];
  const wait = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return 'done';
  };
  app.get('/own', wait);
  app.get('/outside', { config: { lane: 'outside' } }, wait);
  app.get('/free', { config: { lane: 'free' } }, async () => 'free');
  const begun = async (count: number): Promise<void> => {
    while (waiting.length < count) await turn();
  };
  return { app, inHand, begun, letGo: () => waiting.splice(0).forEach((go) => go()) };
}

describe('what is in hand', () => {
  it('is as many as there is room for; the rest is refused at once and told when to come back', async () => {
    const { app, inHand, begun, letGo } = gated({ own: 2, outside: 1 });
    const taken = [app.inject('/own'), app.inject('/own')];
    await begun(2);
    const refused = await app.inject('/own');
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'busy']);
    const seconds = Number(refused.headers['retry-after']);
    expect([seconds >= 2, seconds <= 10, Number.isInteger(seconds)]).toEqual([true, true, true]);
    expect(inHand()).toEqual({ own: 2, outside: 0, free: 0 });
    letGo();
    expect((await Promise.all(taken)).map(({ body }) => body)).toEqual(['done', 'done']);
    await turn();
    expect(inHand()).toEqual({ own: 0, outside: 0, free: 0 });
  });

  it('is counted over a turn of the loop: what waits in the sockets meanwhile waits for all of it', async () => {
    const app = fastify();
    registerProblems(app);
    limitLoad(app, { own: 2, outside: 1 });
    app.get('/done-at-once', (_request, reply) => reply.send('done'));
    await app.ready();
    const ask = () => Promise.all([1, 2, 3, 4].map(() => app.inject('/done-at-once')));
    expect((await ask()).map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 503, 503]);
    await turn();
    expect((await app.inject('/done-at-once')).statusCode).toBe(200);
  });

  it('is counted apart where others than we hold it up, and not at all for who watches', async () => {
    const { app, begun, letGo } = gated(ONE);
    const own = app.inject('/own');
    await begun(1);
    const outside = app.inject('/outside');
    await begun(2);
    const codes = await Promise.all(['/own', '/outside', '/free'].map((path) => app.inject(path)));
    expect(codes.map(({ statusCode }) => statusCode)).toEqual([503, 503, 200]);
    letGo();
    expect([(await own).statusCode, (await outside).statusCode]).toEqual([200, 200]);
  });

  it('is given back by what fails and by what is not there', async () => {
    const app = fastify();
    registerProblems(app);
    const inHand = limitLoad(app, ONE);
    app.get('/fails', async () => {
      throw new Error('no');
    });
    for (let i = 0; i < 3; i += 1) {
      expect((await app.inject('/fails')).statusCode).toBe(500);
      await turn();
      expect((await app.inject('/nowhere')).statusCode).toBe(404);
      await turn();
    }
    expect(inHand().own).toBe(0);
  });

  it('stays in hand when the phone gives up: the work goes on', async () => {
    const { app, inHand, begun, letGo } = gated(ONE);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const closed = new Promise<void>((resolve) => {
      app.server.once('connection', (socket) => socket.once('close', () => resolve()));
    });
    const phone = new AbortController();
    const asked = fetch(`${url}/own`, { signal: phone.signal }).catch(() => 'gave up');
    await begun(1);
    phone.abort();
    expect(await asked).toBe('gave up');
    await closed;
    expect(inHand().own).toBe(1);
    expect((await fetch(`${url}/own`)).status).toBe(503);
    letGo();
    while (inHand().own > 0) await turn();
    await app.close();
  });
});

describe('a full server', () => {
  let api: Api;
  let token: string;

  beforeEach(async () => {
    api = await openApi({ limits: { ...LIMITS, inHand: 1 } });
    token = await api.signIn();
  });
  afterEach(() => api.close());

  const until = async (inHand: 0 | 1): Promise<void> => {
    const line = `http_requests_in_hand{lane="own"} ${inHand}\n`;
    while (!(await api.app.inject(paths.metrics)).body.includes(line)) await turn();
  };

  /** Somebody has the one connection of the database, and one list waits for it. */
  async function full() {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const held = api.database.db.connection().execute(async () => gate);
    const list = api.call('GET', paths.cases, { token });
    await until(1);
    return {
      empty: async () => {
        letGo();
        await held;
        expect((await list).statusCode).toBe(200);
        await until(0);
      },
    };
  }

  it('refuses a submission, and takes it once when it is sent again', async () => {
    const body = await requestFor(api, token, 'elderly-allowance');
    const submit = (key: string) => api.call('POST', paths.cases, { token, key, body });
    const key = newKey();
    const { empty } = await full();
    const refused = await submit(key);
    expect([refused.statusCode, refused.headers['content-type'], refused.json().code]).toEqual([
      503,
      expect.stringContaining('application/problem+json'),
      'busy',
    ]);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    await empty();
    const first = await submit(key);
    await until(0);
    const second = await submit(key);
    expect([first.statusCode, second.json()]).toEqual([200, first.json()]);
    await until(0);
    const { cases } = (await api.call('GET', paths.cases, { token })).json();
    expect(cases).toHaveLength(1);
  });

  it('answers who watches it, and takes uploads and sign-ins', async () => {
    const { empty } = await full();
    const taken = [api.app.inject(paths.health), api.upload(token, jpeg()), api.signIn('zhang')];
    expect((await api.call('GET', paths.time)).statusCode).toBe(200);
    expect((await api.call('GET', paths.demoPeople)).statusCode).toBe(503);
    await empty();
    const [health, upload, other] = await Promise.all(taken);
    expect([health, upload].map((one) => typeof one === 'object' && one.statusCode)).toEqual([200, 200]);
    expect(other).toMatch(/\S/);
  });

  it.each(['/console', '/console/login', '/verify'])('tells who opens %s so on a page', async (url) => {
    const { empty } = await full();
    const { statusCode, headers, body } = await api.app.inject(url);
    expect([statusCode, headers['content-type'], body.includes('role="alert"')]).toEqual([
      503,
      'text/html; charset=utf-8',
      true,
    ]);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    await empty();
  });
});

it('has as much room as MAX_IN_HAND says', () => {
  expect(limitsFrom({})).toEqual({ ok: true, value: LIMITS });
  expect(limitsFrom({ MAX_IN_HAND: '80' })).toEqual({ ok: true, value: { ...LIMITS, inHand: 80 } });
  for (const wrong of ['0', '-1', '1.5', 'many', '100000'])
    expect(limitsFrom({ MAX_IN_HAND: wrong })).toEqual({ ok: false, error: expect.stringContaining(wrong) });
});
