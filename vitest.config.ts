import { defineConfig } from 'vitest/config'

const skipped = ['**/node_modules/**', '**/dist/**', '.firstout/**']
const database = {
  globalSetup: './server/test/global-setup.ts',
  exclude: skipped,
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/** Files that put others in the place of modules or of the clock: each has modules of its own. */
const alone = ['**/*-without-lock.test.ts', 'server/platform/**/*.test.ts']

/** One file after the other in the same two processes, which load the server once: half the work of a run. */
const together = (groupOrder: number) => ({ isolate: false, sequence: { groupOrder } })
const apart = { sequence: { groupOrder: 2 } }

export default defineConfig({
  test: {
    maxWorkers: 2,
    experimental: { fsModuleCache: true },
    reporters: ['default'],
    projects: [
      {
        test: {
          ...together(0),
          name: 'domain',
          include: ['domain/**/*.test.ts'],
          exclude: skipped,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...database,
          ...together(1),
          name: 'server',
          include: ['{server,tools,cli,bench}/**/*.test.ts', 'web/**/*.test.ts'],
          exclude: [...skipped, ...alone, '**/*.browser.test.ts'],
        },
      },
      { test: { ...database, ...apart, name: 'alone', include: alone } },
      {
        test: {
          ...database,
          ...together(3),
          name: 'browser',
          include: ['web/test/**/*.browser.test.ts'],
          testTimeout: 300_000,
          expect: { poll: { timeout: 30_000 } }, // milliseconds: of a page that is being loaded on a busy machine
        },
      },
      { test: { ...database, name: 'conformance', include: ['**/*.conformance.ts'], testTimeout: 1_800_000 } },
    ],
  },
})
