import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeLatest, type Reserved } from './free-latest.ts'

const held = (batchId: string, quantity: number, expiresOn: string, packOf: number | null = null): Reserved => ({
  batchId,
  placeId: packOf === null ? 'A-01' : `A-01 ×${packOf}`,
  quantity,
  expiresOn,
  packOf,
})
const loose = held('L', 150, '2026-01-01')
const boxes = held('L', 200, '2026-01-01', 100)
const later = held('M', 300, '2026-06-01', 100)

test.each<[string, Reserved[], number, string]>([
  ['boxes that make it up', [later], 200, 'M 200'],
  ['what is no whole box: one box more', [later], 50, 'M 100'],
  ['loose units make it up, though they expire sooner', [later, loose], 50, 'L 50'],
  ['boxes as far as they go, the rest of what is loose', [later, loose], 230, 'M 200, L 30'],
  ['too few loose ones: a box, and the loose stay', [later, held('L', 30, '2026-01-01')], 150, 'M 200'],
  ['of one batch both', [boxes, loose], 320, 'L 200, L 120'],
  ['no more than there is', [later, boxes], 9000, 'M 300, L 200'],
  ['nothing asked, nothing freed', [later, loose], 0, ''],
])('a closed box is given back whole: %s', (_, rows, quantity, freed) => {
  const told = freeLatest(rows, quantity).map((one) => `${one.batchId} ${one.quantity}`)
  expect(told.join(', ')).toBe(freed)
})

test('law: whole packs are left, as much as wanted is freed, and of nothing freed could a pack stay', () => {
  const rows = fc.uniqueArray(
    fc
      .record({
        batchId: fc.constantFrom('a', 'b', 'c'),
        packOf: fc.constantFrom(null, 2, 5, 6, 12),
        packs: fc.integer({ min: 1, max: 9 }),
        expiresOn: fc.constantFrom('2026-01-01', '2026-02-01', null),
      })
      .map(({ packs, packOf, ...one }) => ({ ...one, packOf, placeId: `${packOf}`, quantity: packs * (packOf ?? 1) })),
    { selector: ({ batchId, placeId }) => `${batchId} ${placeId}`, maxLength: 8 },
  )
  const sum = (some: readonly { quantity: number }[]) => some.reduce((total, { quantity }) => total + quantity, 0)
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 200 }), (reserved, quantity) => {
      const freed = freeLatest(reserved, quantity)
      expect(sum(freed)).toBeGreaterThanOrEqual(Math.min(quantity, sum(reserved)))
      for (const one of freed) {
        const packOf = one.packOf ?? 1
        const before = reserved.find(({ batchId, placeId }) => batchId === one.batchId && placeId === one.placeId)
        expect(one.quantity % packOf).toBe(0)
        expect(before?.quantity).toBeGreaterThanOrEqual(one.quantity)
        expect(sum(freed) - packOf).toBeLessThan(quantity)
      }
    }),
  )
})
