/**
 * domain/recalls/recalled-units.test.ts — every unit of a recall is out, here, destroyed or accounted for otherwise.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MassTotals, massBalance } from '../mass-balance.ts'
import { recalledUnits } from './recalled-units.ts'

const none: MassTotals = {
  received: 0,
  made: 0,
  found: 0,
  onHand: 0,
  inTransit: 0,
  consumed: 0,
  shipped: 0,
  disposed: 0,
  samples: 0,
  lost: 0,
}

test('what customers had, less what came back, is what they have', () => {
  const then = massBalance({ ...none, received: 100, onHand: 40, shipped: 60 })
  const now = massBalance({ ...none, received: 100, onHand: 45, disposed: 5, shipped: 50 })
  expect(recalledUnits(then, now, 10)).toEqual({
    distributed: 60,
    sentSince: 0,
    recovered: 10,
    outstanding: 50,
    held: 45,
    destroyed: 5,
    other: 0,
    gap: 0,
  })
})

test('law: nothing is lost between then and now', () => {
  const totals = fc.record(
    Object.fromEntries(Object.keys(none).map((key) => [key, fc.nat(1000)])) as Record<
      keyof MassTotals,
      fc.Arbitrary<number>
    >,
  )
  fc.assert(
    fc.property(totals, totals, fc.nat(100), (a, b, recovered) => {
      const [then, now] = [massBalance(a), massBalance(b)]
      const units = recalledUnits(then, now, recovered)
      expect(units.distributed + units.sentSince - units.recovered).toBe(units.outstanding)
      const before = then.shipped + then.onHand + then.inTransit
      const after = units.outstanding + units.held + units.destroyed + units.other
      expect(after - before).toBe(then.gap - units.gap)
    }),
  )
})
