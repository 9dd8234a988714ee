import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawn } from './drawn.ts'

const bins = Array.from({ length: 50 }, (_, at) => at)

test('law: as many as were asked for, each once, in their order, and the same seed draws the same', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(2 ** 31), (count, seed) => {
      const sample = drawn(bins, { count, seed })
      expect(sample).toHaveLength(Math.min(count, bins.length))
      expect(sample).toEqual([...new Set(sample)].sort((a, b) => a - b))
      expect(drawn(bins, { count, seed })).toEqual(sample)
    }),
  )
})

test('over many seeds every bin is drawn about as often as any other', () => {
  const times = new Map(bins.map((bin) => [bin, 0]))
  for (let seed = 0; seed < 5000; seed += 1)
    for (const bin of drawn(bins, { count: 10, seed })) times.set(bin, (times.get(bin) ?? 0) + 1)
  // 1000 each are likely, with a deviation of 28: eight of them are never seen by chance.
  for (const often of times.values()) expect(Math.abs(often - 1000)).toBeLessThan(230)
})
