const transform = {
  '^.+\\.[tj]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
    },
  ],
};

const shared = {
  rootDir: import.meta.dirname,
  transform,
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  cacheDirectory: '<rootDir>/.cache/jest',
};

/** The server runs in the tests' own process. */
const withServer = {
  // Fastify's test client needs this package, which comes as an ES module only.
  transformIgnorePatterns: ['/node_modules/(?!cookie/)'],
  testEnvironment: '<rootDir>/test/server-support/environment.mjs',
  moduleNameMapper: {
    ...shared.moduleNameMapper,
    '^@electric-sql/pglite$': '<rootDir>/test/server-support/pglite.cjs',
  },
};

/** One project a kind of test; `scripts/test.ts` runs them in order. */
export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/src/**/*.test.ts',
        '<rootDir>/scripts/**/*.test.ts',
        '<rootDir>/test/{content/**/,}*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.test.tsx'],
      moduleNameMapper: {
        '\\.scss$': '<rootDir>/test/components/no-styles.ts',
        '^@tarojs/components$': '<rootDir>/test/components/taro-components.tsx',
        ...shared.moduleNameMapper,
      },
    },
    {
      ...shared,
      ...withServer,
      displayName: 'server',
      testMatch: ['<rootDir>/test/server/**/*.test.ts', '<rootDir>/test/faults/**/*.test.ts'],
      globalSetup: '<rootDir>/test/server-support/global-setup.ts',
      globalTeardown: '<rootDir>/test/server-support/global-teardown.ts',
    },
    { ...shared, ...withServer, displayName: 'h5', testMatch: ['<rootDir>/test/h5/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'weapp',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/weapp/patience.ts'],
    },
  ],
};
