import { expect, test } from 'vitest'
import type { AvailableStock, Demand } from './demand.ts'
import { by, row, wants } from './fixture.ts'
import { explainPassedOver, planAllocation } from './planner.ts'
import { unfitPromises } from './unfit-promises.ts'

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
