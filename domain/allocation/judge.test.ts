/**
 * What stands against stock, and which demands may be told the same.
 */
import { expect, test } from 'vitest'
import type { AvailableStock, Demand, Fitness } from './demand.ts'
import { by, row, today, wants } from './fixture.ts'
import { judge, judgedOn, judgeOf, queueKeys } from './judge.ts'

const other = { ruleId: 'r2', name: 'Harrods' }
const ids = ['A']
const list = { batchIds: ids, by }
const last = { expiresOn: '2026-05-01', deliveredOn: '2025-10-12', by }
const inEast = (fitness: Partial<Fitness>) => ({ inWarehouse: new Map([['east', { rules: [], ...fitness }]]) })

/** No two of these judge all stock alike, in the same order. */
const different: Partial<Demand>[] = [
  {},
  { rotation: 'fifo' },
  { rotation: 'manual' },
  { rotation: 'manual', chosen: ['A', 'B'] },
  { rotation: 'manual', chosen: ['B', 'A'] },
  { deliverOn: '2025-12-01' },
  { deliverOn: '2025-12-01', history: true },
  { arrivals: new Map([['CHI', '2025-12-01']]) },
  { arrivals: new Map([['DAL', '2025-12-01']]) },
  { warehouseId: 'CHI' },
  { dateless: true },
  { waits: true },
  { takesExpired: true },
  { batches: { choice: 'oldest_that_fills', by } },
  { rules: [{ kind: 'days', daysMin: 30 }] },
  { rules: [{ kind: 'days', daysMin: 30, by }] },
  { notOlder: last },
  { notOlder: { ...last, by: other } },
  { approved: [list] },
  { approved: [{ batchIds: ids, by: other }] },
  { approved: [{ batchIds: ['B'], by }] },
  { approved: [{ batchIds: ['C'], by }] },
  { barred: [list] },
  { approved: [list], barred: [list] },
  inEast({}),
  inEast({ rules: [{ kind: 'days', daysMin: 30 }] }),
  inEast({ approved: [list] }),
  inEast({ barred: [list] }),
  { inWarehouse: new Map([['west', { rules: [] }]]) },
]

test('two demands are judged together only where all that judges stock is the same', () => {
  const keyOf = queueKeys()
  const keys = different.map((more) => keyOf(wants(5, more)))
  expect(new Set(keys).size).toBe(different.length)
  expect(different.map((more) => keyOf(wants(5, more)))).toEqual(keys)
})

test.each<[string, Partial<Demand>]>([
  ['how much they ask', { quantity: 9 }],
  ['whether a part is enough', { shortage: 'whole' }],
  ['whose pools they may take of', { channel: 'shop' }],
  ['their order', { orderId: 'o1', boundTo: 'A' }],
  ['how many batches may serve them', { batches: { choice: 'fewest', by } }],
  ['the packs in which they go', { packs: { of: 12, by }, packOrder: 'loose_first' }],
])('demands are judged together, whatever %s', (_, more) => {
  const keyOf = queueKeys()
  expect(keyOf(wants(5, more))).toBe(keyOf(wants(5)))
})

const days = (daysMin: number) => ({ rules: [{ kind: 'days', daysMin, by }] }) as const
const held = { kind: 'held', hold: 'QA-17', reason: 'smell' } as const
const soon = row('A', 5, '2025-12-01')
const onHold = { ...soon, obstacles: [held] }
const expired = row('A', 5, '2025-11-20')

