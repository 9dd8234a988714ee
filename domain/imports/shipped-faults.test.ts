import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../calendar-date.ts'
import { faultsIn, type KnownBatch, type Shipped } from './shipped-faults.ts'

const needs = { batch: true, date: true, turn: true }
const shipped = (on: string, batch: string | undefined, more: Partial<Shipped> = {}): Shipped => ({
  on,
  batch,
  quantity: 10,
  expiresOn: undefined,
  producedOn: undefined,
  cameIn: undefined,
  rules: [],
  needs,
  ...more,
})
const days = (daysMin: number) => [{ kind: 'days', daysMin } as const]

test('on its last day a unit is still good, a day later it was expired', () => {
  const of = (on: string) => faultsIn([shipped(on, 'A', { expiresOn: '2026-03-31' })], [])
  expect([of('2026-03-31'), of('2026-04-01')]).toEqual([[[]], [['shipped_expired']]])
})

test('as many days as are asked are enough, one less is too few', () => {
  const of = (daysMin: number) =>
    faultsIn([shipped('2026-03-01', 'A', { expiresOn: '2026-03-31', rules: days(daysMin) })], [])
  expect([of(30), of(31)]).toEqual([[[]], [['shipped_short']]])
})

test('a batch that expires earlier and left later was out of turn, unless it was too short for that customer or not made yet', () => {
  const early = { expiresOn: '2026-06-01' }
  const late = { expiresOn: '2026-09-01' }
  const turn = (first: Partial<Shipped>, second: Partial<Shipped> = {}) =>
    faultsIn(
      [shipped('2026-02-01', 'LATE', { ...late, ...first }), shipped('2026-02-02', 'EARLY', { ...early, ...second })],
      [],
    )[0]
  expect(turn({})).toEqual(['shipped_out_of_turn'])
  expect(turn({ rules: days(150) })).toEqual([])
  expect(turn({}, { producedOn: '2026-02-02' })).toEqual([])
  expect(turn({}, { on: '2026-02-01' })).toEqual([])
  expect(turn({ needs: { ...needs, turn: false } })).toEqual([])
})

test('what still lies here stayed behind; dates that the sheet does not say are those that are known', () => {
  const known = [
    { code: 'OLD', expiresOn: '2026-06-01', producedOn: null, lies: true },
    { code: 'NEW', expiresOn: '2026-09-01', producedOn: null, lies: false },
  ]
  expect(faultsIn([shipped('2026-02-01', 'NEW'), shipped('2026-07-01', 'NEW')], known)).toEqual([
    ['shipped_out_of_turn'],
    [],
  ])
})

test('what no batch or date is written of, what is spoiled, what has two dates and what is more than came in', () => {
  expect(
    faultsIn(
      [
        shipped('2026-02-01', undefined),
        shipped('2026-02-01', '1.2E+10', { expiresOn: '2026-09-01' }),
        shipped('2026-02-01', 'A', { expiresOn: '2026-08-01', cameIn: 15 }),
        shipped('2026-02-02', 'A', { expiresOn: '2026-08-02' }),
        shipped('2026-02-01', undefined, { needs: { batch: false, date: false, turn: false } }),
      ],
      [],
    ),
  ).toEqual([
    ['shipped_without_batch', 'shipped_without_date'],
    ['shipped_out_of_turn', 'shipped_code_spoiled'],
    ['shipped_more', 'shipped_dates_differ'],
    ['shipped_more', 'shipped_dates_differ'],
    [],
  ])
})

test('however many rows are of one batch, together they are held against what came in', () => {
  const row = shipped('2026-02-01', 'A', { expiresOn: '2026-08-01', quantity: 1, cameIn: 199_999 })
  const found = faultsIn(
    Array.from({ length: 200_000 }, () => row),
    [],
  )
  expect(new Set(found.flat())).toEqual(new Set(['shipped_more']))
})

const day = fc.integer({ min: 0, max: 14 }).map((at) => addDays('2026-02-01', at))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const code = fc.constantFrom('A', 'B', 'C', 'D')
const row = fc
  .record({ on: day, batch: maybe(code), expiresOn: maybe(day), producedOn: maybe(day), min: fc.nat(4) })
  .map(({ on, batch, min, ...more }) => shipped(on, batch, { ...more, rules: days(min) }))
const knownBatch = fc.record({
  code,
  expiresOn: fc.option(day),
  producedOn: fc.option(day),
  lies: fc.boolean(),
})

/** Each against each. */
function outOfTurn(rows: readonly Shipped[], known: readonly KnownBatch[]): boolean[] {
  const lastOf = ({ batch, expiresOn }: Pick<Shipped, 'batch' | 'expiresOn'>) => {
    if (batch === undefined) return expiresOn
    const said = rows.flatMap((one) => (one.batch === batch ? (one.expiresOn ?? []) : [])).sort()[0]
    return said ?? known.find((one) => one.code === batch)?.expiresOn ?? undefined
  }
  const producedOf = (one: Shipped) => {
    const same = rows.filter((other) => (one.batch ?? lastOf(one)) === (other.batch ?? lastOf(other)))
    const own = same
      .filter(({ batch }) => batch === one.batch)
      .flatMap(({ producedOn }) => producedOn ?? [])
      .sort()[0]
    return known.find((batch) => batch.code === one.batch)?.producedOn ?? own ?? ''
  }
  return rows.map((one) => {
    const last = lastOf(one)
    if (last === undefined) return false
    const [rule] = one.rules
    const least = rule?.kind === 'days' ? rule.daysMin : 0
    const couldGo = (other: string | undefined, produced: string) =>
      other !== undefined && other < last && daysBetween(one.on, other) >= least && produced <= one.on
    return (
      rows.some((other) => other.on > one.on && couldGo(lastOf(other), producedOf(other))) ||
      known.some(
        ({ code: batch, lies, producedOn }) =>
          lies && couldGo(lastOf({ batch, expiresOn: undefined }), producedOn ?? ''),
      )
    )
  })
}

test('whatever left when, what is out of turn is what looking at each pair finds', () => {
  const sheets = fc.tuple(
    fc.array(row, { maxLength: 12 }),
    fc.uniqueArray(knownBatch, { maxLength: 4, selector: (one) => one.code }),
  )
  fc.assert(
    fc.property(sheets, ([rows, known]) => {
      const found = faultsIn(rows, known).map((one) => one.includes('shipped_out_of_turn'))
      expect(found).toEqual(outOfTurn(rows, known))
    }),
    { numRuns: 2000 },
  )
})
