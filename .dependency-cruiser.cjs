/** The layers of docs/architecture.md. Each rule's comment is what a person sees when it breaks. */
const layer = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const code = '\\.(ts|tsx|js)$';
const tests = '\\.(test|arbitrary)\\.tsx?$';

module.exports = {
  forbidden: [
    layer(
      'no-circular',
      'A cycle hides which module is the deeper one; pull the shared part out.',
      {},
      { circular: true, viaOnly: { pathNot: 'node_modules' } },
    ),
    layer(
      'domain-is-pure',
      'domain/ runs unchanged on the phone and the server: only domain, stdnum and dayjs.',
      { path: '^src/domain/', pathNot: tests },
      { pathNot: ['^src/domain/', 'node_modules/(stdnum|dayjs)/'] },
    ),
    layer(
      'contract-knows-types-only',
      'contract/ is the API as data: domain types and zod.',
      { path: '^src/contract/', pathNot: tests },
      { pathNot: ['^src/(contract|domain)/', 'node_modules/zod/'] },
    ),
    layer(
      'platform-has-no-rules',
      'platform/ adapts the device; domain rules, stores and UI live above it. Shared value types are fine.',
      { path: '^src/platform/', pathNot: tests },
      { path: '^src/(stores|components|pages|packages|services|generated)/|^server/' },
    ),
    layer(
      'platform-domain-only-shared',
      'Of the domain, platform/ may use only its shared value types.',
      { path: '^src/platform/', pathNot: tests },
      { path: '^src/domain/', pathNot: '^src/domain/shared/' },
    ),
    layer(
      'services-are-headless',
      'services/ get content as arguments and reach the device through ports; no UI, stores, Taro or generated content.',
      { path: '^src/services/', pathNot: tests },
      { path: '^src/(stores|components|pages|packages|generated)/|^server/|node_modules/(react|@tarojs)/' },
    ),
    layer(
      'stores-are-headless',
      'stores/ hold state: domain, services, zustand.',
      { path: '^src/stores/', pathNot: tests },
      { path: '^src/(components|pages|packages|generated|platform/taro)/|^server/|node_modules/@tarojs/' },
    ),
    layer(
      'components-are-dumb',
      'components/ take props and give events.',
      { path: '^src/components/', pathNot: tests },
      { path: '^src/(services|stores|generated|pages|packages)/|^server/' },
    ),
    layer(
      'main-package-stays-small',
      'pages/ are the main package: of content only the catalogue, the reference tables and the search index (a guide body here costs 1 MB).',
      { path: '^src/(pages|app|custom-tab-bar)', pathNot: tests },
      { path: '^src/generated/', pathNot: '^src/generated/(catalogue|reference|search-index|build)\\.' },
    ),
    layer(
      'packages-stand-alone',
      'A subpackage may not be on the phone when another runs: packages never import one another.',
      { path: '^src/packages/([^/]+)/' },
      { path: '^src/packages/', pathNot: '^src/packages/$1/' },
    ),
    layer(
      'only-platform-calls-taro',
      'The device is reached through src/platform; elsewhere only Taro components and page hooks.',
      { path: '^src/(domain|contract|services|stores)/' },
      { path: 'node_modules/@tarojs/' },
    ),
    layer(
      'server-imports-no-client',
      'The server shares domain, contract and generated content with the phone, nothing else.',
      { path: '^server/' },
      { path: '^src/(platform|services|stores|components|pages|packages|app)' },
    ),
    layer(
      'phone-imports-no-server',
      'Nothing of the server or the scripts reaches the phone.',
      { path: '^src/', pathNot: tests },
      { path: '^(server|scripts|test)/' },
    ),
    layer(
      'no-barrels',
      'A barrel pulls every guide into the main package (measured 312 KB → 1,287 KB).',
      {},
      { path: '^src/(generated|components)/index\\.' },
    ),
    layer('no-unresolvable', 'The import does not resolve.', { path: code }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.scss'],
      // Some packages say where they begin in "exports" alone.
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
    exclude: { path: '\\.(scss|svg|png)$' },
  },
};
