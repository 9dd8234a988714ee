/**
 * Which warehouse sends which part of an order, as drawn in tables; the laws are in routed-order.test.ts.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Demand } from './demand.ts'
import { by, row, wants } from './fixture.ts'
import { explainPassedOver, openWave } from './planner.ts'
import type { Pool } from './pools.ts'
import { type RoutedOrder, serveRouted, type WarehouseFacts } from './routed-order.ts'

const facts = (warehouseId: string, more: Partial<WarehouseFacts> = {}): WarehouseFacts => ({
  warehouseId,
  warehouseCode: `${warehouseId}-1`,
  priority: 0,
  distanceKm: null,
  parcelCost: 100,
  sends: false,
  ...more,
})
const at = (warehouseId: string, batch: string, available: number, expiresOn: string | null = '2026-01-01') =>
  row(batch, available, expiresOn, { warehouseId, placeId: `place of ${warehouseId}` })
type Stock = ReturnType<typeof at>
const order = (demands: readonly Demand[], rule: Partial<RoutedOrder['rule']> = {}): RoutedOrder => ({
  lines: demands.map((demand, index) => ({ lineId: `l${index}`, productId: 'P', demand })),
  rule: { criteria: [], split: 'allowed', splitCost: 7, ...rule },
  warehouses: ['A', 'B'].map((id) => facts(id)),
})
const wavesOf = (stock: readonly Stock[], pools: readonly Pool[] = []) => new Map([['P', openWave(stock, pools)]])
const legsOf = ({ routing: { legs } }: ReturnType<typeof serveRouted>) =>
  legs.map(({ warehouseId, lines }) =>
    [warehouseId, ...lines.map(({ lineId, quantity }) => `${lineId} ${quantity}`)].join(' '),
  )

const five = [at('A', 'a', 5), at('B', 'b', 4)]
const oneBatchOverTwo = [at('A', 'x', 5), at('B', 'x', 6)]
const batches = (choice: NonNullable<Demand['batches']>['choice']) => ({ batches: { choice, by } })
const not = (batch: string) => ({ barred: [{ batchIds: [batch], by }] })
const whole = { shortage: 'whole' } as const
const soonest = { criteria: ['expires_first'] } as const
const freshest = { criteria: ['freshest'] } as const
const mixed = [at('A', 'a', 5, '2026-06-01'), at('A', 'x', 3, '2025-12-01'), at('B', 'b', 8)]
const arrivals = new Map([['A', '2025-12-20']])

test.each<[string, Stock[], Demand[], Partial<RoutedOrder['rule']>, string[], number]>([
  ['whole from one that has it', [at('A', 'a', 5), at('B', 'b', 9)], [wants(8)], {}, ['B l0 8'], 0],
  ['else from both', five, [wants(8)], {}, ['A l0 5', 'B l0 3'], 0],
  ['from one alone, where nothing is split', five, [wants(8)], { split: 'never' }, ['A l0 5'], 3],
  ['each line from where it is', five, [wants(5, not('b')), wants(4, not('a'))], {}, ['A l0 5', 'B l1 4'], 0],
  ['whole from both, where whole is asked', five, [wants(9, whole)], {}, ['A l0 5', 'B l0 4'], 0],
  ['nothing, where both are too little for whole', five, [wants(10, whole)], {}, [], 10],
  ['nothing, where one is too little', five, [wants(9, whole)], { split: 'never' }, [], 9],
  ['with what is left where a line stays whole', five, [wants(9, whole), wants(3)], { split: 'never' }, ['A l1 3'], 9],
  ['one batch a line, from where more is', oneBatchOverTwo, [wants(8, batches('one_per_line'))], {}, ['B l0 6'], 2],
  ['one batch an order, likewise', oneBatchOverTwo, [wants(8, batches('one_per_order'))], {}, ['B l0 6'], 2],
  ['the batch it has some of, likewise', oneBatchOverTwo, [wants(8, { boundTo: 'x' })], {}, ['B l0 6'], 2],
  ['few batches may go from two', oneBatchOverTwo, [wants(8, batches('fewest'))], {}, ['A l0 5', 'B l0 3'], 0],
  ['each of two lines of one product from where it is', five, [wants(5), wants(4)], {}, ['A l0 5', 'B l1 4'], 0],
  ['the second in part', five, [wants(3), wants(6)], {}, ['A l0 3 l1 2', 'B l1 4'], 0],
  ['the second whole', five, [wants(3), wants(6, whole)], {}, ['A l0 3 l1 2', 'B l1 4'], 0],
  ['from one alone, where two are not split', five, [wants(5), wants(4)], { split: 'never' }, ['A l0 5'], 4],
  ['what expires first', [at('A', 'a', 5), at('B', 'b', 5, '2025-12-01')], [wants(5)], soonest, ['B l0 5'], 0],
  ['the freshest', [at('A', 'a', 5, '2025-12-01'), at('B', 'b', 5)], [wants(5)], freshest, ['B l0 5'], 0],
  ['what expires first, by the first of its batches', mixed, [wants(8)], soonest, ['A l0 8'], 0],
  ['the freshest, by the first of its batches', mixed, [wants(8)], freshest, ['B l0 8'], 0],
  ['the freshest when it arrives, of one batch', oneBatchOverTwo, [wants(5, { arrivals })], freshest, ['B l0 5'], 0],
  ['what has no date, last', [at('A', 'a', 5, null), at('B', 'b', 5)], [wants(5)], freshest, ['B l0 5'], 0],
  [
    'what has fewest days on the day it arrives',
    [at('A', 'a', 5), at('B', 'b', 5, '2025-12-15')],
    [wants(5, { arrivals })],
    soonest,
    ['A l0 5'],
    0,
  ],
])('an order goes %s', (_, stock, demands, rule, legs, shortfall) => {
  const served = serveRouted(order(demands, rule), wavesOf(stock))
  expect(legsOf(served)).toEqual(legs)
  expect(served.routing.shortfall).toBe(shortfall)
})

test('a line of a product of which nothing is known is short, and keeps no other from being sent', () => {
  const { lines, ...rest } = order([wants(5), wants(3)])
  const unknown = lines.map((line, index) => (index === 0 ? { ...line, productId: 'Q' } : line))
  const served = serveRouted({ ...rest, lines: unknown }, wavesOf(five))
  expect(served.plans[0]).toEqual({ picks: [], shortfall: 5, passedOver: [] })
  expect(legsOf(served)).toEqual(['A l1 3'])
})

test('parcels cost what those cost that are sent, beside what is sent already', () => {
  const split = serveRouted(order([wants(8)]), wavesOf(five))
  expect(split.routing.cost).toEqual({ parcels: 2, cost: 207, unknown: 0 })
  const whole = serveRouted(order([wants(4)]), wavesOf(five))
  expect(whole.routing.cost).toEqual({ parcels: 1, cost: 100, unknown: 0 })
  const warehouses = [facts('A'), facts('B', { sends: true })]
  const beside = serveRouted({ ...order([wants(8)]), warehouses }, wavesOf(five))
  expect(beside.routing.cost).toEqual({ parcels: 1, cost: 107, unknown: 0 })
})

test('a line that is short tells once what stands against each batch, wherever it lies', () => {
  const held = { obstacles: [{ kind: 'held', hold: 'QA-17', reason: 'smell' }] } as const
  const heldIn = (...told: Parameters<typeof at>) => ({ ...at(...told), ...held })
  const [h, k, z] = [heldIn('A', 'h', 9, '2025-12-01'), heldIn('B', 'k', 7), heldIn('A', 'z', 8, '2026-06-01')]
  const { plans } = serveRouted(order([wants(8), wants(2)]), wavesOf([h, at('A', 'a', 5), k, z]))
  const all = ['h: 9 on hold (QA-17)', 'k: 7 on hold (QA-17)', 'z: 8 on hold (QA-17)']
  expect(plans.map(({ passedOver }) => passedOver.map(explainPassedOver))).toEqual([all, all])
  const served = serveRouted(order([wants(5)]), wavesOf([h, at('A', 'a', 5), k, z]))
  expect(served.plans.map(({ passedOver }) => passedOver.map(explainPassedOver))).toEqual([all.slice(0, 1)])
})

test('what a line takes of a pool from two warehouses is told as one', () => {
  const pool = {
    id: 'p',
    name: 'Shop',
    channel: 'shop',
    batchId: null,
    warehouseId: null,
    quantity: 9,
    until: '2026-01-31',
  }
  const shop = serveRouted(order([wants(9, { channel: 'shop' })]), wavesOf(five, [pool]))
  expect(shop.plans[0]?.drawn).toEqual([{ poolId: 'p', quantity: 9 }])
  const other = serveRouted(order([wants(3, { channel: 'other' })]), wavesOf([...five, at('A', 'c', 9)], [pool]))
  expect(other.plans[0] && 'drawn' in other.plans[0]).toBe(false)
})

test('a line that goes whole or not at all takes nothing where the batch of its order is too little of it', () => {
  const shared = { ...batches('one_per_order'), orderId: 'o' }
  const notFromB = { inWarehouse: new Map([['B', { rules: [], approved: [{ batchIds: [], by }] }]]) }
  const first = wants(4, { ...shared, ...notFromB, approved: [{ batchIds: ['a'], by }] })
  const stock = [at('A', 'a', 4), at('B', 'a', 2), at('B', 'b', 6)]
  const legs = (shortage: Demand['shortage']) => {
    const { plans, routing } = serveRouted(order([first, wants(6, { ...shared, shortage })]), wavesOf(stock))
    const idle = routing.passedOver.map(({ warehouseCode, reason }) => `${warehouseCode} ${reason.kind}`)
    return [...plans.map(({ picks, shortfall }) => [...picks.map(({ quantity }) => quantity), -shortfall]), idle]
  }
  expect(legs('part')).toEqual([[4, -0], [2, -4], []])
  expect(legs('whole')).toEqual([[4, -0], [-6], ['B-1 not_together']])
})

/** Every set of warehouses that has as much as there is, or is asked. */
function cheapest(stock: readonly number[], costs: readonly number[], asked: number) {
  const sets = Array.from({ length: 2 ** stock.length }, (_, bits) =>
    stock.flatMap((_, at) => (bits & (1 << at) ? [at] : [])),
  )
  const sum = (all: readonly number[], set: readonly number[]) => set.reduce((total, at) => total + (all[at] ?? 0), 0)
  const most = Math.min(asked, sum(stock, [...stock.keys()]))
  const price = (set: readonly number[]) => sum(costs, set) + 7 * Math.max(0, set.length - 1)
  const able = sets.filter((set) => sum(stock, set) >= most)
  return { most, price: Math.min(...able.map(price)), single: most === asked && able.some((set) => set.length === 1) }
}

test('law: lines of one product that ask alike get all there is, by the cheapest split of all, unless one sends all', () => {
  const houses = ['A', 'B', 'C']
  const amounts = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6))
  const asks = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(amounts, fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), asks, (stock, costs, quantities) => {
      const warehouses = houses.map((id, index) => facts(id, { parcelCost: costs[index] ?? 0 }))
      const rows = houses.flatMap((id, index) => (stock[index] ? [at(id, `${id}-batch`, stock[index])] : []))
      const { routing } = serveRouted(
        { ...order(quantities.map((quantity) => wants(quantity))), warehouses },
        wavesOf(rows),
      )
      const asked = quantities.reduce((sum, quantity) => sum + quantity, 0)
      const { most, price, single } = cheapest(stock, costs, asked)
      expect(routing.shortfall).toBe(asked - most)
      if (single) expect(routing.legs).toHaveLength(1)
      else expect(routing.cost.cost).toBe(price)
    }),
    { numRuns: 1000 },
  )
})