test.each<[string, AvailableStock, Partial<Demand>, string | null]>([
  ['nothing', soon, {}, null],
  ['a hold, before all rules', onHold, { barred: [list] }, 'held'],
  ['its days, before what rules say of batches', soon, { ...days(30), barred: [list] }, 'too_short'],
  [
    'that it is barred, before that it is not approved',
    soon,
    { approved: [{ batchIds: [], by }], barred: [list] },
    'barred',
  ],
  [
    'that it is not approved, before its age',
    soon,
    { approved: [{ batchIds: [], by }], notOlder: last },
    'not_approved',
  ],
  ['a list of two that it is not in', soon, { approved: [list, { batchIds: ['B'], by }] }, 'not_approved'],
  ['nothing, where all lists name it', soon, { approved: [list, { batchIds: ['A', 'B'], by }] }, null],
  ['the second list of what is barred', soon, { barred: [{ batchIds: ['B'], by }, list] }, 'barred'],
  ['its age, before that nobody chose it', soon, { rotation: 'manual', notOlder: last }, 'older'],
  ['that nobody chose it', soon, { rotation: 'manual', chosen: ['B'] }, 'not_chosen'],
  ['nothing, chosen or not, where nobody has to', soon, { rotation: 'fefo', chosen: ['B'] }, null],
  ['its turn, last of all', soon, { waits: true }, 'turn'],
  ['a rule, though its turn has not come', soon, { waits: true, barred: [list] }, 'barred'],
  ['nothing, where it was forced', soon, { ...days(30), barred: [list], waits: true, forced: ['A'] }, null],
  ['a rule, where another was forced', soon, { barred: [list], forced: ['B'] }, 'barred'],
  ['a hold, though it was forced', onHold, { forced: ['A'] }, 'held'],
  ['that it expired, though it was forced', expired, { forced: ['A'] }, 'expired'],
  ['nothing, where expired goods go to nobody', expired, { takesExpired: true }, null],
  ['a hold, though expired goods may go', onHold, { takesExpired: true }, 'held'],
  ['the rules of its warehouse', soon, { inWarehouse: new Map([['CHI', { rules: [], barred: [list] }]]) }, 'barred'],
  ['the life asked in its warehouse', soon, { inWarehouse: new Map([['CHI', days(30)]]) }, 'too_short'],
  ['nothing of the rules of another', soon, { inWarehouse: new Map([['DAL', { rules: [], barred: [list] }]]) }, null],
  ['nothing of what holds elsewhere', soon, { barred: [list], inWarehouse: new Map([['CHI', { rules: [] }]]) }, null],
])('against stock stands %s', (_, stock, more, kind) => {
  expect(judgeOf(wants(1, more))(stock)?.kind ?? null).toBe(kind)
})

const arrivals = new Map([['CHI', '2025-11-25']])

test.each<[string, Pick<Demand, 'deliverOn' | 'history' | 'arrivals'>, string]>([
  ['today', { deliverOn: null }, today],
  ['the first day on which it can be there', { deliverOn: null, arrivals }, '2025-11-25'],
  ['the day promised', { deliverOn: '2025-11-30', arrivals }, '2025-11-30'],
  ['not before it can be there', { deliverOn: '2025-11-24', arrivals }, '2025-11-25'],
  ['not before today', { deliverOn: '2025-11-20' }, today],
  ['of what is history, its own day', { deliverOn: '2025-11-20', history: true, arrivals }, '2025-11-20'],
  ['of history without a day, today', { deliverOn: null, history: true }, today],
])('stock is judged on the day it arrives: %s', (_, demand, day) => {
  expect(judgedOn(demand, soon)).toBe(day)
})

test('what is empty or lies elsewhere is not considered; the rest is fit or not, in rotation order', () => {
  const stock = [
    row('empty', 0, '2025-11-25'),
    row('late', 1, '2026-06-01'),
    row('elsewhere', 5, '2025-11-25', { warehouseId: 'DAL' }),
    row('soon', 1, '2025-12-01'),
    row('later', 1, '2026-07-01'),
  ]
  const { rows, fit, unfit, start } = judge(stock, wants(1, { ...days(30), warehouseId: 'CHI' }))
  expect(rows.map((one) => [one.stock.batchId, one.index, one.whyNot?.kind])).toEqual([
    ['soon', 3, 'too_short'],
    ['late', 1, undefined],
    ['later', 4, undefined],
  ])
  expect({ fit, unfit, start }).toEqual({ fit: [1, 2], unfit: [0], start: 0 })
})
