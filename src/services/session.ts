/** Signing in: in WeChat without a question, elsewhere as one of the demo people. */
import { paths } from '@/contract/paths';
import type { Session, SignInRequest } from '@/contract/people';
import type { Result } from '@/domain/shared/result';
import type { HttpPort, SignInPort } from '@/platform/ports';
import { createApi, type ApiFault, type ApiResult, type Identity } from './api';
import { parseSession } from './wire';

/** Where the session is kept: encrypted, and read late. */
export interface SessionStore {
  readonly ready: Promise<void>;
  readonly read: () => Session | undefined;
  readonly write: (session: Session) => void;
  readonly clear: () => void;
}

export interface Sessions extends Identity {
  readonly signIn: (request: SignInRequest) => Promise<ApiResult<Session>>;
  /** Signs in through WeChat; the fault tells why that could not be. */
  readonly throughWechat: () => Promise<Result<Session, ApiFault | 'noWechat'>>;
  /** Forgets the session here and tells the server. */
  readonly signOut: () => Promise<void>;
}

/** Ended a minute early: the request would arrive too late. */
const MARGIN_MS = 60_000;

const NO_SESSION: ApiFault = { kind: 'problem', code: 'signInNeeded', status: 401, detail: '', body: {} };

const NOBODY: Identity = {
  token: () => undefined,
  renew: async () => NO_SESSION,
  forget: () => undefined,
};

export function createSessions(
  ports: { readonly http: HttpPort; readonly signIn: SignInPort; readonly now: () => number },
  store: SessionStore,
): Sessions {
  const api = createApi(ports.http, NOBODY);
  const token = (): string | undefined => {
    const session = store.read();
    return session !== undefined && session.expiresAt - MARGIN_MS > ports.now() ? session.token : undefined;
  };
  const signIn = async (request: SignInRequest): Promise<ApiResult<Session>> => {
    const signed = await api.open({ method: 'POST', path: paths.session, body: request }, parseSession);
    if (signed.ok) store.write(signed.value);
    return signed;
  };
  const throughWechat: Sessions['throughWechat'] = async () => {
    const code = await ports.signIn.code();
    return code.ok ? signIn({ provider: 'wechat', code: code.value }) : { ok: false, error: 'noWechat' };
  };
  // Requests that find the session ended at the same time sign in once together.
  let renewing: Promise<ApiFault | undefined> | undefined;
  const renew = async (): Promise<ApiFault | undefined> => {
    await store.ready;
    if (token() !== undefined) return undefined;
    renewing ??= throughWechat()
      .then((signed) => {
        if (signed.ok) return undefined;
        return signed.error === 'noWechat' ? NO_SESSION : signed.error;
      })
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };
  return {
    token,
    renew,
    forget: store.clear,
    signIn,
    throughWechat,
    signOut: async () => {
      const known = token();
      store.clear();
      const headers = { authorization: `Bearer ${known ?? ''}` };
      if (known !== undefined) await api.open({ method: 'DELETE', path: paths.session, headers }, () => true);
    },
  };
}
