/**
 * A stand-in for 丰桥, as its documentation describes it: the digest is checked, an order number is good once, and the result
 * is a JSON text inside JSON.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const PARTNER = 'TESTPARTNER';
export const CHECKWORD = 'checkword-that-must-not-be-said';

type Json = Readonly<Record<string, unknown>>;

export interface Sf {
  readonly base: string;
  /** What was ordered, by order number. */
  readonly orders: Map<string, Json>;
  /** Services that were asked, in order. */
  readonly asked: string[];
  /** Routes of a waybill. */
  readonly routes: Map<string, readonly { acceptTime: string; opCode: string }[]>;
  /** How an order number that was used is answered: in both ways that are documented. */
  again: 'refuse' | 'same';
  /** The next answer, in place of its own. */
  next: 'down' | 'garbage' | 'slowdown' | 'outOfReach' | 'lost' | undefined;
  /** Whether results are a text, as documented, or an object, as its examples have it. */
  asText: boolean;
  readonly waybillOf: (order: string) => string;
  readonly close: () => Promise<void>;
}

/** Java's URLEncoder, written down from its own description. */
const javaEncoded = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9.\-*_]/.test(character)) return character;
      return character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};

const waybillOf = (order: string): string =>
  `SF${createHash('sha256').update(order).digest('hex').replace(/\D/g, '').slice(0, 13)}`;

const done = (msgData: unknown): Json => ({ success: true, errorCode: 'S0000', errorMsg: null, msgData });
const failed = (errorCode: string): Json => ({ success: false, errorCode, errorMsg: '', msgData: null });

const orderAnswer = (orderId: string, filterResult = 2): Json =>
  done({
    orderId,
    filterResult,
    waybillNoInfoList: [{ waybillType: 1, waybillNo: waybillOf(orderId), boxNo: null }],
    routeLabelInfo: [{ code: '1000', routeLabelData: {}, message: '' }],
  });

/** The codes of what is wrong with a form: A1001 something is missing, A1004 another partner, A1006 the digest. */
function faultOf(form: URLSearchParams): string | undefined {
  const names = ['partnerID', 'requestID', 'serviceCode', 'timestamp', 'msgDigest', 'msgData'];
  if (names.some((name) => !form.get(name))) return 'A1001';
  if (form.get('partnerID') !== PARTNER) return 'A1004';
  const text = `${form.get('msgData')}${form.get('timestamp')}${CHECKWORD}`;
  const digest = createHash('md5').update(javaEncoded(text)).digest('base64');
  return digest === form.get('msgDigest') ? undefined : 'A1006';
}

export async function startSf(): Promise<Sf> {
  const services: Readonly<Record<string, (data: Json) => Json>> = {
    EXP_RECE_CREATE_ORDER: (data) => {
      const id = String(data['orderId']);
      if (sf.orders.has(id)) return sf.again === 'same' ? orderAnswer(id) : failed('8016');
      sf.orders.set(id, data);
      return orderAnswer(id, sf.next === 'outOfReach' ? 3 : 2);
    },
    EXP_RECE_SEARCH_ORDER_RESP: (data) => {
      const id = String(data['orderId']);
      return sf.orders.has(id) ? orderAnswer(id) : failed('6150');
    },
    EXP_RECE_SEARCH_ROUTES: (data) => {
      const [mailNo = ''] = [data['trackingNumber']].flat().map(String);
      return done({ routeResps: [{ mailNo, routes: sf.routes.get(mailNo) ?? [] }] });
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const form = new URLSearchParams(await bodyOf(request));
      const service = form.get('serviceCode') ?? '';
      sf.asked.push(service);
      const planned = sf.next;
      if (planned === 'down') return response.destroy();
      if (planned === 'garbage') return response.end('<html>502</html>');
      const fault = planned === 'slowdown' ? 'A1005' : faultOf(form);
      const result = fault ? {} : (services[service]?.(JSON.parse(form.get('msgData') ?? '{}')) ?? {});
      // It was done, and nobody heard of it.
      if (planned === 'lost') return response.destroy();
      response.setHeader('content-type', 'application/json');
      return response.end(
        JSON.stringify({
          apiErrorMsg: '',
          apiResponseID: '0',
          apiResultCode: fault ?? 'A1000',
          apiResultData: sf.asText ? JSON.stringify(result) : result,
        }),
      );
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sf: Sf = {
    base: `http://127.0.0.1:${port}/std/service`,
    orders: new Map(),
    asked: [],
    routes: new Map(),
    again: 'refuse',
    next: undefined,
    asText: true,
    waybillOf,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return sf;
}
