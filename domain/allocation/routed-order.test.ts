import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Criterion } from '../routing.ts'
import type { Demand } from './demand.ts'
import { by, row, today, wants } from './fixture.ts'
import { openWave } from './planner.ts'
import type { Pool } from './pools.ts'
import { type RoutedOrder, serveRouted, type WarehouseFacts } from './routed-order.ts'

const houses = ['A', 'B', 'C']
const facts = (warehouseId: string, more: Partial<WarehouseFacts> = {}): WarehouseFacts => ({
  warehouseId,
  warehouseCode: warehouseId,
  priority: 0,
  distanceKm: null,
  parcelCost: 100,
  sends: false,
  ...more,
})
const at = (warehouseId: string, batch: string, available: number, expiresOn = '2026-01-01') =>
  row(batch, available, expiresOn, { warehouseId, placeId: `${warehouseId}1` })
const order = (demands: readonly Demand[], more: Partial<RoutedOrder> = {}): RoutedOrder => ({
  lines: demands.map((demand, index) => ({ lineId: `l${index}`, productId: 'P', demand })),
  rule: { criteria: ['priority'], split: 'allowed', splitCost: 0 },
  warehouses: houses.map((id) => facts(id)),
  ...more,
})
const waves = (...stock: ReturnType<typeof row>[]) => new Map([['P', openWave(stock)]])
const told = ({ plans, routing }: ReturnType<typeof serveRouted>) => [
  plans.map(({ picks }) => picks.map(({ batchId, quantity }) => `${batchId} ${quantity}`).join(', ')),
  routing.passedOver.map(({ warehouseId, reason }) => `${warehouseId} ${reason.kind}`),
]

test('whole packs hold over all legs: what cannot make one is told, and its warehouse sends nothing', () => {
  const packs = { of: 6, by }
  const served = serveRouted(order([wants(10, { packs })]), waves(at('A', 'a', 6), at('B', 'b', 6)))
  expect(told(served)).toEqual([['a 6'], ['C nothing', 'B not_together']])
  expect([served.routing.cost.parcels, served.routing.shortfall]).toEqual([1, 4])
})

test('one batch an order: its lines come from the warehouse that has most of them, by one batch', () => {
  const batches = { choice: 'one_per_order', by } as const
  const lines = [wants(4, { batches, orderId: 'o' }), wants(4, { batches, orderId: 'o' })]
  const served = serveRouted(order(lines), waves(at('A', 'a', 5), at('A', 'x', 3), at('B', 'b', 8, '2026-06-01')))
  expect(told(served)[0]).toEqual(['b 4', 'b 4'])
})

test('a line that is not served tells what stands against the batches of all warehouses', () => {
  const lines = [wants(9, { rules: [{ kind: 'days', daysMin: 60 }] })]
  const { plans } = serveRouted(order(lines), waves(at('A', 'a', 5, '2026-06-01'), at('B', 'b', 8)))
  expect(plans[0]?.shortfall).toBe(4)
  expect(plans[0]?.passedOver.map(({ batchCode, reason }) => `${batchCode} ${reason.kind}`)).toEqual(['b too_short'])
})

test('so it does where its warehouse sends another line of the order', () => {
  const long = wants(2, { rules: [{ kind: 'days', daysMin: 60 }] })
  const lines = [
    { lineId: 'l0', productId: 'P', demand: long },
    { lineId: 'l1', productId: 'Q', demand: wants(3) },
  ]
  const stocks = new Map([
    ['P', openWave([at('A', 'a', 5)])],
    ['Q', openWave([at('A', 'q', 5)])],
  ])
  const { plans, routing } = serveRouted(order([], { lines }), stocks)
  expect(routing.legs.map(({ warehouseId }) => warehouseId)).toEqual(['A'])
  expect(plans.map((plan) => plan.passedOver.map(({ reason }) => reason.kind))).toEqual([['too_short'], []])
})

test('to try something out takes nothing', () => {
  const wave = openWave([at('A', 'a', 5)])
  expect(wave.tryOut([wants(3), wants(3)]).map(({ shortfall }) => shortfall)).toEqual([0, 1])
  expect(wave.serve([wants(5)])[0]?.shortfall).toBe(0)
  expect(wave.tryOut([wants(1)])[0]?.shortfall).toBe(1)
})

