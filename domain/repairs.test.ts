import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import { againstMerging, type Mergeable, undoableUntil } from './repairs.ts'

const batch = (given: Partial<Mergeable> = {}): Mergeable => ({
  id: 'A',
  productId: 'P',
  supplierId: null,
  producedOn: null,
  expiresOn: '2026-06-01',
  ...given,
})
const b = batch({ id: 'B' })

test.each([
  ['equal facts', {}, []],
  ['the same batch', { id: 'B' }, ['itself']],
  ['another product', { productId: 'Q' }, ['product']],
  ['another last day', { expiresOn: '2026-06-02' }, ['last day 2026-06-02 2026-06-01']],
  ['no last day', { expiresOn: null }, []],
  ['a production date that the other has not', { producedOn: '2025-01-01' }, ['production date 2025-01-01 null']],
  ['a supplier that the other has not', { supplierId: 'S' }, []],
])('what stands against merging a batch with %s', (_, given, expected) => {
  const told = againstMerging(batch(given), b).map((one) =>
    one.because === 'dates' ? `${one.what} ${one.date} ${one.intoDate}` : one.because,
  )
  expect(told).toEqual(expected)
})

test('two known suppliers differ, and everything is told at once', () => {
  const from = batch({ supplierId: 'S', expiresOn: '2026-01-01', productId: 'Q' })
  const told = againstMerging(from, { ...b, supplierId: 'T' }).map(({ because }) => because)
  expect(told).toEqual(['product', 'dates', 'supplier'])
})

const day = fc.option(fc.constantFrom('2025-01-01', '2026-01-01', '2026-06-01'), { nil: null })
const any = fc.record({
  id: fc.constantFrom('A', 'B', 'C'),
  productId: fc.constantFrom('P', 'Q'),
  supplierId: fc.option(fc.constantFrom('S', 'T'), { nil: null }),
  producedOn: day,
  expiresOn: day,
})

test('only a date that the other has not makes it matter which is merged into which', () => {
  fc.assert(
    fc.property(any, any, (one, other) => {
      const onlyThere = againstMerging(other, one).some((why) => why.because === 'dates' && why.intoDate === null)
      const both = againstMerging(one, other).length === 0 && !onlyThere
      return !both || againstMerging(other, one).length === 0
    }),
  )
})

test('what nothing stands against gets no date by it that nobody stated of it', () => {
  fc.assert(
    fc.property(any, any, (from, into) => {
      if (againstMerging(from, into).length > 0) return true
      return (['producedOn', 'expiresOn'] as const).every((key) => from[key] === null || from[key] === into[key])
    }),
  )
})

test('a merge can be undone on the thirtieth day, and not on the one after', () => {
  expect(undoableUntil('2025-11-23')).toBe('2025-12-23')
  expect(addDays('2025-11-23', 31) > undoableUntil('2025-11-23')).toBe(true)
})
