import { expect, test } from 'vitest'
import type { AvailableStock, Demand } from './demand.ts'
import { by, row, wants } from './fixture.ts'
import { judgeOf, judges } from './judge.ts'
import { explainPassedOver, planAllocation } from './planner.ts'
import { unfitPromises, whyNotBeside } from './unfit-promises.ts'

const early = row('early', 100, '2025-12-01')
const late = row('late', 100, '2026-06-01')
const held = (stock: AvailableStock, quantity: number) => ({ stock, quantity })
const unfit = (demand: Demand, ...promised: ReturnType<typeof held>[]) =>
  unfitPromises(demand, promised).map(({ stock, quantity }) => [stock.batchCode, quantity])

test('what is too short-lived by now, held or barred is given back, and nothing else', () => {
  const demand = wants(50, { rules: [{ kind: 'days', daysMin: 90 }] })
  expect(unfit(demand, held(early, 20), held(late, 30))).toEqual([['early', 20]])
  const onHold = { ...late, obstacles: [{ kind: 'held', hold: 'QA-1', reason: '' }] } as const
  expect(unfit(wants(50), held(early, 20), held(onHold, 30))).toEqual([['late', 30]])
  const barred = wants(50, { barred: [{ batchIds: [late.batchId], by }] })
  expect(unfit(barred, held(early, 20), held(late, 30))).toEqual([['late', 30]])
})

test('of two batches where one may serve the line, both', () => {
  const demand = wants(50, { batches: { choice: 'one_per_line', by } })
  expect(unfit(demand, held(early, 50))).toEqual([])
  expect(unfit(demand, held(early, 20), held(late, 30))).toHaveLength(2)
  expect(unfit(wants(50, { batches: { choice: 'fewest', by } }), held(early, 20), held(late, 30))).toEqual([])
})

test('what is no whole pack', () => {
  expect(unfit(wants(50, { packs: { of: 12, by } }), held(early, 24), held(late, 25))).toEqual([['late', 25]])
})

test('what lies in a warehouse with rules of its own is held against those', () => {
  const rules = [{ kind: 'days', daysMin: 90, by }] as const
  const demand = wants(150, { inWarehouse: new Map([['east', { rules }]]) })
  const east = { ...early, warehouseId: 'east', placeId: 'e' }
  const { picks, passedOver } = planAllocation(demand, [east, { ...early, warehouseId: 'west', placeId: 'w' }, late])
  expect(picks.map(({ placeId, quantity }) => [placeId, quantity])).toEqual([
    ['w', 100],
    [late.placeId, 50],
  ])
  expect(passedOver.map(explainPassedOver)).toEqual(['early: 8 days left on 2025-11-23, Amazon needs 90'])
  expect(unfit(demand, held(east, 10), held(early, 10))).toEqual([['early', 10]])
})

test('what was forced stays against life, lists, packs and company, never when it is held or expired', () => {
  const rules = [{ kind: 'days', daysMin: 90, by }] as const
  const strict = { rules, barred: [{ batchIds: ['early'], by }], packs: { of: 12, by }, forced: ['early'] }
  const demand = wants(50, { ...strict, batches: { choice: 'one_per_line', by } })
  expect(unfit(demand, held(early, 5), held(late, 24))).toEqual([])
  const onHold = { ...early, obstacles: [{ kind: 'held', hold: 'QA-1', reason: '' }] } as const
  expect(unfit(demand, held(onHold, 5))).toEqual([['early', 5]])
  expect(unfit(demand, held({ ...early, today: '2025-12-02' }, 5))).toEqual([['early', 5]])
  expect(unfit({ ...demand, deliverOn: '2025-12-02' }, held(early, 5))).toEqual([['early', 5]])
})

const beside = (demand: Demand, kept: ReturnType<typeof held>[], taken: ReturnType<typeof held>) => {
  const reason = whyNotBeside(demand, kept, taken)
  return reason && explainPassedOver({ batchCode: taken.stock.batchCode, quantity: taken.quantity, reason })
}

