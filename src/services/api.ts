/** Requests to the server by the contract: its version with each, problems as codes, a session renewed once when it ended. */
import { CONTRACT_HEADER, CONTRACT_VERSION } from '@/contract/paths';
import { problemCodes, type ProblemCode } from '@/contract/problem';
import { isRecord } from '@/domain/form/kinds/kind';
import { err, ok, type Result } from '@/domain/shared/result';
import type { HttpFault, HttpPort, HttpReply, HttpRequest, PickedFile } from '@/platform/ports';

export type ApiFault =
  /** Whether the server got it is not known. */
  | { readonly kind: 'network'; readonly fault: HttpFault }
  | {
      readonly kind: 'problem';
      readonly code: ProblemCode;
      readonly status: number;
      /** The server's own sentence, in Chinese. */
      readonly detail: string;
      readonly body: Readonly<Record<string, unknown>>;
      /** Seconds, where the server says when it is worth asking again. */
      readonly retryAfter?: number;
    }
  /** Something answered that is not our server, or is newer than this program. */
  | { readonly kind: 'unreadable' };

export type ApiResult<T> = Result<T, ApiFault>;

/** Who is asking. `renew` signs in anew without a question to the person; a fault where that cannot be done. */
export interface Identity {
  readonly token: () => string | undefined;
  readonly renew: () => Promise<ApiFault | undefined>;
  readonly forget: () => void;
}

export type Parse<T> = (body: unknown) => T | undefined;

export interface Api {
  readonly open: <T>(request: HttpRequest, parse: Parse<T>) => Promise<ApiResult<T>>;
  /** As the person signed in. */
  readonly call: <T>(request: HttpRequest, parse: Parse<T>) => Promise<ApiResult<T>>;
  readonly upload: <T>(
    path: string,
    file: PickedFile,
    onProgress: (percent: number) => void,
    parse: Parse<T>,
  ) => Promise<ApiResult<T>>;
}

const isCode = (code: unknown): code is ProblemCode => problemCodes.some((known) => known === code);

function problemOf({ status, body, retryAfter }: HttpReply): ApiFault {
  if (!isRecord(body) || !isCode(body['code'])) return { kind: 'unreadable' };
  const { code, detail } = body;
  return {
    kind: 'problem',
    code,
    status,
    detail: typeof detail === 'string' ? detail : '',
    body,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function readReply<T>(reply: Result<HttpReply, HttpFault>, parse: Parse<T>): ApiResult<T> {
  if (!reply.ok) return err({ kind: 'network', fault: reply.error });
  const { status, body } = reply.value;
  if (status < 200 || status >= 300) return err(problemOf(reply.value));
  const value = parse(body);
  return value === undefined ? err({ kind: 'unreadable' }) : ok(value);
}

export const isProblem = (fault: ApiFault, code: ProblemCode): boolean =>
  fault.kind === 'problem' && fault.code === code;

/** Refused for now, whatever was asked. */
const isPutOff = (fault: ApiFault): boolean => isProblem(fault, 'busy') || isProblem(fault, 'tooMany');

const SIGN_IN_NEEDED: ApiFault = { kind: 'problem', code: 'signInNeeded', status: 401, detail: '', body: {} };

const VERSION = { [CONTRACT_HEADER]: String(CONTRACT_VERSION) };

export function createApi(http: HttpPort, identity: Identity): Api {
  type Send = (headers: Readonly<Record<string, string>>) => Promise<Result<HttpReply, HttpFault>>;
  const attempt = async <T>(send: Send, parse: Parse<T>, token: string): Promise<ApiResult<T>> =>
    readReply(await send({ ...VERSION, authorization: `Bearer ${token}` }), parse);
  const asPerson = async <T>(send: Send, parse: Parse<T>): Promise<ApiResult<T>> => {
    const known = identity.token();
    const first = known === undefined ? err(SIGN_IN_NEEDED) : await attempt(send, parse, known);
    if (first.ok || !isProblem(first.error, 'signInNeeded')) return first;
    if (known !== undefined) identity.forget();
    const fault = await identity.renew();
    // Without a network, or with a server that is full, nobody has to sign in: that is not what is missing.
    if (fault !== undefined) return fault.kind === 'problem' && !isPutOff(fault) ? first : err(fault);
    const renewed = identity.token();
    return renewed === undefined ? first : attempt(send, parse, renewed);
  };
  return {
    open: async (request, parse) =>
      readReply(await http.send({ ...request, headers: { ...request.headers, ...VERSION } }), parse),
    call: (request, parse) =>
      asPerson((headers) => http.send({ ...request, headers: { ...request.headers, ...headers } }), parse),
    upload: (path, file, onProgress, parse) =>
      asPerson((headers) => http.upload({ path, headers, file, onProgress }), parse),
  };
}
