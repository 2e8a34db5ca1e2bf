/**
 * Calls to 丰桥, 顺丰's open platform: a signed form, answered by a JSON text inside JSON.
 *
 * After https://open.sf-express.com/developSupport/976720 (数字签名认证说明), whose example is in the tests, and the common
 * parameters and codes of https://open.sf-express.com/Api/ApiDetails, both read in copies that others keep; 顺丰's own
 * server was not reached.
 */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '@/domain/shared/result';
import type { SfPlace } from './sf-place';

export type SfService = 'EXP_RECE_CREATE_ORDER' | 'EXP_RECE_SEARCH_ORDER_RESP' | 'EXP_RECE_SEARCH_ROUTES';

/** `orderedBefore` 8016: 重复下单. `refused`: it answered, and did not do it. */
export type SfFault = 'unreachable' | 'refused' | 'orderedBefore';

const TIMEOUT_MS = 15_000;

/** As a form writes a value, space as `+`: Java's URLEncoder, by which 顺丰 checks. */
const formEncoded = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2);

export const sfDigest = (data: string, timestamp: string, checkword: string): string =>
  createHash('md5')
    .update(formEncoded(data + timestamp + checkword))
    .digest('base64');

/** A JSON text, or what it would parse to: both are seen. */
const nested = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return undefined;
    }
  }, inner);

const envelope = z.object({ apiResultCode: z.string(), apiResultData: z.unknown() });

const result = nested(
  z.object({
    success: z.union([z.boolean(), z.enum(['true', 'false'])]),
    errorCode: z.string().nullish(),
    msgData: z.unknown(),
  }),
);

const DONE = 'A1000';
const ORDERED_BEFORE = '8016';

function read<T extends z.ZodType>(answer: unknown, shape: T): Result<z.infer<T>, SfFault> {
  const outer = envelope.safeParse(answer);
  if (!outer.success) return err('unreachable');
  if (outer.data.apiResultCode !== DONE) return err('refused');
  const inner = result.safeParse(outer.data.apiResultData);
  if (!inner.success) return err('unreachable');
  const { success, errorCode, msgData } = inner.data;
  if (String(success) !== 'true') return err(errorCode === ORDERED_BEFORE ? 'orderedBefore' : 'refused');
  const data = nested(shape).safeParse(msgData);
  return data.success ? ok(data.data) : err('refused');
}

/** Neither the form nor the answer is ever logged: both hold where a person lives. */
export async function callSf<T extends z.ZodType>(
  { partner, checkword, base }: SfPlace,
  { service, data, at }: { readonly service: SfService; readonly data: object; readonly at: number },
  shape: T,
): Promise<Result<z.infer<T>, SfFault>> {
  const [msgData, timestamp] = [JSON.stringify(data), String(at)];
  try {
    const response = await fetch(base, {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      body: new URLSearchParams({
        partnerID: partner,
        requestID: randomUUID(),
        serviceCode: service,
        timestamp,
        msgDigest: sfDigest(msgData, timestamp, checkword),
        msgData,
      }),
    });
    return response.ok ? read(await response.json(), shape) : err('unreachable');
  } catch {
    return err('unreachable');
  }
}
