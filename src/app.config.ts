import { mainPages, packages, staffPages, tabs } from './routes';

const onWeapp = process.env.TARO_ENV === 'weapp';

const subPackages = [
  { root: 'packages/guides', name: 'guides', pages: Object.values(packages.guides) },
  { root: 'packages/benefits', name: 'benefits', pages: Object.values(packages.benefits) },
  // Filling in needs the server anyway: not preloaded, as guides and benefits share the 2 MB of a first page.
  { root: 'packages/apply', name: 'apply', pages: Object.values(packages.apply) },
  // Nor this, which few need.
  { root: 'packages/certificate', name: 'certificate', pages: Object.values(packages.certificate) },
  { root: 'packages/account', name: 'account', pages: Object.values(packages.account) },
  ...(process.env.TARO_APP_STAFF === '1'
    ? [{ root: 'packages/staff', name: 'staff', pages: Object.values(staffPages) }]
    : []),
];

const preload = { network: 'all' as const, packages: ['guides', 'benefits', 'account'] };

export default defineAppConfig({
  pages: Object.values(mainPages),
  subPackages,
  // Guides are looked up underground and in lifts: every first page brings them, over any network.
  preloadRule: Object.fromEntries(Object.values(mainPages).map((page) => [page, preload])),
  lazyCodeLoading: 'requiredComponents',
  ...(onWeapp
    ? {
        darkmode: true,
        themeLocation: 'theme.json',
        __usePrivacyCheck__: true,
        requiredPrivateInfos: [],
        style: 'v2',
      }
    : {}),
  window: {
    navigationBarTitleText: '金普民生',
    navigationBarBackgroundColor: onWeapp ? '@card' : '#FFFFFF',
    navigationBarTextStyle: onWeapp ? '@barText' : 'black',
    backgroundColor: onWeapp ? '@ground' : '#F4F7FA',
    backgroundTextStyle: onWeapp ? '@pull' : 'dark',
  },
  tabBar: {
    custom: true,
    color: '#4A5768',
    selectedColor: '#0B5CC4',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: tabs.home, text: '首页' },
      { pagePath: tabs.services, text: '办事' },
      { pagePath: tabs.mine, text: '我的' },
    ],
  },
});
