import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Problem, ProblemCode } from '@/contract/problem';
import { LARGEST_FILE_TEXT } from '@/domain/form/file-limit';
import { safeToLog } from './log';

const KNOWN = {
  notFound: { status: 404, title: '没有这个地址', detail: '请检查网址；从首页重新进入也可以。' },
  badRequest: { status: 400, title: '请求的写法不对', detail: '请检查内容后再发一次，已填的内容不会丢。' },
  tooLarge: { status: 413, title: '内容太大', detail: '请分次提交，或压缩图片后再传。' },
  signInNeeded: { status: 401, title: '请先登录', detail: '登录后再来，已填的内容还在手机里。' },
  forbidden: { status: 403, title: '不能这样办', detail: '您没有办这件事的权限；代办请先取得授权。' },
  invalidAnswers: { status: 422, title: '有几处要改', detail: '请按提示修改后再交，其他内容都还在。' },
  staleVersion: { status: 409, title: '内容有更新', detail: '办件刚有变化，请看过最新情况再办。' },
  caseFault: { status: 409, title: '现在不能这样办', detail: '请刷新后再看。' },
  clientTooOld: {
    status: 426,
    title: '请更新小程序',
    detail: '您用的版本太旧，草稿还在手机里；关掉小程序再打开就会更新。',
  },
  tooMany: { status: 429, title: '请稍等再试', detail: '操作太频繁了，过一会儿再来。' },
  busy: {
    status: 503,
    title: '现在办的人多',
    detail: '您的内容没有丢：交上来还没收到的，手机过一会儿自动再发；别的请稍后再试。',
  },
  fileRefused: {
    status: 422,
    title: '这个文件收不了',
    detail: `请传照片（JPG、PNG）或 PDF，每个不超过 ${LARGEST_FILE_TEXT}。`,
  },
  slotTaken: { status: 409, title: '这个时段刚约满', detail: '请另选一个时段，其他内容都还在。' },
  idempotencyReused: { status: 422, title: '重复的提交', detail: '这次提交和上次内容不同，请重新打开再交。' },
  providerFailed: { status: 502, title: '外部数据暂时取不到', detail: '可以改为自己上传，或稍后再试。' },
  internal: { status: 500, title: '服务暂时出错', detail: '您的内容没有丢，请稍后再试；急事请拨 12345。' },
} as const satisfies Record<ProblemCode, { status: number; title: string; detail: string }>;

export function problem(code: ProblemCode): Problem {
  return { type: `urn:jinpu:problem:${code}`, code, ...KNOWN[code] };
}

/** An expected failure: its code, a sentence of its own where there is one, and members that the contract names. */
export interface Refused {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const RETRY_AFTER_SECONDS = '5';

const mayRetry = (code: ProblemCode): boolean => code === 'busy' || code === 'tooMany';

export function sendProblem(reply: FastifyReply, { code, detail, more }: Refused): FastifyReply {
  if (mayRetry(code) && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply
    .code(KNOWN[code].status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send({ ...problem(code), ...(detail === undefined ? {} : { detail }), ...more });
}

const codeOf = (status: number): ProblemCode => {
  if (status === 413) return 'tooLarge';
  if (status === 429) return 'tooMany';
  if (status === 503) return 'busy';
  return status >= 400 && status < 500 ? 'badRequest' : 'internal';
};

interface Failure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly stack?: string;
}

/** The one place that turns failures into HTTP; detail stays out of the answer, and personal data out of the log. */
export function registerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { code: 'notFound' }));
  app.setErrorHandler((error: Failure, request, reply) => {
    const code = codeOf(error.statusCode ?? 500);
    if (code === 'internal') request.log.error({ failure: safeToLog(error) }, 'internal');
    return sendProblem(reply, { code });
  });
}
