import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@/domain/shared/result';
import type { HttpFault, HttpPort, HttpReply, HttpRequest, HttpUpload } from '../ports';
import { messageOf } from './message';

const TIMEOUT_MS = 8000;
/** Ten megabytes over a district's mobile network. */
const UPLOAD_TIMEOUT_MS = 120_000;

const faultOf = (error: unknown): HttpFault => {
  const message = messageOf(error);
  if (/timeout/i.test(message)) return 'timeout';
  return /disconnect|offline|network|failed to fetch/i.test(message) ? 'offline' : 'refused';
};

/** WeChat gives the answer to an upload as text. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** `Retry-After` in seconds; platforms spell names of headers as they like. A date, which our server never sends, is none. */
function retryAfterIn(header: Readonly<Record<string, unknown>> | undefined): { retryAfter?: number } {
  const name = Object.keys(header ?? {}).find((each) => each.toLowerCase() === 'retry-after');
  const seconds = name === undefined ? NaN : Number(header?.[name]);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: seconds } : {};
}

/** encodeURIComponent writes each byte that is no plain letter as %XX. */
const utf8Length = (text: string): number => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length;

/** What a request carries beside its address: its query and its body. */
const carried = (path: string, body: string): number =>
  utf8Length(path.split('?')[1] ?? '') + utf8Length(body);

/** The only way out of the phone: what it counts is what a person's answers would have to go through. */
export function taroHttp(base: string): HttpPort {
  let requests = 0;
  let sentBytes = 0;
  const count = (bytes: number): void => {
    requests += 1;
    sentBytes += bytes;
  };
  const attempt = async (work: () => Promise<HttpReply>): Promise<Result<HttpReply, HttpFault>> => {
    try {
      return ok(await work());
    } catch (error) {
      return err(faultOf(error));
    }
  };
  const send = ({ method, path, headers, body }: HttpRequest): Promise<Result<HttpReply, HttpFault>> => {
    const text = body === undefined ? '' : JSON.stringify(body);
    count(carried(path, text));
    return attempt(async () => {
      const { statusCode, data, header } = await Taro.request<unknown>({
        url: `${base}${path}`,
        method,
        timeout: TIMEOUT_MS,
        ...(headers === undefined ? {} : { header: { 'content-type': 'application/json', ...headers } }),
        ...(body === undefined ? {} : { data: text }),
      });
      return { status: statusCode, body: data, ...retryAfterIn(header) };
    });
  };
  const upload = ({ path, headers, file, onProgress }: HttpUpload): Promise<Result<HttpReply, HttpFault>> => {
    count(file.size);
    return attempt(async () => {
      const task = Taro.uploadFile({
        url: `${base}${path}`,
        filePath: file.path,
        fileName: file.name,
        name: 'file',
        header: headers,
        timeout: UPLOAD_TIMEOUT_MS,
      });
      task.progress(({ progress }) => onProgress(progress));
      const { statusCode, data } = await task;
      return { status: statusCode, body: parsed(data) };
    });
  };
  return {
    get: (path) => send({ method: 'GET', path }),
    send,
    upload,
    traffic: () => ({ requests, sentBytes }),
  };
}
