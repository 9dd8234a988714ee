import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseWarehouses, type RoutingAsk, type WarehouseOffer } from './routing.ts'
import { explainWarehouse } from './routing-explain.ts'

const from = (
  warehouseCode: string,
  has: Record<string, number>,
  more: Partial<WarehouseOffer> = {},
): WarehouseOffer => ({
  warehouseId: warehouseCode,
  warehouseCode,
  priority: 1,
  distanceKm: 100,
  daysLeftMin: 30,
  parcelCost: 500,
  quantities: new Map(Object.entries(has)),
  ...more,
})
const wants = (lines: Record<string, number>, more: Partial<RoutingAsk> = {}): RoutingAsk => ({
  lines: Object.entries(lines).map(([lineId, quantity]) => ({ lineId, quantity })),
  criteria: ['priority', 'distance', 'cost', 'freshest'],
  split: 'allowed',
  splitCost: 300,
  shortage: 'part',
  ...more,
})
const money = (minor: number) => `$${(minor / 100).toFixed(2)}`
const both = { p: 9, q: 9 }
const far = { distanceKm: 1200 }
const only = (split: 'never') => ({ split })

test.each<[string, RoutingAsk, WarehouseOffer[], string, number, number, string[]]>([
  [
    'nobody has it',
    wants({ p: 5 }),
    [from('CHI', { q: 9 })],
    '',
    0,
    5,
    ['CHI: has nothing of this order that may be sent'],
  ],
  [
    'the nearer',
    wants({ p: 5 }),
    [from('DAL', both, far), from('CHI', both)],
    'CHI p5',
    500,
    0,
    ['DAL: 1200 km away, CHI 100 km away'],
  ],
  [
    'priority before distance',
    wants({ p: 5 }),
    [from('DAL', both, far), from('CHI', both, { priority: 2 })],
    'DAL p5',
    500,
    0,
    ['CHI: priority 2, DAL priority 1'],
  ],
  [
    'the cheaper of equals',
    wants({ p: 5 }),
    [from('A', both), from('B', both, { parcelCost: 400 })],
    'B p5',
    400,
    0,
    ['A: $5.00 a parcel, B $4.00 a parcel'],
  ],
  [
    'the fresher of equals',
    wants({ p: 5 }),
    [from('A', both), from('B', both, { daysLeftMin: 31 })],
    'B p5',
    500,
    0,
    ['A: 30 days left, B 31 days left'],
  ],
  [
    'what expires first',
    wants({ p: 5 }, { criteria: ['expires_first'] }),
    [from('A', both), from('B', both, { daysLeftMin: 1 })],
    'B p5',
    500,
    0,
    ['A: 30 days left, B 1 day left'],
  ],
  [
    'of equals in all the first by code',
    wants({ p: 5 }),
    [from('B', both), from('A', both)],
    'A p5',
    500,
    0,
    ['B: equal to A in all, which comes first by its code'],
  ],
  [
    'a distance nobody knows comes last',
    wants({ p: 5 }),
    [from('A', both, { distanceKm: null }), from('B', both, far)],
    'B p5',
    500,
    0,
    ['A: not known, B 1200 km away'],
  ],
  [
    'whole from one before a cheaper split',
    wants({ p: 5, q: 5 }),
    [from('A', { p: 9 }, { parcelCost: 1 }), from('B', { q: 9 }, { parcelCost: 1 }), from('C', both, { priority: 9 })],
    'C p5 q5',
    500,
    0,
    ['A: has 5 of 10', 'B: has 5 of 10'],
  ],
  [
    'scenario 30: B from Chicago, A from Dallas',
    wants({ b: 100, a: 50 }),
    [from('CHI', { b: 100 }), from('DAL', { a: 50 }, far)],
    'CHI b100; DAL a50',
    1300,
    0,
    [],
  ],
  [
    'the cheapest split',
    wants({ p: 5, q: 5 }),
    [from('A', { p: 9 }), from('B', { q: 9 }), from('C', { q: 9 }, { parcelCost: 200, priority: 3 })],
    'A p5; C q5',
    1000,
    0,
    ['B: with it the order costs $13.00 in 2 parcels, without it $10.00 in 2 parcels'],
  ],
  [
    'two parcels before three, though each is dearer',
    wants({ p: 6 }),
    [from('A', { p: 2 }, { parcelCost: 100 }), from('B', { p: 2 }, { parcelCost: 100 }), from('C', { p: 4 })],
    'A p2; C p4',
    900,
    0,
    ['B: equal to A in all, which comes first by its code'],
  ],
  [
    'a line whole from one of the split',
    wants({ p: 3, q: 5 }),
    [from('A', { p: 2, q: 5 }), from('B', { p: 3 })],
    'A q5; B p3',
    1300,
    0,
    [],
  ],
  [
    'never split: the one that serves most',
    wants({ p: 9 }, only('never')),
    [from('A', { p: 2 }), from('B', { p: 7 })],
    'B p7',
    500,
    2,
    ['A: has 2 of 9'],
  ],
  [
    'never split, whole or nothing',
    wants({ p: 9 }, { split: 'never', shortage: 'whole' }),
    [from('A', { p: 2 }), from('B', { p: 7 })],
    '',
    0,
    9,
    ['A: has 2 of 9', 'B: has 7 of 9'],
  ],
  [
    'a split that leaves something short',
    wants({ p: 9 }),
    [from('A', { p: 2 }), from('B', { p: 3 })],
    'A p2; B p3',
    1300,
    4,
    [],
  ],
  ['no lines', wants({}), [from('A', both)], '', 0, 0, ['A: has nothing of this order that may be sent']],
])('%s', (_, ask, offers, legs, cost, shortfall, says) => {
  const routing = chooseWarehouses(ask, offers)
  const text = ({ warehouseId, lines }: (typeof routing.legs)[number]) =>
    [warehouseId, ...lines.map(({ lineId, quantity }) => `${lineId}${quantity}`)].join(' ')
  expect(routing.legs.map(text).join('; ')).toBe(legs)
  expect([routing.cost, routing.shortfall]).toEqual([cost, shortfall])
  expect(routing.passedOver.map((one) => explainWarehouse(one, money))).toEqual(says)
})

