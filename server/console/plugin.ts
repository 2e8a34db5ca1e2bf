/** The console on a Fastify instance: its own policy, its cookie, its forms; every route from the list below. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LARGEST_FILE } from '@/domain/form/file-limit';
import { sendBytes } from '../api/register';
import { statusOf } from '../error-code';
import { closeSession, findSession, openSession, tokenDigest } from '../identity/tokens';
import type { Service } from '../service';
import { auditStaff, findStaff, signIn, type Staff } from '../staff/accounts';
import { hasRole } from '../staff/access';
import { caseRoutes } from './case-routes';
import { wholeRoutes } from './certificates/case-routes';
import { taskRoutes } from './certificates/task-routes';
import { readCookie, writeCookie } from './cookie';
import { form, isCsrfToken } from './csrf';
import { fileRoutes } from './file-routes';
import { html } from './html';
import { frame } from './layout';
import { loginBody } from './login';
import { matchingRoutes } from './matching/routes';
import { CONSOLE_POLICY } from './policy';
import { queueRoute } from './queue';
import { fieldOf, type ConsoleRoute, type Fields, type Shown, type Visit } from './route';
import { signatureRoutes } from './signature-routes';
import { watchRoutes } from './watch-routes';

export const consoleRoutes: readonly ConsoleRoute[] = [
  queueRoute,
  ...caseRoutes,
  ...wholeRoutes,
  ...taskRoutes,
  ...fileRoutes,
  ...matchingRoutes,
  ...signatureRoutes,
  ...watchRoutes,
];

const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

const fieldsIn = (body: unknown): Fields =>
  new Map(
    typeof body === 'object' && body !== null
      ? Object.entries(body).map(([name, value]) => [name, textsIn(value)])
      : [],
  );

type Sent = Pick<Visit, 'fields' | 'file'>;

const FORM_LIMITS = { fileSize: LARGEST_FILE, files: 1, fields: 4000, parts: 4001, fieldSize: 4000 };

/** A form with a file comes in parts; it is read only for who is signed in. `undefined`: broken, or too large. */
async function sentIn(request: FastifyRequest): Promise<Sent | undefined> {
  if (!request.isMultipart()) return { fields: fieldsIn(request.body) };
  const fields = new Map<string, readonly string[]>();
  let file: Sent['file'];
  try {
    for await (const part of request.parts({ limits: FORM_LIMITS })) {
      if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
      else fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), ...textsIn(part.value)]);
    }
  } catch {
    return undefined;
  }
  return file ? { fields, file } : { fields };
}

const SIGN_OUT = '/console/logout';

interface Here {
  readonly staff: Staff;
  readonly session: string;
}

async function whoIs({ store, now }: Service, request: FastifyRequest): Promise<Here | undefined> {
  const session = await findSession(store, { kind: 'staff', token: readCookie(request) }, now());
  const staff = session && (await findStaff(store, session.subject));
  return session && staff ? { staff, session: session.digest } : undefined;
}

const sendPage = (
  reply: FastifyReply,
  service: Service,
  shown: Extract<Shown, { kind: 'page' }>,
  who: Here | undefined,
  status: number = shown.status ?? 200,
): FastifyReply => {
  const { title, body } = shown;
  const demo = service.mode === 'demo';
  const signOut =
    who && form({ service, session: who.session }, SIGN_OUT, html`<button class="small">退出</button>`);
  const signed = who && signOut ? { who: { staff: who.staff, signOut } } : {};
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(frame({ title, body, demo, ...signed }));
};

function send(reply: FastifyReply, service: Service, shown: Shown, who: Here): FastifyReply {
  switch (shown.kind) {
    case 'page':
      return sendPage(reply, service, shown, who);
    case 'see':
      return reply.redirect(shown.path, 303);
    case 'bytes':
      return sendBytes(reply, shown);
    case 'notFound':
      return sendPage(
        reply,
        service,
        { kind: 'page', title: '没有这一页', body: html`<p>没有这个办件或文件，或不归您的部门办。</p>` },
        who,
        404,
      );
    case 'forbidden':
      return sendPage(
        reply,
        service,
        {
          kind: 'page',
          title: '不能这样办',
          body: html`<p>您的角色不能办这一步，或办件现在的状态不允许。</p>`,
        },
        who,
        403,
      );
  }
}

