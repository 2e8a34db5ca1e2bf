/**
 * The signed text in a certificate's QR: who, what period, what outcome, and a digest of the whole scope. Short enough
 * for a QR; read and verified without a network. One certificate has one text: nothing in it may be written two ways.
 *
 * Bytes, big end first: version 1 · key id (length, ASCII) · day of issue and its serial · credit code · outcome ·
 * period (two days) · SM3 of the scope, first 16 bytes · company name (length, UTF-8) · signature r, s.
 */
import { checkCreditCode } from '../identity/credit-code';
import { fromBase64url, toBase64url } from '../shared/base64url';
import { civilDate, isBefore, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import { utf8Bytes, utf8Text } from '../shared/utf8';
import { certificateNumber, readCertificateNumber } from './numbers';
import type { Period } from './period';
import type { SigningKey } from './reference';

export interface CertificatePayload {
  readonly keyId: string;
  readonly number: string;
  readonly creditCode: string;
  readonly companyName: string;
  readonly outcome: 'issued' | 'partiallyIssued';
  /** Its end is the as-of date. */
  readonly period: Period;
  /** First 32 hexadecimal digits of the SM3 of all that the paper says is covered. */
  readonly scope: string;
}

export type PayloadFault =
  /** Not such a text, or not whole. */
  | 'shape'
  /** Of a later version of this program. */
  | 'version'
  | 'contents'
  | 'unknownKey'
  | 'signature';

export const PAYLOAD_MESSAGES: Readonly<Record<PayloadFault, string>> = {
  shape: '这不是上市无违规证明的二维码，或没有扫全。',
  version: '这个二维码的版本较新，请更新小程序后再扫。',
  contents: '二维码里的内容不合规则，多半被改过。',
  unknownKey: '签名用的密钥不是本平台公布的，不能认。',
  signature: '签名不对：内容被改过，或不是本平台出具的。',
};

/** Tells whether `signature` (r, s) of `message` was made with the private half of `publicKey`. */
export type SignatureVerifier = (publicKey: string, message: Uint8Array, signature: Uint8Array) => boolean;

const VERSION = 1;
export const SIGNATURE_BYTES = 64;
const SCOPE_BYTES = 16;
const CREDIT_CODE = 18;
const OUTCOMES: readonly CertificatePayload['outcome'][] = ['issued', 'partiallyIssued'];

const big = (value: number, width: number): readonly number[] =>
  Array.from({ length: width }, (_, i) => Math.floor(value / 256 ** (width - 1 - i)) % 256);

const dayBytes = ({ year, month, day }: CivilDate): readonly number[] => [...big(year, 2), month, day];

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

const hexBytes = (hex: string): readonly number[] =>
  (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));

const hexText = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is signed. Facts that a case does not let through are a bug and throw. */
export function payloadBytes(payload: CertificatePayload): Uint8Array {
  const { keyId, creditCode, companyName, outcome, period, scope } = payload;
  const number = readCertificateNumber(payload.number);
  if (!number.ok) throw new Error(`not a certificate number: ${payload.number}`);
  const name = utf8Bytes(companyName);
  const bytes = Uint8Array.from([
    VERSION,
    keyId.length,
    ...ascii(keyId),
    ...dayBytes(number.value.issuedOn),
    ...big(number.value.serial, 2),
    ...ascii(creditCode),
    OUTCOMES.indexOf(outcome),
    ...dayBytes(period.start),
    ...dayBytes(period.end),
    ...hexBytes(scope),
    ...big(name.length, 2),
    ...name,
  ]);
  const read = readBytes(bytes);
  if (!read.ok) throw new Error(`a payload that cannot be read: ${read.error}`);
  return bytes;
}

/** Takes bytes in order; once there are too few, everything is wrong. */
class Reader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  take(count: number): Uint8Array {
    const taken = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    return taken;
  }

  number(width: number): number {
    return this.take(width).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  ascii(length: number): string {
    return String.fromCharCode(...this.take(length));
  }

  day(): CivilDate | undefined {
    return civilDate(this.number(2), this.number(1), this.number(1));
  }

  get isDone(): boolean {
    return this.at === this.bytes.length;
  }
}

function readBytes(bytes: Uint8Array): Result<CertificatePayload, PayloadFault> {
  const reader = new Reader(bytes);
  if (reader.number(1) !== VERSION) return err('version');
  const keyId = reader.ascii(reader.number(1));
  const issuedOn = reader.day();
  const serial = reader.number(2);
  const creditCode = reader.ascii(CREDIT_CODE);
  const outcome = OUTCOMES[reader.number(1)];
  const [start, end] = [reader.day(), reader.day()];
  const scope = hexText(reader.take(SCOPE_BYTES));
  const name = utf8Text(reader.take(reader.number(2)));
  if (!reader.isDone || !/^[a-z0-9-]{1,32}$/.test(keyId)) return err('shape');
  const number = issuedOn ? certificateNumber({ issuedOn, serial }) : undefined;
  const code = checkCreditCode(creditCode);
  if (!number?.ok || !code.ok || code.value.code !== creditCode) return err('contents');
  if (!outcome || !start || !end || !isBefore(start, end) || !name.ok || name.value === '')
    return err('contents');
  return ok({
    keyId,
    number: number.value,
    creditCode,
    companyName: name.value,
    outcome,
    period: { start, end },
    scope,
  });
}

/** The text for the QR, some 240 characters. */
export const payloadText = (bytes: Uint8Array, signature: Uint8Array): string =>
  toBase64url(Uint8Array.from([...bytes, ...signature]));

interface Parts {
  readonly payload: CertificatePayload;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** What it says, not yet whether it is true. */
export function readPayload(text: string): Result<Parts, PayloadFault> {
  const bytes = fromBase64url(text);
  if (!bytes.ok || bytes.value.length <= SIGNATURE_BYTES) return err('shape');
  const signed = bytes.value.subarray(0, -SIGNATURE_BYTES);
  const payload = readBytes(signed);
  return payload.ok
    ? ok({ payload: payload.value, signed, signature: bytes.value.subarray(-SIGNATURE_BYTES) })
    : payload;
}

export interface VerifiedPayload {
  readonly payload: CertificatePayload;
  /** Whose signature it is: a demo key vouches for nothing. */
  readonly key: SigningKey;
}

/** Offline: that the signature is genuine. Whether the certificate still stands only the server knows. */
export function verifyPayload(
  text: string,
  keys: readonly SigningKey[],
  verify: SignatureVerifier,
): Result<VerifiedPayload, PayloadFault> {
  const parts = readPayload(text);
  if (!parts.ok) return parts;
  const { payload, signed, signature } = parts.value;
  const key = keys.find(({ id }) => id === payload.keyId);
  if (!key) return err('unknownKey');
  return verify(key.publicKey, signed, signature) ? ok({ payload, key }) : err('signature');
}

/** Where a signed text stands in the link of the QR. */
export const VERIFY_PATH = '/verify';
const PARAMETER = 'c';

export const verifyLink = (origin: string, text: string): string =>
  `${origin.replace(/\/+$/, '')}${VERIFY_PATH}?${PARAMETER}=${text}`;

/** The signed text in what was scanned: the link, whatever its host, or the text itself. */
export const scannedText = (scanned: string): string =>
  /[?&]c=([A-Za-z0-9_-]+)/.exec(scanned)?.[1] ?? scanned.trim();