test('of many warehouses those that together offer most are weighed, and one that serves all is found among any number', () => {
  const many = Array.from({ length: 40 }, (_, at) => from(`W${String(at).padStart(2, '0')}`, { p: at + 1 }))
  const routing = chooseWarehouses(wants({ p: 200 }), many)
  expect([routing.shortfall, routing.legs.length]).toEqual([0, 6])
  expect(routing.passedOver.map(({ reason }) => reason.kind)).toContain('too_many')
  expect(
    explainWarehouse(
      routing.passedOver[0] ?? { warehouseId: '', warehouseCode: '', reason: { kind: 'nothing' } },
      money,
    ),
  ).toBe('W00: not weighed, other warehouses offer more of this order')
  expect(chooseWarehouses(wants({ p: 40 }), many).legs.map(({ warehouseId }) => warehouseId)).toEqual(['W39'])
})

const offer = fc.record({
  priority: fc.integer({ min: 1, max: 2 }),
  distanceKm: fc.option(fc.nat(3), { freq: 3 }),
  daysLeftMin: fc.option(fc.nat(3)),
  parcelCost: fc.nat(4),
  quantities: fc.record({ p: fc.nat(4), q: fc.nat(4) }).map((has) => new Map(Object.entries(has))),
})
const offers = fc
  .array(offer, { maxLength: 6 })
  .map((all) => all.map((one, at): WarehouseOffer => ({ ...one, warehouseId: `w${at}`, warehouseCode: `w${at}` })))
const ask = fc.record({
  lines: fc.record({ p: fc.integer({ min: 1, max: 6 }), q: fc.integer({ min: 1, max: 6 }) }).map(({ p, q }) => [
    { lineId: 'p', quantity: p },
    { lineId: 'q', quantity: q },
  ]),
  criteria: fc.shuffledSubarray(['priority', 'distance', 'cost', 'expires_first', 'freshest'] as const),
  split: fc.constantFrom('never' as const, 'allowed' as const),
  splitCost: fc.nat(3),
  shortage: fc.constantFrom('part' as const, 'whole' as const),
})

