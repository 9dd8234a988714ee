import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeOf } from './may-be-of.ts'

test.each`
  candidates    | openToAny | least | most
  ${['A', 'B']} | ${false}  | ${0}  | ${7}
  ${['A', 'B']} | ${true}   | ${0}  | ${7}
  ${['A']}      | ${false}  | ${7}  | ${7}
  ${['A']}      | ${true}   | ${0}  | ${7}
  ${['B']}      | ${false}  | ${0}  | ${0}
  ${['B']}      | ${true}   | ${0}  | ${7}
  ${[]}         | ${true}   | ${0}  | ${7}
`(
  '7 units among $candidates, open to any: $openToAny, are of A at least $least and at most $most times',
  ({ candidates, openToAny, least, most }) => {
    expect(mayBeOf('A', 7, { candidates, openToAny })).toEqual({ least, most })
  },
)

test('the least is never above the most, and the most never above the units', () => {
  const among = fc.record({ candidates: fc.array(fc.constantFrom('A', 'B', 'C')), openToAny: fc.boolean() })
  fc.assert(
    fc.property(fc.nat(1000), among, (units, of) => {
      const { least, most } = mayBeOf('A', units, of)
      expect(least).toBeLessThanOrEqual(most)
      expect(most).toBeLessThanOrEqual(units)
      if (least > 0) expect(mayBeOf('B', units, of).most).toBe(0)
    }),
  )
})
