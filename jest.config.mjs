const parser = (tsx) => ({ syntax: 'typescript', tsx })
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: { parser: parser(tsx), target: 'es2023', experimental: { keepImportAttributes: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
]

/** What both projects share: our sources are transformed by swc, packages run as they are, styles are left out. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // The cleanup wraps what is kept once per process and then calls itself for ever when it is set again.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': swc(false), '\\.tsx$': swc(true) },
  moduleNameMapper: {
    '^@payload-config$': '<rootDir>/payload.config.ts',
    '^@tests/(.*)$': '<rootDir>/tests/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
    '\\.(css|scss)$': '<rootDir>/tests/setup/style.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/dist/', '<rootDir>/.data/'],
}

/** @type {import('jest').Config} */
export default {
  coverageProvider: 'v8',
  coverageReporters: ['json'],
  // Files no test loads count too, with nothing run.
  collectCoverageFrom: ['src/{domain,kernel,platform}/**/*.{ts,tsx}'],
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/{unit,conformance}/**/*.test.{ts,tsx}'],
      setupFiles: ['<rootDir>/tests/setup/environment.ts'],
    },
    {
      ...shared,
      displayName: 'int',
      testMatch: ['<rootDir>/tests/int/**/*.test.{ts,tsx}', '<rootDir>/tests/scenarios/**/*.{test,scenario}.{ts,tsx}'],
      setupFiles: ['<rootDir>/tests/setup/environment.ts', '<rootDir>/tests/setup/clone.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/setup/cleanup.ts'],
    },
  ],
}