/** Of every way to give each line's units to warehouses, unit by unit: what it serves at most, and at what price at least. */
function everyWay(asked: RoutingAsk, all: readonly WarehouseOffer[]) {
  const ways = new Map<string, { used: ReadonlySet<number>; served: number }>([['', { used: new Set(), served: 0 }]])
  const units = asked.lines.flatMap(({ lineId, quantity }) => all.map((_, at) => ({ lineId, at, quantity })))
  let open = [
    { used: new Set<number>(), served: 0, rest: new Map(asked.lines.map((one) => [one.lineId, one.quantity])) },
  ]
  for (const { lineId, at } of units) {
    const seen = new Map<string, (typeof open)[number]>()
    for (const way of open)
      for (const part of [0, Math.min(way.rest.get(lineId) ?? 0, all[at]?.quantities.get(lineId) ?? 0)]) {
        const rest = new Map(way.rest).set(lineId, (way.rest.get(lineId) ?? 0) - part)
        const used = part > 0 ? new Set(way.used).add(at) : way.used
        seen.set(JSON.stringify([[...used].sort(), [...rest]]), { used, served: way.served + part, rest })
      }
    open = [...seen.values()]
  }
  for (const way of open) ways.set(JSON.stringify([[...way.used].sort(), way.served]), way)
  const price = (used: ReadonlySet<number>) =>
    [...used].reduce((sum, at) => sum + (all[at]?.parcelCost ?? 0), 0) + Math.max(0, used.size - 1) * asked.splitCost
  const able = [...ways.values()].filter(({ used }) => asked.split === 'allowed' || used.size <= 1)
  const most = Math.max(...able.map(({ served }) => served))
  const full = able.filter(({ served }) => served === most)
  return {
    most,
    least: Math.min(...full.map(({ used }) => price(used))),
    single: full.some(({ used }) => used.size === 1),
  }
}

test('law: no other way serves more, and none that serves as much costs less, unless one warehouse serves all', () => {
  fc.assert(
    fc.property(ask, offers, (asked, all) => {
      const { legs, cost, shortfall } = chooseWarehouses(asked, all)
      const { most, least, single } = everyWay(asked, all)
      const quantity = asked.lines.reduce((sum, line) => sum + line.quantity, 0)
      const refused = most === 0 || (asked.shortage === 'whole' && most < quantity)
      expect(shortfall).toBe(quantity - (refused ? 0 : most))
      if (refused) expect([legs, cost]).toEqual([[], 0])
      else if (most === quantity && single) expect(legs.length).toBe(1)
      else expect(cost).toBe(least)
    }),
    { numRuns: 1500 },
  )
})

test('law: legs and shortfall add up, no leg is empty or gives more than is offered, and all others say why', () => {
  fc.assert(
    fc.property(ask, offers, (asked, all) => {
      const { legs, shortfall, passedOver } = chooseWarehouses(asked, all)
      const parts = legs.flatMap(({ warehouseId, lines }) => lines.map((line) => ({ ...line, warehouseId })))
      const quantity = asked.lines.reduce((sum, line) => sum + line.quantity, 0)
      expect(parts.reduce((sum, part) => sum + part.quantity, 0) + shortfall).toBe(quantity)
      for (const part of parts) {
        const offering = all.find(({ warehouseId }) => warehouseId === part.warehouseId)
        expect(part.quantity).toBeLessThanOrEqual(offering?.quantities.get(part.lineId) ?? 0)
      }
      for (const { lines } of legs) expect(lines.length).toBeGreaterThan(0)
      const ids = [...legs, ...passedOver].map(({ warehouseId }) => warehouseId)
      expect(ids.sort()).toEqual(all.map(({ warehouseId }) => warehouseId))
      for (const one of passedOver) expect(explainWarehouse(one, money)).not.toMatch(/undefined|null|NaN/)
    }),
    { numRuns: 1500 },
  )
})

test('law: the order in which warehouses are told changes nothing', () => {
  const shuffled = offers.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(ask, shuffled, (asked, [all, others]) => {
      expect(chooseWarehouses(asked, others)).toEqual(chooseWarehouses(asked, all))
    }),
  )
})
