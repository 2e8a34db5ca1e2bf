import type { Session } from '@/contract/people';
import { memoryHttp, type MemoryServer } from '@/platform/memory/http';
import { createApi } from './api';
import { createSessions, type SessionStore } from './session';

const NOW = 1_000_000_000;
const person = { name: '李明', maskedIdNo: '2***X', realName: true };

function memoryStore(initial?: Session): SessionStore {
  let session = initial;
  return {
    ready: Promise.resolve(),
    read: () => session,
    write: (next) => void (session = next),
    clear: () => void (session = undefined),
  };
}

/** Takes the newest token only; the others have ended. */
function world(initial?: Session, code: 'given' | 'none' = 'given') {
  const asked: string[] = [];
  let valid = 0;
  const knobs = { down: false, wechat: true, full: false };
  const server: MemoryServer = ({ method, path, headers }) => {
    asked.push(`${method} ${path}`);
    if (knobs.down) return 'offline';
    if (knobs.full) return { status: 503, body: { code: 'busy' }, retryAfter: 3 };
    if (path === '/api/session') {
      if (!knobs.wechat) return { status: 502, body: { code: 'providerFailed' } };
      valid += 1;
      return { status: 200, body: { token: `t${valid}`, expiresAt: NOW + 3_600_000, person } };
    }
    return headers?.['authorization'] === `Bearer t${valid}`
      ? { status: 200, body: path }
      : { status: 401, body: { code: 'signInNeeded' } };
  };
  const http = memoryHttp(server);
  const signIn = {
    code: async () =>
      code === 'given' ? ({ ok: true, value: 'c' } as const) : ({ ok: false, error: 'failed' } as const),
  };
  const store = memoryStore(initial);
  const sessions = createSessions({ http, signIn, now: () => NOW }, store);
  const api = createApi(http, sessions);
  const call = () => api.call({ method: 'GET', path: '/x' }, (body) => body);
  return { asked, knobs, store, sessions, api, call };
}

const ended: Session = { token: 'old', expiresAt: NOW + 3_600_000, person };

it('signs in by itself when nobody is, and asks then', async () => {
  const { call, asked } = world();
  expect(await call()).toEqual({ ok: true, value: '/x' });
  expect(asked).toEqual(['POST /api/session', 'GET /x']);
});

it('renews a session that the server ended, and asks once more', async () => {
  const { call, asked, store } = world(ended);
  expect(await call()).toEqual({ ok: true, value: '/x' });
  expect([asked, store.read()?.token]).toEqual([['GET /x', 'POST /api/session', 'GET /x'], 't1']);
});

it('does not use a session that is about to end', async () => {
  const { call, asked } = world({ ...ended, expiresAt: NOW + 30_000 });
  await call();
  expect(asked[0]).toBe('POST /api/session');
});

it('signs in once for requests that find the session ended together', async () => {
  const { call, asked } = world();
  await Promise.all([call(), call(), call()]);
  expect(asked.filter((each) => each === 'POST /api/session')).toHaveLength(1);
});

describe('when it cannot sign in', () => {
  it('says that the network is missing, not the session', async () => {
    const { call, knobs } = world();
    knobs.down = true;
    expect(await call()).toEqual({ ok: false, error: { kind: 'network', fault: 'offline' } });
  });

  it('says that the server is full and when to come back', async () => {
    const { call, knobs } = world();
    knobs.full = true;
    expect(await call()).toMatchObject({ ok: false, error: { code: 'busy', retryAfter: 3 } });
  });

  it.each([
    ['no WeChat is there', 'none', true],
    ['the server has no WeChat', 'given', false],
  ] as const)('asks the person when %s', async (_, code, wechat) => {
    const { call, knobs } = world(undefined, code);
    knobs.wechat = wechat;
    expect(await call()).toMatchObject({ ok: false, error: { kind: 'problem', code: 'signInNeeded' } });
  });
});

it('signs out here even when the server is not there', async () => {
  const { sessions, store, knobs } = world(ended);
  knobs.down = true;
  await sessions.signOut();
  expect(store.read()).toBeUndefined();
});

it.each([
  [{ status: 200, body: undefined }, 'unreadable'],
  [{ status: 500, body: '<html>' }, 'unreadable'],
  [{ status: 426, body: { code: 'clientTooOld', detail: '请更新' } }, 'problem'],
  [{ status: 418, body: { code: 'teapot' } }, 'unreadable'],
] as const)('reads %p as %s', async (reply, kind) => {
  const api = createApi(
    memoryHttp(() => reply),
    world().sessions,
  );
  expect(await api.open({ method: 'GET', path: '/x' }, (body) => body)).toMatchObject({
    ok: false,
    error: { kind },
  });
});
