import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Lying, takeOf } from './take.ts'

const loose = (placeId: string, free: number): Lying => ({ placeId, packOf: null, free })
const boxes = (placeId: string, free: number, packOf: number): Lying => ({ placeId, packOf, free })

describe('so many of a batch are taken', () => {
  test.each([
    ['from one bin', [loose('A', 10)], 4, { parts: [{ placeId: 'A', quantity: 4 }] }],
    [
      'from the next bin where the first has too few',
      [loose('A', 3), loose('B', 10)],
      5,
      {
        parts: [
          { placeId: 'A', quantity: 3 },
          { placeId: 'B', quantity: 2 },
        ],
      },
    ],
    [
      'loose ones before closed boxes',
      [boxes('X', 20, 10), loose('A', 3)],
      13,
      {
        parts: [
          { placeId: 'A', quantity: 3 },
          { placeId: 'X', quantity: 10 },
        ],
      },
    ],
    ['not at all where there are too few', [loose('A', 3)], 4, { available: 3, boxed: false }],
    ['not at all where a box had to be cut', [boxes('X', 20, 10), loose('A', 1)], 13, { available: 11, boxed: true }],
    ['not where more is picked than lies there', [loose('A', -2)], 1, { available: 0, boxed: false }],
  ])('%s', (_, lying, quantity, taken) => {
    expect(takeOf(lying, quantity)).toEqual(taken)
  })

  test('the parts add up, none is more than is free, and no box is cut', () => {
    const place = fc.record({
      placeId: fc.uuid(),
      packOf: fc.option(fc.integer({ min: 2, max: 12 })),
      free: fc.integer({ min: -3, max: 50 }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { selector: (one) => one.placeId }),
        fc.integer({ min: 1, max: 90 }),
        (lying, quantity) => {
          const taken = takeOf(lying, quantity)
          if (!('parts' in taken)) {
            expect(taken.available).toBeLessThan(quantity)
            return
          }
          const at = new Map(lying.map((one) => [one.placeId, one]))
          expect(taken.parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(quantity)
          for (const part of taken.parts) {
            expect(part.quantity).toBeLessThanOrEqual(at.get(part.placeId)?.free ?? 0)
            expect(part.quantity % (at.get(part.placeId)?.packOf ?? 1)).toBe(0)
          }
        },
      ),
    )
  })
})