const stock = fc.array(
  fc.record({
    product: fc.constantFrom('P', 'Q'),
    warehouseId: fc.constantFrom(...houses),
    available: fc.integer({ min: 1, max: 9 }),
    expiresOn: fc.constantFrom('2025-11-20', '2025-12-01', '2026-01-01', null),
    batch: fc.constantFrom('x', 'y', 'z'),
  }),
  { maxLength: 9 },
)
const line = fc.record({
  product: fc.constantFrom('P', 'Q'),
  quantity: fc.integer({ min: 1, max: 12 }),
  shortage: fc.constantFrom('part' as const, 'whole' as const),
  choice: fc.constantFrom('any' as const, 'one_per_line' as const, 'one_per_order' as const, 'fewest' as const),
  packOf: fc.constantFrom(1, 1, 3),
})
const asked = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  split: fc.constantFrom('never' as const, 'allowed' as const),
  criteria: fc.shuffledSubarray<Criterion>(['priority', 'distance', 'cost', 'expires_first', 'freshest']),
  warehouses: fc.tuple(...houses.map(() => fc.record({ priority: fc.nat(2), parcelCost: fc.option(fc.nat(3)) }))),
  channel: fc.constantFrom('shop', 'other'),
})
const pool: Pool = {
  id: 'p',
  name: 'Shop',
  channel: 'shop',
  batchId: null,
  warehouseId: null,
  quantity: 4,
  until: '2026-12-31',
}

type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never
type Row = ReturnType<typeof row> & { product: string }

const balancesOf = (rows: typeof stock extends fc.Arbitrary<infer Value> ? Value : never): Row[] =>
  rows.map(({ product, warehouseId, available, expiresOn, batch }, index) => ({
    product,
    ...row(`${product}${batch}`, available, expiresOn, { warehouseId, placeId: `${warehouseId}${index}` }),
  }))

const routed = ({ lines, split, criteria, warehouses, channel }: Asked, orderId: string): RoutedOrder => ({
  rule: { split, criteria, splitCost: 1 },
  warehouses: houses.map((id, house) => facts(id, warehouses[house])),
  lines: lines.map(({ product, quantity, shortage, choice, packOf }, lineNo) => ({
    lineId: `${orderId} ${lineNo}`,
    productId: product,
    demand: wants(quantity, { shortage, channel, orderId, batches: { choice, by }, packs: { of: packOf, by } }),
  })),
})

const sum = (some: readonly { quantity: number }[]) => some.reduce((total, { quantity }) => total + quantity, 0)

function expectLawful({ lines, rule }: RoutedOrder, { plans, routing }: ReturnType<typeof serveRouted>): void {
  const picks = plans.flatMap((plan, at) => plan.picks.map((pick) => ({ ...pick, lineId: lines[at]?.lineId })))
  for (const [index, { picks: own, shortfall }] of plans.entries()) {
    const { quantity = 0, shortage, batches } = lines[index]?.demand ?? {}
    expect(sum(own) + shortfall).toBe(quantity)
    if (shortage === 'whole') expect([0, quantity]).toContain(sum(own))
    if (batches?.choice.startsWith('one_per'))
      expect(new Set(own.map(({ batchId }) => batchId)).size).toBeLessThanOrEqual(1)
  }
  const parts = routing.legs.flatMap((leg) => leg.lines.map((part) => ({ ...part, warehouseId: leg.warehouseId })))
  for (const { warehouseId, lineId, quantity } of parts)
    expect(sum(picks.filter((one) => one.placeId.startsWith(warehouseId) && one.lineId === lineId))).toBe(quantity)
  expect(sum(parts)).toBe(sum(picks))
  if (rule.split === 'never') expect(routing.legs.length).toBeLessThanOrEqual(1)
  expect([...routing.legs, ...routing.passedOver].map(({ warehouseId }) => warehouseId).sort()).toEqual(houses)
}

test('law: legs are what is picked, nothing is picked twice or lost, never more warehouses or batches than the rules let', () => {
  fc.assert(
    fc.property(stock, fc.array(asked, { minLength: 1, maxLength: 4 }), fc.boolean(), (rows, orders, keeps) => {
      const balances = balancesOf(rows)
      const waveOf = (product: string) => {
        const own = balances.filter((one) => one.product === product)
        return [product, openWave(own, keeps && product === 'P' ? [pool] : [])] as const
      }
      const all = new Map([waveOf('P'), waveOf('Q')])
      const left = new Map(balances.map(({ placeId, available }) => [placeId, available]))
      for (const [index, one] of orders.entries()) {
        const placed = routed(one, String(index))
        const served = serveRouted(placed, all)
        expectLawful(placed, served)
        for (const { placeId, quantity } of served.plans.flatMap(({ picks }) => picks))
          left.set(placeId, (left.get(placeId) ?? 0) - quantity)
      }
      expect([...left.values()].every((quantity) => quantity >= 0)).toBe(true)
      for (const [product, wave] of all) {
        const good = balances.filter((one) => one.product === product && (one.expiresOn ?? today) >= today)
        const [rest] = wave.tryOut([wants(1000, { channel: 'shop' })])
        expect(sum(rest?.picks ?? [])).toBe(sum(good.map(({ placeId }) => ({ quantity: left.get(placeId) ?? 0 }))))
      }
    }),
    { numRuns: 500 },
  )
})
