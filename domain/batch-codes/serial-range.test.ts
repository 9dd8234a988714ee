import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeMax, serialsOf } from './serial-range.ts'

test.each([
  ['S-0998', 'S-1002', ['S-0998', 'S-0999', 'S-1000', 'S-1001', 'S-1002']],
  ['9', '11', ['9', '10', '11']],
  ['A1-7X', 'A1-8X', ['A1-7X', 'A1-8X']],
  ['S1', 'S1', ['S1']],
])('from %s to %s', (from, to, serials) => {
  expect(serialsOf({ from, to })).toEqual({ ok: true, serials })
})

test.each([
  ['S', 'S9', '"S" holds no number to count from'],
  ['S1', 'T2', '"S1" and "T2" differ in more than their number'],
  ['S1X', 'S2Y', '"S1X" and "S2Y" differ in more than their number'],
  ['S07', 'S100', '"S07" and "S100" must have equally many digits'],
  ['S100', 'S99', '"S100" and "S99" must have equally many digits'],
  ['S2', 'S1', '"S1" comes before "S2"'],
  ['S10000', 'S20000', 'it holds more than 10,000 serials'],
  ['1234567890123456', '1234567890123457', '"1234567890123456" holds no number to count from'],
])('from %s to %s is no range, and says why', (from, to, problem) => {
  expect(serialsOf({ from, to })).toEqual({ ok: false, problem })
})

test('a range has as many serials as its ends are apart, all different, and all as long', () => {
  fc.assert(
    fc.property(fc.nat(9_000_000), fc.nat(500), (begin, more) => {
      const write = (value: number) => `LX${String(value).padStart(8, '0')}`
      const read = serialsOf({ from: write(begin), to: write(begin + more) })
      if (!read.ok) throw new Error(read.problem)
      expect(new Set(read.serials).size).toBe(more + 1)
      expect([read.serials[0], read.serials.at(-1)]).toEqual([write(begin), write(begin + more)])
      expect(more).toBeLessThan(rangeMax)
    }),
  )
})
