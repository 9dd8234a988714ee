import fc from 'fast-check'
import { expect, test } from 'vitest'
import { againstRestock, type Decided, decisionKinds, openStandings, standingsOf } from './inspected.ts'

const hold = { number: 'QA-1', reason: 'under test' }

test.each([
  ['2026-01-01', [], null],
  [null, [], null],
  // On its last day it is still good.
  ['2025-11-23', [], null],
  ['2025-11-22', [], { kind: 'expired', expiresOn: '2025-11-22' }],
  ['2026-01-01', [hold], { kind: 'held', hold }],
  ['2025-11-22', [hold], { kind: 'expired', expiresOn: '2025-11-22' }],
])('last day %s with holds %j: against restocking stands %j', (expiresOn, holds, expected) => {
  expect(againstRestock({ expiresOn, holds }, '2025-11-23')).toEqual(expected)
})

test('three go back to stock, and one waits for repair, is repaired and follows', () => {
  const decided: Decided[] = [
    { was: 'undecided', becomes: 'restock', quantity: 3 },
    { was: 'undecided', becomes: 'refurbish', quantity: 1 },
    { was: 'refurbish', becomes: 'restock', quantity: 1 },
  ]
  expect(standingsOf(5, decided)).toMatchObject({ undecided: 1, restock: 4, refurbish: 0 })
})

test('law: the standings add up to what came, as long as no more was decided', () => {
  const rows = fc.array(
    fc.record({
      was: fc.constantFrom(...openStandings),
      becomes: fc.constantFrom(...decisionKinds),
      quantity: fc.integer({ min: 1, max: 20 }),
    }),
  )
  fc.assert(
    fc.property(fc.nat(100), rows, (came, drawn) => {
      const standings = { ...standingsOf(came, []) }
      const possible = drawn.filter(({ was, becomes, quantity }) => {
        if (standings[was] < quantity) return false
        standings[was] -= quantity
        standings[becomes] += quantity
        return true
      })
      const now = standingsOf(came, possible)
      expect(Object.values(now).reduce((sum, units) => sum + units, 0)).toBe(came)
      expect(Math.min(...Object.values(now))).toBeGreaterThanOrEqual(0)
    }),
  )
})
