import { defineConfig } from 'vitest/config'

const real = { globalSetup: ['server/test/global-setup.ts'], testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    pool: 'forks',
    reporters: ['default'],
    projects: [
      { test: { name: 'domain', include: ['domain/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'tools/**/*.test.ts', 'cli/**/*.test.ts', 'bench/**/*.test.ts'],
          ...real,
        },
      },
      {
        test: { name: 'browser', include: ['web/test/**/*.browser.test.ts'], ...real, testTimeout: 180_000 },
      },
      {
        test: {
          name: 'conformance',
          include: ['**/*.conformance.ts'],
          exclude: ['node_modules/**', 'dist/**'],
          ...real,
          testTimeout: 1_800_000,
        },
      },
    ],
  },
})