test('a line may have other stock beside what it keeps, or is told why not', () => {
  const amazon = wants(50, { rules: [{ kind: 'days', daysMin: 90, by }] })
  expect(beside(amazon, [], held(late, 50))).toBe(null)
  expect(beside(amazon, [], held(early, 50))).toBe('early: 8 days left on 2025-11-23, Amazon needs 90')
  const single = wants(50, { batches: { choice: 'one_per_line', by } })
  expect(beside(single, [], held(late, 50))).toBe(null)
  expect(beside(single, [held(late, 10)], held(late, 40))).toBe(null)
  expect(beside(single, [held(early, 10)], held(late, 40))).toBe(
    'late: 40 left alone, the 50 must come from one batch (Amazon)',
  )
  expect(beside({ ...single, forced: ['early'] }, [held(early, 10)], held(late, 40))).toBe(null)
  expect(beside({ ...single, boundTo: 'early' }, [], held(late, 50))).toBe(null)
  const shared = wants(50, { batches: { choice: 'one_per_order', by }, boundTo: 'early' })
  expect(beside(shared, [], held(late, 50))).toMatch(/of the order must come from one batch/)
  const packs = wants(50, { packs: { of: 12, by } })
  expect(beside(packs, [held(early, 12)], held(late, 24))).toBe(null)
  expect(beside(packs, [held(early, 11)], held(late, 24))).toMatch(/only whole packs of 12/)
  expect(beside(packs, [], held(late, 25))).toMatch(/only whole packs of 12/)
})

test('lines that share a demand share its verdicts, and each demand has its own', () => {
  const judgeFor = judges()
  const strict = wants(50, { rules: [{ kind: 'days', daysMin: 90 }] })
  for (const _ of ['found', 'known']) {
    expect(judgeFor(strict)(early)).toEqual(judgeOf(strict)(early))
    expect(judgeFor(strict)(late)).toBeNull()
    expect(judgeFor(wants(50))(early)).toBeNull()
  }
})

const oneForAll = { batches: { choice: 'one_per_order', by } } as const
const onHold = { ...late, obstacles: [{ kind: 'held', hold: 'QA-1', reason: '' }] } as const

test.each<[string, Partial<Demand>, ReturnType<typeof held>[], AvailableStock, string | null]>([
  ['of an order that has none yet, any', oneForAll, [], late, null],
  ['of an order that has some of it, more', { ...oneForAll, boundTo: 'late' }, [], late, null],
  ['beside another of its order', oneForAll, [held(early, 10)], late, 'batches'],
  [
    'beside another, where few batches are wished',
    { batches: { choice: 'fewest', by } },
    [held(early, 10)],
    late,
    null,
  ],
  ['beside two, one of which is its own', oneForAll, [held(late, 10), held(early, 10)], late, 'batches'],
  ['on hold', {}, [], onHold, 'held'],
  ['on hold, though it was forced', { forced: ['late'] }, [], onHold, 'held'],
  ['forced, against all company', { ...oneForAll, boundTo: 'early', forced: ['late'] }, [held(early, 10)], late, null],
  ['forced, in no whole pack', { packs: { of: 12, by }, forced: ['late'] }, [], late, null],
])('a line may have stock, or is told why not: %s', (_, more, kept, stock, kind) => {
  expect(whyNotBeside(wants(50, more), kept, held(stock, 10))?.kind ?? null).toBe(kind)
})

test('a promise of the batch of its order stays, one in no whole pack does not, unless it was forced', () => {
  const demand = wants(50, { ...oneForAll, packs: { of: 12, by } })
  expect(unfit(demand, held(early, 12), held({ ...early, placeId: 'p2' }, 13))).toEqual([['early', 13]])
  expect(unfit({ ...demand, forced: ['early'] }, held(early, 13), held(late, 12))).toEqual([])
  expect(unfit(demand, held(early, 12), held(late, 12))).toEqual([
    ['early', 12],
    ['late', 12],
  ])
})

test('no part of a closed box is given or kept, and nobody forces it', () => {
  const box = row('box', 300, '2026-06-01', { closedPackOf: 100 })
  const demand = wants(300, { forced: ['box', 'late'] })
  const says = 'late: 50 not taken, closed boxes of 100 are not opened'
  expect(beside(demand, [held(box, 250)], held(late, 50))).toBe(says)
  expect(beside(demand, [held(box, 200)], held(late, 50))).toBeNull()
  expect(beside(demand, [], held(box, 150))).toBe('box: 150 not taken, closed boxes of 100 are not opened')
})
