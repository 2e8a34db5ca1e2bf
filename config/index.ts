import { join } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import developmentConfig from './dev';
import productionConfig from './prod';

const root = join(__dirname, '..');

/** The API that the phone calls. Legal domains are https; a developer's machine is the exception. */
const givenBase = process.env['TARO_APP_API_BASE'] ?? '';
const apiBase = givenBase === '' ? 'http://127.0.0.1:8787' : givenBase;

/** Staff tools ship in preview builds only, never in a release. */
const withStaff = process.env['TARO_APP_STAFF'] === '1';

const target = process.env['TARO_ENV'] ?? 'weapp';

export default defineConfig<'webpack5'>((merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'jinpu-minsheng',
    date: '2026-11-24',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${target}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [join(__dirname, 'plugins/spoken-templates.ts'), join(__dirname, 'plugins/web-chunks.ts')],
    alias: { '@': join(root, 'src') },
    defineConstants: {
      // The H5 preview is served by the API's own server, whatever its port; a phone needs the whole address.
      API_BASE: JSON.stringify(target === 'h5' ? givenBase : apiBase),
      WITH_STAFF: JSON.stringify(withStaff),
    },
    // A Chinese character is three bytes as itself and six as an escape: half of the content's weight.
    terser: { config: { output: { ascii_only: false, comments: false } } },
    csso: { enable: true },
    mini: {
      compile: { include: [join(__dirname, 'plugins')] },
      // Without it every shared module, content included, lands in the main package.
      optimizeMainPackage: { enable: true },
      // Sizes are rem (they follow WeChat's font setting) or px, never rpx: 44 px must stay 44 px on a small phone.
      postcss: { pxtransform: { enable: false, config: {} } },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform: { enable: false, config: {} }, autoprefixer: { enable: true, config: {} } },
      devServer: { port: 10086, host: '127.0.0.1', proxy: [{ context: ['/api'], target: apiBase }] },
    },
  };
  return merge({}, base, process.env.NODE_ENV === 'development' ? developmentConfig : productionConfig);
});
