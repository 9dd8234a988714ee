import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byTurn, dueOn, type Waiting } from './turn.ts'

const line = (id: string, priority: number, deliverOn: string | null, askedAt: string) => ({
  id,
  priority,
  deliverOn,
  askedAt: `${askedAt}:00.000Z`,
})

test('by priority, then by the day promised, then by who asked first, then by id', () => {
  const queue = [
    line('set first by a person', 5, '2026-12-24', '2026-11-28T10:00'),
    line('owed since yesterday', 0, null, '2026-11-27T23:59'),
    line('owed since today', 0, null, '2026-11-28T00:00'),
    line('promised for the 3rd', 0, '2026-12-03', '2026-11-28T09:00'),
    line('promised for the 4th, asked first', 0, '2026-12-04', '2026-11-20T09:00'),
    line('promised for the 4th, by id: a', 0, '2026-12-04', '2026-11-21T09:00'),
    line('promised for the 4th, by id: b', 0, '2026-12-04', '2026-11-21T09:00'),
    line('set last by a person', -1, '2026-11-01', '2026-10-01T10:00'),
  ]
  const sorted = queue.toReversed().sort(byTurn)
  expect(sorted.map(({ id }) => id)).toEqual(queue.map(({ id }) => id))
})

test('what was promised for no day is due on the day it was asked', () => {
  expect(dueOn(line('', 0, null, '2026-11-27T23:59'))).toBe('2026-11-27')
  expect(dueOn(line('', 0, '2026-12-03', '2026-11-27T23:59'))).toBe('2026-12-03')
})

const lines = fc.record<Waiting>({
  priority: fc.integer({ min: -1, max: 1 }),
  deliverOn: fc.constantFrom('2026-11-30', '2026-12-01', null),
  askedAt: fc.constantFrom('2026-11-30T23:00:00.000Z', '2026-12-01T01:00:00.000Z', '2026-12-01T02:00:00.000Z'),
  id: fc.constantFrom('a', 'b', 'c'),
})
const keyOf = (one: Waiting) => JSON.stringify({ ...one, deliverOn: dueOn(one) })
const signOf = (a: Waiting, b: Waiting) => Math.sign(byTurn(a, b))

test('the turn is a strict order: nobody before himself, of two one, and of three no ring', () => {
  fc.assert(
    fc.property(lines, lines, lines, (a, b, c) => {
      expect(signOf(a, b) + signOf(b, a)).toBe(0)
      expect(signOf(a, b) === 0).toBe(keyOf(a) === keyOf(b))
      if (signOf(a, b) < 0 && signOf(b, c) < 0) expect(signOf(a, c)).toBe(-1)
    }),
    { numRuns: 2000 },
  )
})