/** What another site made a browser send is refused before its token is looked at. */
const isFromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  return typeof site === 'string' && !['same-origin', 'none'].includes(site);
};

const paramsOf = ({ params }: FastifyRequest): Readonly<Record<string, string>> =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    : {};

function addRoute(app: FastifyInstance, service: Service, { method, path, roles, run }: ConsoleRoute): void {
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      const who = await whoIs(service, request);
      if (!who) return reply.redirect('/console/login', 303);
      const sent = await sentIn(request);
      if (!sent) return send(reply, service, { kind: 'forbidden' }, who);
      const { fields, file } = sent;
      const address = request.url.split('?')[0] ?? '';
      const isForged =
        method === 'POST' &&
        (isFromElsewhere(request) || !isCsrfToken(service, who.session, address, fieldOf(fields, 'csrf')));
      if (isForged || (roles.length > 0 && !hasRole(who.staff, ...roles)))
        return send(reply, service, { kind: 'forbidden' }, who);
      const visit: Visit = {
        service,
        ...who,
        params: paramsOf(request),
        query: fieldsIn(request.query),
        fields,
        ...(file ? { file } : {}),
        at: service.now(),
      };
      return send(reply, service, await run(visit), who);
    },
  });
}

const FAULTS = {
  wrong: '账号、密码或动态码不对。',
  locked: '连续输错 5 次，账号锁定 15 分钟。',
} as const;

function addSignIn(app: FastifyInstance, service: Service): void {
  const { store, mode } = service;
  const show = async (reply: FastifyReply, fault?: string) =>
    sendPage(
      reply,
      service,
      { kind: 'page', title: '登录', body: await loginBody(service, fault) },
      undefined,
      fault === undefined ? 200 : 401,
    );
  app.get('/console/login', async (_request, reply) => show(reply));
  app.post(
    '/console/login',
    { config: { rateLimit: { max: service.limits.signIn, timeWindow: 60_000 } } },
    async (request, reply) => {
      if (isFromElsewhere(request)) return show(reply, FAULTS.wrong);
      const fields = fieldsIn(request.body);
      const [login, password, code] = ['login', 'password', 'code'].map((name) =>
        fieldOf(fields, name).slice(0, 200),
      );
      const at = service.now();
      const signed = await signIn(
        store,
        { login: login ?? '', password: password ?? '', code: code ?? '' },
        at,
      );
      if (!signed.ok) return show(reply, FAULTS[signed.error]);
      const { id, grants } = signed.value;
      const { token } = await openSession(store, { kind: 'staff', subject: id }, at);
      await auditStaff(store, { id, role: grants[0]?.role ?? 'auditor' }, { action: 'signedIn' }, at);
      writeCookie(reply, token, mode === 'production');
      return reply.redirect('/console', 303);
    },
  );
  app.post(SIGN_OUT, async (request, reply) => {
    const digest = tokenDigest(readCookie(request));
    const isOurs = isCsrfToken(service, digest, SIGN_OUT, fieldOf(fieldsIn(request.body), 'csrf'));
    if (!isOurs || isFromElsewhere(request)) return reply.redirect('/console', 303);
    await closeSession(store, digest, service.now());
    writeCookie(reply, '', mode === 'production');
    return reply.redirect('/console/login', 303);
  });
}

/** Staff read a page, not a problem: what was typed is still in the browser, one step back. */
const PUT_OFF: Readonly<Partial<Record<number, string>>> = {
  429: '操作太频繁了，请过一会儿再来。',
  503: '现在办的人多，这一步没有做。请等十秒，返回上一页再点一次，填的内容还在。',
};

function putOff(app: FastifyInstance, service: Service): void {
  app.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error) ?? 500;
    const text = PUT_OFF[status];
    if (text === undefined) throw error;
    const body = html`<p class="fault" role="alert">${text}</p>`;
    return sendPage(reply, service, { kind: 'page', title: '请稍等', body }, undefined, status);
  });
}

export async function registerConsole(app: FastifyInstance, service: Service): Promise<void> {
  putOff(app, service);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CONSOLE_POLICY);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  const style = readFileSync(join(__dirname, 'style.css'), 'utf8');
  app.get('/console/style.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(style),
  );
  addSignIn(app, service);
  for (const route of consoleRoutes) addRoute(app, service, route);
}
