import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../scripts/lib/shell';
import { projectRoot } from '../weapp/host/dist';

/** The smallest Taro app with a button and a list, in the versions of the product: what the framework alone costs. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'blank', version: '1.0.0', private: true }),
  'babel.config.js':
    "module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };\n",
  'tsconfig.json': JSON.stringify({ compilerOptions: { jsx: 'react-jsx' } }),
  'project.config.json': JSON.stringify({ miniprogramRoot: 'dist/', appid: 'touristappid' }),
  'config/index.js': `module.exports = {
  projectName: 'blank', date: '2026-11-24', designWidth: 375, deviceRatio: { 375: 2 }, sourceRoot: 'src',
  outputRoot: 'dist', framework: 'react', compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false }, plugins: [], mini: { optimizeMainPackage: { enable: true } },
};\n`,
  'src/app.config.ts':
    "export default defineAppConfig({ pages: ['pages/index/index', 'pages/list/index'], lazyCodeLoading: 'requiredComponents' });\n",
  'src/app.ts': 'export default ({ children }) => children;\n',
  'src/pages/index/index.config.ts':
    "export default definePageConfig({ navigationBarTitleText: 'blank' });\n",
  'src/pages/index/index.tsx': `import { Text, View } from '@tarojs/components';
import { useState } from 'react';
export default function Index() {
  const [count, setCount] = useState(0);
  return <View><View className="tap" aria-role="button" onClick={() => setCount(count + 1)}><Text>{count}</Text></View></View>;
}\n`,
  'src/pages/list/index.config.ts': "export default definePageConfig({ navigationBarTitleText: 'list' });\n",
  'src/pages/list/index.tsx': `import { Text, View } from '@tarojs/components';
const rows = Array.from({ length: 40 }, (_, index) => index);
export default function List() {
  return <View>{rows.map((row) => <View key={row} onClick={() => {}}><Text>row {row}</Text><Text>what this row is about</Text></View>)}</View>;
}\n`,
};

const folder = join(projectRoot, '.cache/blank-app');

const versionOf = (name: string): string => readFileSync(require.resolve(`${name}/package.json`), 'utf8');

/** Builds it once per Taro version; returns its dist. */
export async function blankApp(): Promise<string> {
  const dist = join(folder, 'dist');
  const stamp = join(folder, 'built');
  const wanted = JSON.stringify([FILES, versionOf('@tarojs/taro')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return dist;
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(join(projectRoot, 'node_modules'), modules);
  const env = { NODE_ENV: 'production', TARO_ENV: 'weapp', DISABLE_UPDATE_CHECK: '1' };
  const { code, output } = await run('taro', ['build', '--type', 'weapp'], { cwd: folder, env, quiet: true });
  if (code !== 0 || !existsSync(join(dist, 'app.json')))
    throw new Error(`the blank app was not built\n${output}`);
  writeFileSync(stamp, wanted);
  return dist;
}
