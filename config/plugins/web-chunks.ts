/**
 * Taro splits nothing that H5 pages share: each of the five pages that show guides carried all 89 (860 KB each).
 * Here the guides are one chunk, what several pages use is another, and once the first page stands the browser fetches
 * the rest while it is idle, so that guides open without a network as they do in WeChat.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface SplitChunks {
  readonly cacheGroups?: Readonly<Record<string, unknown>>;
}

interface Chain {
  readonly optimization: {
    get(key: 'splitChunks'): SplitChunks | undefined;
    splitChunks(options: SplitChunks): void;
  };
}

interface PluginContext {
  readonly paths: { readonly outputPath: string };
  modifyWebpackChain(change: (args: { readonly chain: Chain }) => void): void;
  onBuildFinish(done: (args: { readonly isWatch?: boolean }) => void): void;
}

const GROUPS = {
  guides: {
    name: 'guides',
    chunks: 'async',
    test: /[\\/]src[\\/]generated[\\/]guides\b/,
    priority: 200,
    enforce: true,
  },
  shared: { name: 'shared', chunks: 'async', minChunks: 3, priority: 5, enforce: true },
} as const;

const tagOf = (file: string): string =>
  `<link rel="prefetch" href="/${file}" as="${file.endsWith('.css') ? 'style' : 'script'}">`;

/** Every chunk that the page does not ask for itself, fetched when there is nothing else to do. */
function prefetchRest(folder: string): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  const html = readFileSync(page, 'utf8');
  const rest = ['js', 'css']
    .flatMap((kind) => readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`))
    .filter((file) => /\.(js|css)$/.test(file) && !html.includes(file));
  writeFileSync(page, html.replace('</head>', `${rest.map(tagOf).join('')}</head>`));
}

export default (context: PluginContext): void => {
  if (process.env['TARO_ENV'] !== 'h5' || process.env['NODE_ENV'] === 'development') return;
  context.modifyWebpackChain(({ chain }) => {
    const before = chain.optimization.get('splitChunks') ?? {};
    chain.optimization.splitChunks({ ...before, cacheGroups: { ...before.cacheGroups, ...GROUPS } });
  });
  context.onBuildFinish(({ isWatch = false }) => {
    if (!isWatch) prefetchRest(context.paths.outputPath);
  });
};
