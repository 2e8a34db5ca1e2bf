import { build } from 'esbuild';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './shell';
import { LIMITS, type Size } from './package-size';

/** What search costs the main package: the compiled index with its pinyin table, and the code, minified as a phone gets it. */
export async function searchSize(): Promise<readonly Size[]> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from './src/domain/search/search'", resolveDir: projectRoot, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    target: 'es2017',
    charset: 'utf8',
    legalComments: 'none',
    tsconfig: join(projectRoot, 'tsconfig.json'),
  });
  const code = outputFiles.reduce((total, { contents }) => total + contents.byteLength, 0);
  const index = statSync(join(projectRoot, 'src/generated/search-index.js')).size;
  return [{ what: `搜索：索引 ${index} + 代码 ${code} 字节`, bytes: index + code, limit: LIMITS.search }];
}
