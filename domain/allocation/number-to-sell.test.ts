import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BatchChoice } from '../rules.ts'
import type { AvailableStock, Demand } from './demand.ts'
import { by, row, wants } from './fixture.ts'
import { numberToSell, numberToSellFrom, type RoutedSale, type SoldPart } from './number-to-sell.ts'
import { openWave, planAllocation } from './planner.ts'
import { serveRouted } from './routed-order.ts'

const part = (
  stock: readonly AvailableStock[],
  demand: Partial<Demand> = {},
  more: Partial<SoldPart> = {},
): SoldPart => ({
  productId: 'P',
  perUnit: 1,
  demand: wants(1, demand),
  stock,
  pools: [],
  ...more,
})
const warehouse = (warehouseId: string, priority: number) => ({
  warehouseId,
  warehouseCode: warehouseId,
  priority,
  distanceKm: null,
  parcelCost: null,
  sends: false,
})
const routed = (split: 'never' | 'allowed'): RoutedSale => ({
  rule: { criteria: ['priority'], split, splitCost: 0 },
  warehouses: [warehouse('CHI', 1), warehouse('DAL', 2), warehouse('NYC', 3)],
})
const batches = (choice: BatchChoice) => ({ batches: { choice, by } })
const packs = (of: number) => ({ packs: { of, by } })
const dal = { warehouseId: 'DAL', placeId: 'DAL' }
const a60 = row('A', 60, '2026-01-01')
const b40 = row('B', 40, '2025-12-01')
const c50 = row('C', 50, '2026-02-01', dal)

test.each<[string, SoldPart[], RoutedSale, number]>([
  ['of any batch: all of them', [part([a60, b40])], null, 100],
  ['one batch a line: the largest', [part([a60, b40], batches('one_per_line'))], null, 60],
  ['one batch an order: the largest', [part([a60, b40], batches('one_per_order'))], null, 60],
  ['few batches rather than many: all of them', [part([a60, b40], batches('fewest'))], null, 100],
  ['whole packs of each batch', [part([a60, b40], packs(24))], null, 72],
  ['one batch and whole packs', [part([a60, b40], { ...batches('one_per_line'), ...packs(24) })], null, 48],
  ['closed packs and no loose ones', [part([row('A', 350, null, { closedPackOf: 100 })])], null, 300],
  ['never split: what one warehouse has', [part([a60, b40, c50])], routed('never'), 100],
  ['split: what all have', [part([a60, b40, c50])], routed('allowed'), 150],
  ['split, but one batch: it goes from one', [part([a60, b40, c50], batches('one_per_line'))], routed('allowed'), 60],
  ['from a warehouse that is named', [part([a60, b40, c50], { warehouseId: 'DAL' })], routed('never'), 50],
  [
    'kits: by the part that is there least',
    [part([a60], {}, { perUnit: 2 }), part([b40], {}, { productId: 'Q' })],
    null,
    30,
  ],
  ['kits: each part of one batch', [part([a60, b40], batches('one_per_line'), { perUnit: 3 })], null, 20],
  ['kits: parts in whole packs', [part([row('A', 22, null)], packs(6), { perUnit: 4 })], null, 3],
  [
    'kits never split: all parts in one',
    [part([a60, c50]), part([row('D', 7, null, dal)], {}, { productId: 'Q' })],
    routed('never'),
    7,
  ],
  ['nothing that lies in stock', [], null, 0],
])('%s', (_, parts, sale, number) => {
  expect(numberToSell(parts, sale)).toBe(number)
})

test('from a warehouse alone', () => {
  const some = [part([a60, b40, c50], batches('one_per_line'))]
  expect(['CHI', 'DAL', 'NYC'].map((id) => numberToSellFrom(some, id))).toEqual([60, 50, 0])
})

const stockIn = (sizes: readonly number[]) =>
  fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('A', 'B', 'C'),
      place: fc.constantFrom('CHI', 'DAL', 'NYC'),
      available: fc.integer({ min: 0, max: 20 }),
      closedPackOf: fc.constantFrom(...sizes),
    }),
    { selector: ({ code, place }) => `${code} ${place}`, maxLength: 7 },
  )
const demand = fc.record({
  batches: fc.constantFrom<BatchChoice>('any', 'one_per_line', 'one_per_order', 'fewest', 'oldest_that_fills'),
  packOf: fc.constantFrom(1, 1, 2, 6),
  packOrder: fc.constantFrom<'packs_first' | 'loose_first'>('packs_first', 'loose_first'),
})
const partsOf = (sizes: readonly number[]) =>
  fc
    .tuple(demand, fc.array(fc.tuple(stockIn(sizes), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 2 }))
    .map(([{ batches: choice, packOf, packOrder }, some]) =>
      some.map(([rows, perUnit], at) =>
        part(
          rows.map(({ code, place, available, closedPackOf }) =>
            row(code, available, '2026-01-01', { placeId: place, warehouseId: place, closedPackOf }),
          ),
          { ...batches(choice), ...packs(packOf), packOrder, orderId: 'o' },
          { productId: `P${at}`, perUnit },
        ),
      ),
    )

/** Whether an order of so many is promised whole. */
function isPromised(some: readonly SoldPart[], count: number, sale: RoutedSale): boolean {
  const asked = some.map((one) => ({ ...one, demand: { ...one.demand, quantity: one.perUnit * count } }))
  if (!sale) return asked.every((one) => planAllocation(one.demand, one.stock, one.pools).shortfall === 0)
  const waves = new Map(asked.map((one) => [one.productId, openWave(one.stock, one.pools)]))
  const lines = asked.map((one) => ({ lineId: one.productId, productId: one.productId, demand: one.demand }))
  return serveRouted({ ...sale, lines }, waves).plans.every(({ shortfall }) => shortfall === 0)
}

test.each<[string, RoutedSale, number[]]>([
  ['from anywhere', null, [1, 2, 4]],
  ['never split', routed('never'), [1, 2, 4]],
  ['split, with nothing in closed packs', routed('allowed'), [1]],
])('an order of the number is promised whole, and none that is larger: %s', (_, sale, sizes) => {
  fc.assert(
    fc.property(partsOf(sizes), (some) => {
      const number = numberToSell(some, sale)
      const more = Array.from({ length: 60 }, (__, at) => number + 1 + at)
      expect(isPromised(some, number, sale)).toBe(true)
      expect(more.filter((count) => isPromised(some, count, sale))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('an order of the number is promised whole where closed packs are split over warehouses, too', () => {
  fc.assert(
    fc.property(partsOf([1, 2, 4]), (some) => {
      const sale = routed('allowed')
      expect(isPromised(some, numberToSell(some, sale), sale)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
