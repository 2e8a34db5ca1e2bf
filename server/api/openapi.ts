/** The OpenAPI document, made from the contract alone. */
import { z } from 'zod';
import { operations, type Operation } from '@/contract/operations';
import { CONTRACT_HEADER, CONTRACT_VERSION, IDEMPOTENCY_HEADER } from '@/contract/paths';
import { problemCodes } from '@/contract/problem';

type Schema = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => ({
  ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }),
});

const BINARY = { type: 'string', format: 'binary' } as const;

const header = (name: string, pattern: string, required: boolean): Schema => ({
  name,
  in: 'header',
  required,
  schema: { type: 'string', pattern },
});

const pathParameters = (path: string): readonly Schema[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters({ query }: Operation): readonly Schema[] {
  if (!query) return [];
  const { properties, required } = schemaOf(query, 'input');
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(typeof properties === 'object' && properties !== null ? properties : {}).map(
    ([name, schema]) => ({ name, in: 'query', required: needed.includes(name), schema }),
  );
}

function bodyOf({ body, bytes }: Operation): Schema {
  if (bytes === 'up')
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: { type: 'object', properties: { file: BINARY }, required: ['file'] },
          },
        },
      },
    };
  return body
    ? {
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
      }
    : {};
}

function answerOf({ response, bytes }: Operation): Schema {
  if (bytes === 'down')
    return { 200: { description: '文件', content: { 'application/octet-stream': { schema: BINARY } } } };
  return response
    ? {
        200: {
          description: '成功',
          content: { 'application/json': { schema: schemaOf(response, 'output') } },
        },
      }
    : { 204: { description: '成功，没有内容' } };
}

const PROBLEM: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: problemCodes },
    detail: { type: 'string' },
  },
};

const toOpenApi = (id: string, operation: Operation): Schema => ({
  operationId: id,
  summary: operation.summary,
  ...(operation.access === 'user' ? { security: [{ bearer: [] }] } : { security: [] }),
  parameters: [
    ...pathParameters(operation.path),
    ...queryParameters(operation),
    ...(operation.anyVersion ? [] : [header(CONTRACT_HEADER, '^\\d+$', true)]),
    ...(operation.idempotent ? [header(IDEMPOTENCY_HEADER, '^[A-Za-z0-9_-]{16,64}$', true)] : []),
  ],
  ...bodyOf(operation),
  responses: {
    ...answerOf(operation),
    default: {
      description: '没有办成，原因见 code 和 detail（RFC 9457）',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

/** `/api/cases/:number` → `/api/cases/{number}` */
const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

export function openApi(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    const path = templateOf(operation.path);
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: toOpenApi(id, operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '金普民生 · 智慧政务', version: `${CONTRACT_VERSION} (${version})` },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: PROBLEM },
    },
  };
}
