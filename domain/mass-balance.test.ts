import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MassTotals, massBalance } from './mass-balance.ts'

const nothing: MassTotals = {
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
/** Scenario 41, first step: 500 made, and where they are. */
const f1 = { made: 500, onHand: 120, inTransit: 30, shipped: 310, consumed: 25, samples: 10, disposed: 5 }

test.each([
  ['nothing came, nothing is anywhere', {}, 0, 100, null],
  ['scenario 41: all 500 are somewhere', f1, 0, 100, null],
  [
    'one movement of 10 missing',
    { ...f1, samples: 0 },
    10,
    98,
    '10 units are not accounted for: 500 came in, 490 are on hand or gone.',
  ],
  [
    'too many',
    { received: 3, onHand: 4 },
    -1,
    133.33,
    '1 units too many are accounted for: 3 came in, 4 are on hand or gone.',
  ],
  ['out of nowhere', { onHand: 4 }, -4, 0, '4 units too many are accounted for: 0 came in, 4 are on hand or gone.'],
  ['found and lost again', { found: 2, lost: 2 }, 0, 100, null],
  ['a third', { received: 3, onHand: 1 }, 2, 33.33, '2 units are not accounted for: 3 came in, 1 are on hand or gone.'],
] as [string, Partial<MassTotals>, number, number, string | null][])('%s', (_, given, gap, percent, alarm) => {
  expect(massBalance({ ...nothing, ...given })).toMatchObject({ gap, percent, alarm })
})

const units = fc.nat(1_000_000)
const totals = fc.record({
  received: units,
  made: units,
  found: units,
  onHand: units,
  inTransit: units,
  consumed: units,
  shipped: units,
  disposed: units,
  samples: units,
  lost: units,
})

test('law: in is out and the gap; the alarm is silent exactly where there is none', () => {
  fc.assert(
    fc.property(totals, (given) => {
      const balance = massBalance(given)
      expect(balance.out + balance.gap).toBe(balance.in)
      expect(balance.alarm === null).toBe(balance.gap === 0)
      if (balance.gap === 0) expect(balance.percent).toBe(100)
    }),
  )
})

test('law: each kind counts once, on its own side', () => {
  const sides = { received: 1, made: 1, found: 1 } as Record<string, number>
  fc.assert(
    fc.property(totals, fc.constantFrom(...(Object.keys(nothing) as (keyof MassTotals)[])), (given, kind) => {
      const more = massBalance({ ...given, [kind]: given[kind] + 1 })
      expect(more.gap - massBalance(given).gap).toBe(sides[kind] ?? -1)
    }),
  )
})
