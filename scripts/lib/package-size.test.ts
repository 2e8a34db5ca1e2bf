import { parseAppConfig } from '../../test/weapp/host/app-config';
import { breaches, KB, MB, packageSizes, sizeLine } from './package-size';

const app = parseAppConfig({
  pages: ['pages/home/index'],
  subPackages: [
    { root: 'packages/guides', name: 'guides', pages: ['guide/index'] },
    { root: 'packages/account', name: 'account', pages: ['about/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['guides', 'account'] },
    'pages/mine/index': { network: 'all', packages: ['account'] },
  },
});

const files = (guides: number) =>
  new Map([
    ['app.js', 300 * KB],
    ['pages/home/index.js', 20 * KB],
    ['packages/guides/guide/index.js', guides],
    ['packages/account/about/index.js', 10 * KB],
  ]);

const bytesOf = (guides: number): Record<string, number> =>
  Object.fromEntries(packageSizes(app, files(guides)).map(({ what, bytes }) => [what, bytes]));

describe('sizes of the packages', () => {
  it('are told apart by their roots', () => {
    expect(bytesOf(500 * KB)).toEqual({
      主包: 320 * KB,
      '分包 guides': 500 * KB,
      '分包 account': 10 * KB,
      全部: 830 * KB,
      '预下载（一页最多）': 510 * KB,
    });
  });

  it('pass within the targets and name each that is broken', () => {
    expect(breaches(packageSizes(app, files(1 * MB)))).toEqual([]);
    expect(breaches(packageSizes(app, files(1 * MB + 1))).map(({ what }) => what)).toEqual(['分包 guides']);
    expect(breaches(packageSizes(app, files(3 * MB))).map(({ what }) => what)).toEqual([
      '分包 guides',
      '全部',
      '预下载（一页最多）',
    ]);
  });

  it('are marked in the table', () => {
    expect(sizeLine({ what: 'x', bytes: 2 * KB, limit: KB })).toMatch(/^✗ +2\.0 KB/);
    expect(sizeLine({ what: 'x', bytes: KB, limit: KB })).toMatch(/^✓/);
  });
});
