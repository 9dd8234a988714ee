/**
 * domain/storage/fixture.ts — goods, bins and what lies in them, for the tests of storage.
 */
import fc from 'fast-check'
import { positionOf } from './bin-position.ts'
import { allergens, hazards, mixings, temperatures } from './classes.ts'
import type { Goods, Lying } from './may-lie.ts'
import type { PlacedBin } from './propose-bin.ts'

export const goods = (more: Partial<Goods> = {}): Goods => ({
  batchId: 'a',
  productId: 'p',
  quantity: 10,
  storage: null,
  hazard: null,
  allergens: [],
  rotation: 'fefo',
  expiresOn: '2026-01-01',
  ...more,
})
export const lying = (more: Partial<Lying> = {}): Lying => ({
  batchId: 'b',
  batchCode: 'B',
  productId: 'p',
  sku: 'P',
  quantity: 10,
  hazard: null,
  expiresOn: '2026-02-01',
  ...more,
})
export const bin = (more: Partial<PlacedBin> = {}): PlacedBin => ({
  id: more.code ?? 'A-1-1',
  code: 'A-1-1',
  zoneCode: null,
  position: positionOf({ code: more.code ?? 'A-1-1', aisle: null, bay: null, level: null }),
  storage: 'ambient',
  hazards: [],
  freeFrom: [],
  below: [],
  mixing: 'mixed',
  capacity: null,
  lying: [],
  ...more,
})

const some = <T>(of: readonly T[]) => fc.subarray([...of], { maxLength: 3 })
const maybe = <T>(of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: null })
const expiresOn = maybe(['2026-01-01', '2026-02-01', '2026-03-01'])
const batch = fc.constantFrom('a', 'b', 'c')
const product = fc.constantFrom('p', 'q')
const quantity = fc.integer({ min: 1, max: 50 })

export const anyGoods: fc.Arbitrary<Goods> = fc.record({
  batchId: batch,
  productId: product,
  quantity,
  storage: maybe(temperatures),
  hazard: maybe(hazards),
  allergens: some(allergens.slice(0, 4)),
  rotation: fc.constantFrom('fefo', 'fifo', 'lifo'),
  expiresOn,
})
const anyLying: fc.Arbitrary<Lying> = fc
  .record({ batchId: batch, productId: product, quantity, hazard: maybe(hazards), expiresOn })
  .map((row) => ({ ...row, batchCode: row.batchId.toUpperCase(), sku: row.productId.toUpperCase() }))
export const anyBin: fc.Arbitrary<PlacedBin> = fc
  .record({
    code: fc.stringMatching(/^[AB]-[1-9]-[1-3]$/),
    storage: fc.constantFrom(...temperatures),
    hazards: some(hazards),
    freeFrom: some(allergens.slice(0, 4)),
    below: fc.array(fc.record({ code: fc.constant('A-1-0'), freeFrom: some(allergens.slice(0, 4)) }), { maxLength: 2 }),
    mixing: fc.constantFrom(...mixings),
    capacity: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    lying: fc.array(anyLying, { maxLength: 3 }),
  })
  .map(bin)
