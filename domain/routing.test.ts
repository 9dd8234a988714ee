import { expect, test } from 'vitest'
import { chooseWarehouses, type RoutedLine, type RoutingAsk, type WarehouseOffer } from './routing.ts'
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
  sends: false,
  quantities: new Map(Object.entries(has)),
  together: new Map(),
  ...more,
})
const wants = (
  lines: Record<string, number>,
  { shortage = 'part', undivided = false, ...more }: Partial<RoutingAsk & RoutedLine> = {},
): RoutingAsk => ({
  lines: Object.entries(lines).map(([lineId, quantity]) => ({
    lineId,
    productId: lineId,
    quantity,
    shortage,
    undivided,
  })),
  criteria: ['priority', 'distance', 'cost', 'freshest'],
  split: 'allowed',
  splitCost: 300,
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
    'a line wanted whole, never split',
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
  [
    'a line wanted whole is whole from two',
    wants({ p: 9 }, { shortage: 'whole' }),
    [from('A', { p: 2 }), from('B', { p: 7 })],
    'A p2; B p7',
    1300,
    0,
    [],
  ],
  [
    'a line that goes from one warehouse alone: where most of it is',
    wants({ p: 9, q: 2 }, { undivided: true }),
    [from('A', { p: 5 }), from('B', { p: 7 }), from('C', { q: 2 })],
    'B p7; C q2',
    1300,
    2,
    ['A: with it the order costs $21.00 in 3 parcels, without it $13.00 in 2 parcels'],
  ],
  [
    'on from where a part is sent already, though another is nearer',
    wants({ p: 5 }),
    [from('A', both), from('B', both, { ...far, sends: true })],
    'B p5',
    0,
    0,
    ['A: B sends a part of the order already'],
  ],
  [
    'beside what is sent already a parcel is one more',
    wants({ p: 5, q: 5 }),
    [from('A', { p: 9 }), from('B', { q: 9 }, { sends: true })],
    'B q5; A p5',
    800,
    0,
    [],
  ],
  [
    'never split goes on from there alone',
    wants({ p: 5 }, only('never')),
    [from('A', both), from('B', { p: 2 }, { sends: true }), from('C', {})],
    'B p2',
    0,
    3,
    ['A: the order may not be split, and a part of it goes from B', 'C: has nothing of this order that may be sent'],
  ],
  [
    'a cost nobody knows comes last',
    wants({ p: 5, q: 5 }),
    [from('A', { p: 9 }), from('B', { q: 9 }, { parcelCost: null }), from('C', { q: 9 }, { parcelCost: 9000 })],
    'A p5; C q5',
    9800,
    0,
    ['B: with it the order costs $8.00 in 2 parcels, 1 of unknown cost, without it $98.00 in 2 parcels'],
  ],
  ['no lines', wants({}), [from('A', both)], '', 0, 0, ['A: has nothing of this order that may be sent']],
])('%s', (_, ask, offers, legs, cost, shortfall, says) => {
  const routing = chooseWarehouses(ask, offers)
  const text = ({ warehouseId, lines }: (typeof routing.legs)[number]) =>
    [warehouseId, ...lines.map(({ lineId, quantity }) => `${lineId}${quantity}`)].join(' ')
  expect(routing.legs.map(text).join('; ')).toBe(legs)
  expect([routing.cost.cost, routing.shortfall]).toEqual([cost, shortfall])
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
