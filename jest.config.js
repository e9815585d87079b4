/** Tests run as ES modules; PGlite needs Node's own import, hence --experimental-vm-modules in `npm test`. */
const common = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/** What touches SQL runs on both engines; what is about one of them alone runs there. */
export default {
  projects: [
    {
      ...common,
      displayName: 'embedded',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/[a-z]+/server/'],
    },
    {
      ...common,
      displayName: 'postgres',
      testMatch: [
        '**/test/{record,activities,workflows}/**/*.test.ts',
        '**/test/*/server/*.test.ts',
        '**/test/web/office/*.test.ts',
      ],
      testPathIgnorePatterns: [
        '/node_modules/',
        '/test/record/(embedded|files).test.ts',
        '/test/workflows/replay.test.ts',
      ],
      globalSetup: '<rootDir>/test/record/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/record/remove-postgres.mjs',
      setupFiles: ['<rootDir>/test/record/on-postgres.mjs'],
    },
  ],
  // Databases and engines start slowly on a machine that is shared.
  testTimeout: 180_000,
  maxWorkers: 2,
};
