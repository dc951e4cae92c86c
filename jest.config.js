const compiled = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/tests/support/shownOnFailure.mjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': compiled(false), '\\.tsx$': compiled(true) },
  globalSetup: '<rootDir>/tests/support/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/support/globalTeardown.ts',
  reporters: ['default', '<rootDir>/tests/support/closingLine.mjs'],
  // Processes, never threads: the Temporal SDK's native part is one per process.
  maxWorkers: 2,
  workerThreads: false,
  // Modules of finished suites stay in memory: a process that has grown is replaced between two suites.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
};
