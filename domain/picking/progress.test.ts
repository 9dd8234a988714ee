import fc from 'fast-check'
import { expect, test } from 'vitest'
import { progressOf, stopWords } from './progress.ts'

const table = `
  reserved picked packed | toPick stopped packable loose
  10       0      0      | 10     0       0        0
  10       4      0      | 6      0       4        4
  10       10     7      | 0      0       3        3
  0        4      0      | 0      4       0        4
  3        10     0      | 0      7       3        10
  3        10     5      | 0      7       0        5
  0        4      4      | 0      4       0        0`
const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.match(/\d+/g)?.map(Number) ?? [])

test.each(rows)('of %i reserved, %i picked and %i packed', (reserved = 0, picked = 0, packed = 0, ...wanted) => {
  expect(Object.values(progressOf({ reserved, picked, packed }))).toEqual(wanted)
})

test('law: to pick and rightly picked are the promise, and what is stopped is never packed', () => {
  const standing = fc.record({ reserved: fc.nat(50), picked: fc.nat(50), packed: fc.nat(50) })
  fc.assert(
    fc.property(standing, (one) => {
      const { toPick, stopped, packable, loose } = progressOf(one)
      expect(toPick + one.picked - stopped).toBe(one.reserved)
      expect(packable).toBeLessThanOrEqual(Math.min(loose, one.reserved))
      if (stopped > 0) expect(toPick).toBe(0)
    }),
  )
})

test.each([
  [{ kind: 'held', hold: 'QA-17', reason: 'mould' } as const, 'on hold (QA-17: mould)'],
  [{ kind: 'expired', expiresOn: '2026-01-31' } as const, 'expired, its last day was 2026-01-31'],
  [{ kind: 'cancelled' } as const, 'the order was cancelled'],
  [{ kind: 'released' } as const, 'not promised to this order any more'],
])('%o reads "%s"', (why, words) => {
  expect(stopWords(why)).toBe(words)
})
