import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './calendar-date.ts'
import { proposeTransfers, type WarehouseNow } from './transfer-proposals.ts'

const today = '2025-11-23'
const at = (warehouseId: string, now: Partial<WarehouseNow> = {}): WarehouseNow => ({
  warehouseId,
  today,
  free: [],
  waiting: 0,
  coming: 0,
  soldPerDay: 0,
  ...now,
})
const batch = (batchId: string, expiresOn: string | null, quantity: number) => ({ batchId, expiresOn, quantity })
const brief = (all: readonly WarehouseNow[]) =>
  proposeTransfers(all).map(({ from, to, quantity, why, batchId }) => [from, to, quantity, why, batchId])

test('who waits gets what is free elsewhere, from where most lies, and no more than waits', () => {
  const few = at('LAX', { free: [batch('A', '2026-01-01', 10)] })
  const many = at('CHI', { free: [batch('A', '2026-01-01', 25), batch('B', null, 5)] })
  expect(brief([at('DAL', { waiting: 35 }), few, many])).toEqual([
    ['CHI', 'DAL', 30, 'waiting', null],
    ['LAX', 'DAL', 5, 'waiting', null],
  ])
})

test('what is already on its way to it is not proposed again', () => {
  const chicago = at('CHI', { free: [batch('A', null, 100)] })
  expect(brief([chicago, at('DAL', { waiting: 40, coming: 30 })])).toEqual([['CHI', 'DAL', 10, 'waiting', null]])
  expect(brief([chicago, at('DAL', { waiting: 40, coming: 40 })])).toEqual([])
})

test('what would not be sold before its last day goes where it would be, and no more', () => {
  // Ten days are left, today among them: Chicago sells 20 of its 100, Dallas 50 of which 15 lie there.
  const chicago = at('CHI', { soldPerDay: 2, free: [batch('A', '2025-12-02', 100)] })
  const dallas = at('DAL', { soldPerDay: 5, free: [batch('B', '2025-12-01', 15)] })
  expect(proposeTransfers([chicago, dallas])).toEqual([
    {
      from: 'CHI',
      to: 'DAL',
      quantity: 35,
      why: 'expires',
      batchId: 'A',
      expiresOn: '2025-12-02',
      daysLeft: 9,
      unsold: 80,
    },
  ])
})

test('batches that sell in their turn, that are undated, or that nobody else sells stay', () => {
  const sells = at('CHI', { soldPerDay: 10, free: [batch('A', '2025-12-02', 100)] })
  expect(brief([sells, at('DAL', { soldPerDay: 5 })])).toEqual([])
  expect(brief([at('CHI', { free: [batch('U', null, 100)] }), at('DAL', { soldPerDay: 5 })])).toEqual([])
  expect(brief([at('CHI', { free: [batch('A', '2025-12-02', 100)] }), at('DAL')])).toEqual([])
})

const someBatch = fc
  .tuple(fc.uuid(), fc.option(fc.integer({ min: -5, max: 90 })), fc.integer({ min: 1, max: 200 }))
  .map(([id, days, quantity]) => batch(id, days === null ? null : addDays(today, days), quantity))
const someWarehouse = fc.record({
  warehouseId: fc.uuid(),
  today: fc.constant(today),
  free: fc.array(someBatch, { maxLength: 4 }),
  waiting: fc.integer({ min: 0, max: 100 }),
  coming: fc.integer({ min: 0, max: 20 }),
  soldPerDay: fc.double({ min: 0, max: 20, noNaN: true }),
})

test('laws: within what is free and what waits, never to itself, nothing that has expired, and the same again', () => {
  fc.assert(
    fc.property(fc.array(someWarehouse, { maxLength: 4 }), (warehouses) => {
      const proposals = proposeTransfers(warehouses)
      const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0)
      for (const { warehouseId, free, waiting, coming } of warehouses) {
        const good = free.filter(({ expiresOn }) => expiresOn === null || daysBetween(today, expiresOn) >= 0)
        expect(sum(proposals.filter(({ from }) => from === warehouseId))).toBeLessThanOrEqual(sum(good))
        const awaited = proposals.filter(({ to, why }) => to === warehouseId && why === 'waiting')
        expect(sum(awaited)).toBeLessThanOrEqual(Math.max(0, waiting - coming))
      }
      for (const one of proposals) {
        expect(one.from).not.toBe(one.to)
        expect(one.quantity).toBeGreaterThan(0)
        if (one.why === 'expires') expect(one.expiresOn >= today && one.quantity <= one.unsold).toBe(true)
      }
      expect(proposeTransfers(warehouses)).toEqual(proposals)
    }),
  )
})
