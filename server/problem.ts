import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Problem, ProblemCode } from '@/contract/problem';

const KNOWN = {
  notFound: { status: 404, title: '没有这个地址', detail: '请检查网址；从首页重新进入也可以。' },
  badRequest: { status: 400, title: '请求的写法不对', detail: '请检查内容后再发一次，已填的内容不会丢。' },
  tooLarge: { status: 413, title: '内容太大', detail: '请分次提交，或压缩图片后再传。' },
  internal: { status: 500, title: '服务暂时出错', detail: '您的内容没有丢，请稍后再试；急事请拨 12345。' },
} as const satisfies Record<ProblemCode, { status: number; title: string; detail: string }>;

export function problem(code: ProblemCode): Problem {
  return { type: `urn:jinpu:problem:${code}`, code, ...KNOWN[code] };
}

const send = (reply: FastifyReply, code: ProblemCode): FastifyReply =>
  reply.code(KNOWN[code].status).type('application/problem+json').send(problem(code));

const codeOf = (status: number): ProblemCode => {
  if (status === 413) return 'tooLarge';
  return status >= 400 && status < 500 ? 'badRequest' : 'internal';
};

/** The one place that turns failures into HTTP; detail stays in the log. */
export function registerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => send(reply, 'notFound'));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const code = codeOf(error.statusCode ?? 500);
    if (code === 'internal') request.log.error(error);
    return send(reply, code);
  });
}
