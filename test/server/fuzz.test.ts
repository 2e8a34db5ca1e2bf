/** Requests made out of the OpenAPI document, right and wrong, seeded: none may end in a 5xx. */
import fc from 'fast-check';
import { IDEMPOTENCY_HEADER, paths } from '@/contract/paths';
import { isRecord } from '@/domain/form/kinds/kind';
import { newKey, openApi, type Api } from '../server-support/api';
import { requestFor } from '../server-support/applying';
import { ENGINES } from '../server-support/engines';

jest.setTimeout(120_000);

/** `npm run faults` runs more. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 800);
const SEED = 20261124;

type Schema = Readonly<Record<string, unknown>>;

const NASTY = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  "' or 1=1 --",
  '"; drop table cases; --',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '%00',
  '%s%n%x',
  '${jndi:ldap://x}',
  '__proto__',
  'constructor',
  '1e400',
  '-0',
  '9007199254740993',
  '2026-02-30',
  '９９',
  '𠮷'.repeat(300),
  'a'.repeat(5000),
];

const anyText = fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 40, unit: 'binary' }));
const anyValue = fc.oneof(
  anyText,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER),
  fc.array(anyText, { maxLength: 3 }),
  fc.dictionary(anyText, anyText, { maxKeys: 3 }),
  fc.json({ maxDepth: 4 }).map((text): unknown => JSON.parse(text)),
);

const entriesOf = (value: unknown): readonly (readonly [string, Schema])[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([name, inner]) => (isRecord(inner) ? [[name, inner] as const] : []))
    : [];

const listOf = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Mostly right by its schema; one in eight is anything at all. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 7, arbitrary: rightOf(schema) }, { weight: 1, arbitrary: anyValue });
}

function rightOf(schema: Schema): fc.Arbitrary<unknown> {
  const choices = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])];
  if (choices.length > 0) return fc.oneof(...choices.map(valueOf));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
  switch (schema['type']) {
    case 'object': {
      const known = fc.record(
        Object.fromEntries(entriesOf(schema['properties']).map(([name, inner]) => [name, valueOf(inner)])),
      );
      return fc.oneof(
        { weight: 6, arbitrary: known },
        {
          weight: 1,
          arbitrary: fc
            .tuple(known, anyText, anyValue)
            .map(([all, name, value]) => ({ ...all, [name]: value })),
        },
        { weight: 1, arbitrary: fc.dictionary(anyText, anyValue, { maxKeys: 4 }) },
      );
    }
    case 'array':
      return fc.array(isRecord(schema['items']) ? valueOf(schema['items']) : anyValue, { maxLength: 3 });
    case 'integer':
      return fc.integer({ min: -2, max: 6 });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fc.oneof(anyText, fc.constantFrom('2026-11-24', 'elderly-allowance', newKey()));
    default:
      return anyValue;
  }
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Schema[];
  readonly body: Schema | undefined;
}

function callsIn(document: unknown): readonly Call[] {
  const all = isRecord(document) ? document['paths'] : undefined;
  return entriesOf(all).flatMap(([path, methods]) =>
    entriesOf(methods).map(([method, { parameters, requestBody }]) => {
      const [content] = entriesOf(isRecord(requestBody) ? requestBody['content'] : undefined);
      const schema = content?.[0] === 'application/json' ? content[1]['schema'] : undefined;
      return { method, path, parameters: listOf(parameters), body: isRecord(schema) ? schema : undefined };
    }),
  );
}

/** Lone surrogates cannot be in an address. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const METHODS = ['GET', 'POST', 'DELETE', 'PUT'] as const;
const methodOf = (text: string) => METHODS.find((known) => known === text.toUpperCase()) ?? 'GET';

describe.each(ENGINES)('the API under anything, on %s', (engine) => {
  let api: Api;

  beforeAll(async () => {
    api = await openApi({}, engine);
  });
  afterAll(() => api.close());

  it('never fails by itself', async () => {
    const calls = callsIn((await api.app.inject(paths.openapi)).json());
    expect(calls.length).toBeGreaterThan(15);
    let token = await api.signIn();
    const seen = new Map<number, number>();
    const pathValue = fc.oneof(anyText, fc.constantFrom('elderly-allowance', '2026112400000017', newKey()));
    const one = fc.constantFrom(...calls).chain((call) =>
      fc.record({
        call: fc.constant(call),
        values: fc.array(pathValue, { minLength: 3, maxLength: 3 }),
        body: call.body ? valueOf(call.body) : fc.constant(undefined),
        query: fc.option(anyText, { nil: undefined }),
        key: fc.oneof(fc.constant(newKey()), fc.stringMatching(/^[!-~]{0,80}$/)),
        raw: fc.option(fc.constantFrom('{', '[]', 'null', '"x"', '{"__proto__":{}}', '{"a":1,}', '\u0000'), {
          freq: 12,
          nil: undefined,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(one, async ({ call, values, body, query, key, raw }) => {
        let i = 0;
        const path = call.path.replace(
          /\{\w+\}/g,
          () => encodeURIComponent(wellFormed(values[i++] ?? '')) || 'x',
        );
        const search = query === undefined ? '' : `?after=${encodeURIComponent(wellFormed(query))}`;
        const response = await api.call(methodOf(call.method), `${path}${search}`, {
          token,
          headers: {
            [IDEMPOTENCY_HEADER]: key,
            ...(body === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined && raw === undefined
            ? {}
            : { payload: raw ?? JSON.stringify(body) ?? 'null' }),
        });
        const { statusCode } = response;
        seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1);
        if (call.method === 'delete' && statusCode < 300) token = await api.signIn();
        if (statusCode >= 400) {
          expect([response.body.slice(0, 80), response.headers['content-type']]).toEqual([
            expect.any(String),
            expect.stringContaining('application/problem+json'),
          ]);
          expect(response.json()).toMatchObject({ status: statusCode, code: expect.any(String) });
        }
        // Without WeChat's keys a demo cannot reach it: 502 says so.
        if (statusCode >= 500) expect([statusCode, response.json().code]).toEqual([502, 'providerFailed']);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    // It is no fuzz if all of it stops at the door.
    expect([...seen.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 404]));
  });

  it('never fails on answers with anything in the place of a value', async () => {
    const token = await api.signIn();
    const bodies = await Promise.all(
      ['elderly-allowance', 'minimum-living-security', 'open-restaurant'].map((form) =>
        requestFor(api, token, form),
      ),
    );
    const one = fc.constantFrom(...bodies).chain((body) => {
      const keys = Object.keys(body.answers);
      return fc.tuple(fc.constant(body), fc.constantFrom(...keys), anyValue);
    });
    await fc.assert(
      fc.asyncProperty(one, async ([body, name, value]) => {
        const response = await api.call('POST', paths.cases, {
          token,
          key: newKey(),
          body: { ...body, answers: { ...body.answers, [name]: value } },
        });
        expect([200, 400, 422]).toContain(response.statusCode);
      }),
      { numRuns: RUNS / 5, seed: SEED },
    );
  });
});
