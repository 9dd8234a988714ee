/**
 * tools/mutation/vitest.config.mjs — what `npm run mutate` tries on each mutant: the tests of the domain, the quick ones first, for
 * the first that fails is the last that is run; the laws with fewer cases.
 */
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

class ShortestFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).toReversed()
  }
}

export default defineConfig({
  test: {
    include: ['domain/**/*.test.ts'],
    setupFiles: ['./tools/mutation/few-runs.mjs'],
    sequence: { sequencer: ShortestFirst },
    testTimeout: 60_000,
    isolate: false,
  },
})
