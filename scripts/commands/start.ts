import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../../server/app';
import { listen, portFrom } from '../../server/listen';
import { buildH5, buildWeapp, isStale } from '../lib/build';
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
  接口健康     ${url}/health
  微信小程序   在微信开发者工具里“导入项目”,目录选 ${projectRoot}
               (project.config.json 指向 dist/weapp;编译模式里有各个页面的直达入口)

按 Ctrl+C 结束。
`;

/** `npm start`: builds what is stale, then serves the API and the H5 preview on one port until it is stopped. */
export default async function start(): Promise<number | void> {
  const port = portFrom(process.env['PORT']);
  if (!port.ok) {
    console.error(port.error);
    return 1;
  }
  for (const [target, build] of [
    ['weapp', buildWeapp],
    ['h5', buildH5],
  ] as const) {
    if (!isStale(target)) continue;
    const code = await build();
    if (code !== 0) return code;
  }
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
