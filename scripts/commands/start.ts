import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '@/contract/paths';
import { previewStates } from '@/preview-states';
import { routes } from '@/routes';
import { buildApp } from '../../server/app';
import { listen, portFrom } from '../../server/listen';
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
  接口健康     ${url}${paths.health}
  微信小程序   在微信开发者工具里“导入项目”,目录选 ${projectRoot}
               已构建到 dist/weapp(预览版,含工作人员页);工具栏“编译模式”里有 ${previewStates.length} 个页面状态
               正式版用 npm run build:weapp 另行构建

按 Ctrl+C 结束。
`;

/** `npm start`: builds what is stale, then serves the API and the H5 preview on one port until it is stopped. */
export default async function start(): Promise<number | void> {
  const port = portFrom(process.env['PORT']);
  if (!port.ok) {
    console.error(port.error);
    return 1;
  }
  const code = await freshenPreviews();
  if (code !== 0) return code;
  const app = await buildApp({ h5Root: join(projectRoot, 'dist/h5'), now: Date.now, version: version() });
  const address = await listen(app, port.value);
  if (!address.ok) {
    console.error(address.error);
    return 1;
  }
  console.log(instructions(address.value));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void app.close();
    });
  }
}
