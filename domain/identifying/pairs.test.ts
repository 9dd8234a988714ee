import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountedBatch, identifiedIn } from './pairs.ts'

const unknown = (expected: number, found: number): CountedBatch => ({ expected, found, isUnknown: true })
const known = (expected: number, found: number): CountedBatch => ({ expected, found, isUnknown: false })

test('goods without batch that are found as two batches are identified as both', () => {
  expect(identifiedIn([unknown(200, 0), known(0, 120), known(0, 80)])).toEqual([200, 120, 80])
})

test('what is beyond the smaller side is a difference', () => {
  expect(identifiedIn([unknown(10, 4), known(0, 8)])).toEqual([6, 6])
  expect(identifiedIn([unknown(10, 0), known(5, 9)])).toEqual([4, 4])
})

test('a known batch that is missing, and goods without batch that are too many, identify nothing', () => {
  expect(identifiedIn([unknown(3, 5), known(4, 2)])).toEqual([0, 0])
})

const line = fc.record({ found: fc.nat(50), expected: fc.nat(50), isUnknown: fc.boolean() })
const sum = (units: readonly number[]) => units.reduce((all, one) => all + one, 0)

test('no line identifies more than it differs by, and both sides are alike', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const pairs = identifiedIn(lines)
      const of = (side: boolean) => sum(pairs.filter((_, at) => lines[at]?.isUnknown === side))
      expect(of(true)).toBe(of(false))
      for (const [at, { found, expected }] of lines.entries()) {
        expect(pairs[at]).toBeGreaterThanOrEqual(0)
        expect(pairs[at]).toBeLessThanOrEqual(Math.abs(found - expected))
      }
    }),
  )
})

test('what is missing without batch and what is too many of known ones are never both left', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const pairs = identifiedIn(lines)
      const left = lines.map(({ found, expected }, at) => Math.abs(found - expected) - (pairs[at] ?? 0))
      const missing = left.some((units, at) => units > 0 && isMissing(lines[at]))
      const beyond = left.some((units, at) => units > 0 && isBeyond(lines[at]))
      expect(missing && beyond).toBe(false)
    }),
  )
})

const isMissing = (one: CountedBatch | undefined) => one?.isUnknown === true && one.found < one.expected
const isBeyond = (one: CountedBatch | undefined) => one?.isUnknown === false && one.found > one.expected
