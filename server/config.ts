/** What the environment chooses: WeChat, where files are, who is asked for shared data. */
import { join } from 'node:path';
import { err, ok, type Result } from '@/domain/shared/result';
import type { CertificatePorts } from './certificate/port';
import { sfCourier } from './courier/sf';
import { sfPlace } from './courier/sf-place';
import { DEMO_COURIER, DEMO_NOTICES } from './demo/courier';
import { DEMO_PROVIDERS } from './demo/people';
import { clamav, clamavPlace } from './files/clamav';
import { localFiles } from './files/local';
import type { FileStore } from './files/port';
import type { Scanner } from './files/scanner';
import { s3Files } from './files/s3';
import { NO_PROVIDERS, type Providers } from './identity/sources';
import { smtpNotices } from './mail/notices';
import { mailPlace } from './mail/place';
import type { Env, Mode } from './mode';
import { LIMITS, type Limits } from './service';
import { wechatClient, type WechatClient } from './wechat/client';
import { WECHAT_BASE } from './wechat/http';

export function wechatFrom(
  { WECHAT_APPID, WECHAT_SECRET, WECHAT_BASE: base }: Env,
  now: () => number,
): WechatClient | undefined {
  if (!WECHAT_APPID || !WECHAT_SECRET) return undefined;
  return wechatClient({ appId: WECHAT_APPID, secret: WECHAT_SECRET, base: base ?? WECHAT_BASE }, now);
}

/** No scanner when CLAMAV is not set; a wrong one is said, never left out. */
export function scannerFrom({ CLAMAV = '' }: Env): Result<Scanner | undefined, string> {
  if (CLAMAV === '') return ok(undefined);
  const place = clamavPlace(CLAMAV);
  return place.ok ? ok(clamav(place.value)) : place;
}

/** A server with more processors or a faster database may take more in hand. */
export function limitsFrom({ MAX_IN_HAND = '' }: Env): Result<Limits, string> {
  if (MAX_IN_HAND === '') return ok(LIMITS);
  return /^[1-9]\d{0,4}$/.test(MAX_IN_HAND)
    ? ok({ ...LIMITS, inHand: Number(MAX_IN_HAND) })
    : err(`MAX_IN_HAND is a number of requests from 1 to 99999, not ${MAX_IN_HAND}.`);
}

/** Nothing is connected in production until a provider is written for what the district has. */
export const providersFor = (mode: Mode): Providers => (mode === 'demo' ? DEMO_PROVIDERS : NO_PROVIDERS);

/**
 * Neither has to be there: certificates on paper are then fetched at the window, and intermediaries are not written to. A
 * demo sends nothing to anybody, whatever is set.
 */
export function certificatePorts(env: Env, mode: Mode, now: () => number): Result<CertificatePorts, string> {
  const mail = mailPlace(env);
  if (!mail.ok) return mail;
  const parcels = sfPlace(env);
  if (!parcels.ok) return parcels;
  if (mode === 'demo') return ok({ courier: DEMO_COURIER, notices: DEMO_NOTICES });
  return ok({
    ...(parcels.value ? { courier: sfCourier(parcels.value) } : {}),
    ...(mail.value ? { notices: smtpNotices(mail.value, now) } : {}),
  });
}

const S3 = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;

/** The bucket when all of it is given; half of it is a mistake that would put files where nobody looks for them. */
export function filesFrom(env: Env, folder: string, now: () => number): Result<FileStore, string> {
  const [endpoint = '', region = '', bucket = '', accessKey = '', secretKey = ''] = S3.map(
    (name) => env[name] ?? '',
  );
  const given = S3.filter((name) => (env[name] ?? '') !== '');
  if (given.length === 0) return ok(localFiles(join(folder, 'files')));
  const missing = S3.find((name) => !given.includes(name));
  return missing
    ? err(`Files go to a bucket only with all of ${S3.join(', ')}; ${missing} is missing.`)
    : ok(s3Files({ endpoint, region, bucket, accessKey, secretKey }, now));
}
