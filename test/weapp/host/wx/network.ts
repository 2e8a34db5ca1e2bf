import { type Bag, callIfFunction, isRecord, text } from '../values';
import { method, Refusal } from './answer';
import type { Phone } from './phone';

/** wx.request and its sisters: counted, slow as the phone's network, impossible without one. */
export function networkApi(phone: Phone): Bag {
  const { clock, ledger } = phone;
  const send = async (options: Bag): Promise<Bag> => {
    // An upload carries its file; the answer to it comes as text.
    const isUpload = options['filePath'] !== undefined;
    const verb = isUpload ? 'POST' : text(options['method']) || 'GET';
    const url = text(options['url']);
    const offline = phone.network === 'none';
    ledger.requests.push({ at: clock.now(), method: verb, url, outcome: offline ? 'offline' : 'sent' });
    if (offline) throw new Refusal('net::ERR_INTERNET_DISCONNECTED');
    const header = isRecord(options['header']) ? options['header'] : {};
    const reply = await phone.server({
      method: verb,
      url,
      data: isUpload ? fileOf(options) : options['data'],
      header,
    });
    if (reply === undefined) throw new Refusal('net::ERR_CONNECTION_REFUSED');
    const data = isUpload ? JSON.stringify(reply.data) : reply.data;
    return { data, statusCode: reply.statusCode, header: reply.header ?? {}, cookies: [] };
  };
  const task = (name: string) => {
    const start = method(clock, name, send, () => phone.latency);
    return (options: unknown) => {
      let aborted = false;
      const guarded = isRecord(options) ? guard(options, () => aborted) : {};
      const answer = start(guarded);
      return Object.assign(answer, {
        abort: () => {
          aborted = true;
          callIfFunction(options, 'fail', { errMsg: `${name}:fail abort` });
        },
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
        onProgressUpdate: () => undefined,
        onChunkReceived: () => undefined,
      });
    };
  };
  return { request: task('request'), uploadFile: task('uploadFile'), downloadFile: task('downloadFile') };
}

const fileOf = ({ filePath, name, formData }: Bag): Bag => ({ filePath, name, formData });

/** After abort() nothing more is answered. */
const guard = (options: Bag, aborted: () => boolean): Bag => ({
  ...options,
  ...Object.fromEntries(
    ['success', 'fail', 'complete'].map((name) => [
      name,
      (value: unknown) => (aborted() ? undefined : callIfFunction(options, name, value)),
    ]),
  ),
});
