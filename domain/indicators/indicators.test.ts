import { expect, test } from 'vitest'
import { byMonth, figureOf, monthsUntil, type Point, reconciled } from './indicators.ts'

const point = (numerator: number, denominator: number, at = '2025-11-05T10:00:00.000Z'): Point => ({
  kind: 'recall',
  id: 'x',
  number: 'RL-1',
  at,
  numerator,
  denominator,
  remark: null,
})

test.each([
  ['percent', [point(188, 204)], 92.16],
  ['percent', [point(1, 1), point(0, 3)], 25],
  ['percent', [point(99_999, 100_000)], 99.99],
  ['seconds', [point(252, 1), point(60, 1)], 156],
  ['percent', [point(0, 0)], null],
  ['seconds', [], null],
] as const)('%s of %j is %s', (unit, points, value) => {
  expect(figureOf(points, unit).value).toBe(value)
})

test('months go back over the end of a year', () => {
  expect(monthsUntil('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('every month is told, also one without a case', () => {
  const points = [point(1, 2), point(1, 2, '2025-12-31T23:59:59.999Z')]
  expect(
    byMonth(points, 'percent', ['2025-10', '2025-11', '2025-12']).map(({ value, cases }) => [value, cases]),
  ).toEqual([
    [null, 0],
    [50, 1],
    [50, 1],
  ])
})

test('reconciliation by the hand-worked data of scenario 41, and marked where adjustments make it 100 %', () => {
  const nothing = { received: 0, found: 0, lost: 0, consumed: 0 }
  const f1 = { ...nothing, made: 500, onHand: 120, inTransit: 30, shipped: 310, consumed: 25, samples: 10, disposed: 5 }
  expect(reconciled([f1])).toEqual({ numerator: 500, denominator: 500, remark: null })
  expect(reconciled([{ ...f1, onHand: 110, lost: 10 }])).toMatchObject({
    numerator: 500,
    remark: '10 units of it are adjustments',
  })
  expect(reconciled([{ ...f1, disposed: 0 }])).toMatchObject({ numerator: 495 })
})
