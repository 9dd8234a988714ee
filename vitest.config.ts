import { defineConfig } from 'vitest/config'

const skipped = ['**/node_modules/**', '**/dist/**', '.firstout/**']
const database = {
  globalSetup: './server/test/global-setup.ts',
  exclude: skipped,
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    experimental: { fsModuleCache: true },
    reporters: ['default'],
    projects: [
      { test: { name: 'domain', include: ['domain/**/*.test.ts'], exclude: skipped, testTimeout: 60_000 } },
      {
        test: {
          ...database,
          name: 'server',
          include: ['{server,tools,cli,bench}/**/*.test.ts', 'web/**/*.test.ts'],
          exclude: [...skipped, '**/*.browser.test.ts'],
        },
      },
      { test: { ...database, name: 'browser', include: ['web/test/**/*.browser.test.ts'], testTimeout: 300_000 } },
      { test: { ...database, name: 'conformance', include: ['**/*.conformance.ts'], testTimeout: 1_800_000 } },
    ],
  },
})
