import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abcClasses } from './abc-classes.ts'

const classed = (amounts: Record<string, number>) =>
  Object.fromEntries(
    abcClasses(Object.entries(amounts).map(([productId, amount]) => ({ productId, amount }))).map((one) => [
      one.productId,
      one.class,
    ]),
  )

test('what makes up four fifths is A, what comes until 95 in a hundred is B, the rest is C', () => {
  expect(classed({ P: 60, Q: 20, R: 15, S: 5, T: 0 })).toEqual({ P: 'A', Q: 'A', R: 'B', S: 'C', T: 'C' })
})

test('the one product that moves is A, and where nothing moved all are C', () => {
  expect(classed({ P: 1, Q: 0 })).toEqual({ P: 'A', Q: 'C' })
  expect(classed({ P: 0, Q: 0 })).toEqual({ P: 'C', Q: 'C' })
})

test('law: every product has one class, and none of a later class moved more than one of an earlier', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.nat(1000)), { selector: ([id]) => id }), (pairs) => {
      const rows = abcClasses(pairs.map(([productId, amount]) => ({ productId, amount })))
      expect(rows.map(({ productId }) => productId).sort()).toEqual(pairs.map(([id]) => id).sort())
      const letters = rows.map((row) => row.class)
      expect(letters).toEqual(letters.toSorted())
      const amounts = rows.map(({ amount }) => amount)
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
    }),
  )
})
