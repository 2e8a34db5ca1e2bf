import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '@/contract/paths';
import { previewStates } from '@/preview-states';
import { routes } from '@/routes';
import { DEMO_PASSWORD, DEMO_STAFF } from '../../server/demo/staff';
import { portFrom } from '../../server/listen';
import { serve, type Running } from '../../server/serve';
import { secretOf } from '../../server/staff/accounts';
import { base32, codeFor, stepAt } from '../../server/staff/totp';
import { freshenPreviews } from '../lib/build';
import { projectRoot } from '../lib/shell';

const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
};

const instructions = (url: string): string => `
金普民生 · 智慧政务(非官方演示,资料整理版,未经责任部门确认)

  H5 预览      ${url}/
  各页状态     ${url}/#/${routes.staffStates}
  内容报告     ${url}/#/${routes.staffReport}
  办件后台     ${url}/console
  接口文档     ${url}${paths.openapi}
  接口健康     ${url}${paths.health}
  微信小程序   在微信开发者工具里“导入项目”,目录选 ${projectRoot}
               已构建到 dist/weapp(预览版,含工作人员页);工具栏“编译模式”里有 ${previewStates.length} 个页面状态
               正式版用 npm run build:weapp 另行构建

按 Ctrl+C 结束。
`;

/** Codes change every 30 seconds: the page to sign in shows the current one, the key is for an authenticator app. */
async function demoAccounts({ service: { store, now } }: Running): Promise<string> {
  const lines: string[] = [];
  for (const { login, name, note } of DEMO_STAFF) {
    const secret = await secretOf(store, login);
    if (secret)
      lines.push(
        `  ${login.padEnd(13)}动态码 ${codeFor(secret, stepAt(now()))}  密钥 ${base32(secret)}  ${name}：${note}`,
      );
  }
  return `后台演示账号（密码都是 ${DEMO_PASSWORD}；过期的动态码在登录页刷新）\n${lines.join('\n')}\n`;
}

function closeOnSignals({ close }: Running): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void close().then(() => process.exit(0));
    });
}

/**
 * `npm start [-- --no-build]`: builds what is stale, then serves API, console and H5 preview on one port until it is
 * stopped. Data is in DATA_DIR (.data) or in DATABASE_URL; APP_MODE is demo unless set.
 */
export default async function start(args: string[]): Promise<number | void> {
  const { env } = process;
  const port = portFrom(env['PORT']);
  if (!port.ok) {
    console.error(port.error);
    return 1;
  }
  const code = args.includes('--no-build') ? 0 : await freshenPreviews();
  if (code !== 0) return code;
  const h5Root = join(projectRoot, 'dist/h5');
  const running = await serve({
    env,
    folder: env['DATA_DIR'] || join(projectRoot, '.data'),
    ...(existsSync(h5Root) ? { h5Root } : {}),
    port: port.value,
    version: version(),
    now: Date.now,
  });
  if (!running.ok) {
    console.error(running.error);
    return 1;
  }
  closeOnSignals(running.value);
  console.log(instructions(running.value.url));
  if (running.value.mode === 'demo') console.log(await demoAccounts(running.value));
}
