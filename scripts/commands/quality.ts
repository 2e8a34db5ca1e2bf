import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, run } from '../lib/shell';

/** 289 MB with its dependencies: fetched when asked for, never part of the product's own tree. */
const VERSION = '2.1.42';
const home = join(projectRoot, '.cache/quality');
const project = join(home, 'project');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

async function install(): Promise<void> {
  const installed = join(home, 'node_modules/miniprogram-ci/package.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8').includes(`"version": "${VERSION}"`)) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true }));
  console.log(`Fetching miniprogram-ci ${VERSION} into .cache/quality, once`);
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
  const { code } = await run('npm', ['install', ...flags, `miniprogram-ci@${VERSION}`], { cwd: home });
  if (code !== 0) throw new Error('miniprogram-ci could not be installed; is the npm registry within reach?');
}

/** The checks join miniprogramRoot to the project's folder, so the package is copied below it. */
function prepareProject(dist: string): void {
  rmSync(project, { recursive: true, force: true });
  cpSync(dist, join(project, 'miniprogram'), { recursive: true });
  const ours = join(projectRoot, 'project.config.json');
  const config: unknown = existsSync(ours) ? JSON.parse(readFileSync(ours, 'utf8')) : {};
  const settings = {
    ...(isRecord(config) ? config : {}),
    appid: 'touristappid',
    miniprogramRoot: 'miniprogram/',
  };
  writeFileSync(join(project, 'project.config.json'), JSON.stringify(settings));
  // Offline nothing is signed; the key only has to be a file.
  writeFileSync(join(project, 'key'), 'offline');
}

/** Runs in a process of its own: the package prints what it likes and keeps workers alive. */
const SCRIPT = `
const ci = require('miniprogram-ci');
const fs = require('fs');
const [projectPath, report] = process.argv.slice(2);
const project = new ci.Project({
  appid: 'touristappid', type: 'miniProgram', projectPath, privateKeyPath: projectPath + '/key', ignores: [],
});
project.attr = async () => ci.DefaultProjectAttr;
const plain = { es6: false, minify: false, minifyJS: false, minifyWXML: false, minifyWXSS: false };
(async () => {
  const compiled = await ci.compile(project, { setting: plain, onProgressUpdate() {} });
  const checks = await ci.checkCodeQuality(project);
  fs.writeFileSync(report, JSON.stringify({ files: Object.keys(compiled).length, checks }));
})().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
`;

interface Check {
  readonly name: string;
  readonly success: boolean;
  readonly text: string;
  readonly detail: unknown;
}

function parseChecks(value: unknown): readonly Check[] {
  const checks = isRecord(value) && Array.isArray(value['checks']) ? value['checks'].filter(isRecord) : [];
  return checks.map((check) => ({
    name: String(check['name'] ?? ''),
    success: check['success'] === true,
    text: String(check['text'] ?? ''),
    detail: check['detail'],
  }));
}

/** WeChat's official compile and its quality checks over dist/weapp, offline. Not part of `npm test`: 289 MB. */
export default async function quality(args: string[]): Promise<number> {
  const dist = args[0] ?? join(projectRoot, 'dist/weapp');
  if (!existsSync(join(dist, 'app.json'))) {
    console.error(`${dist} is not built. Run: npm run build:weapp`);
    return 1;
  }
  await install();
  prepareProject(dist);
  const report = join(home, 'report.json');
  const script = join(home, 'check.cjs');
  writeFileSync(script, SCRIPT);
  rmSync(report, { force: true });
  const { code, output } = await run(process.execPath, [script, project, report], { cwd: home, quiet: true });
  if (code !== 0 || !existsSync(report)) {
    console.error(output);
    return 1;
  }
  const checks = parseChecks(JSON.parse(readFileSync(report, 'utf8')));
  for (const { name, success, text, detail } of checks) {
    console.log(`${success ? 'pass' : 'FAIL'}  ${name}  ${text}`);
    if (!success && detail !== undefined) console.log(`      ${JSON.stringify(detail).slice(0, 500)}`);
  }
  const passed = checks.filter(({ success }) => success).length;
  console.log(`${passed} of ${checks.length} official checks pass`);
  return passed === checks.length && checks.length > 0 ? 0 : 1;
}
