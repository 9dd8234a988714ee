import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeOf, mayHaveGot } from './may-be-of.ts'

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

test.each`
  before | since | returned | candidates    | openToAny | least | most
  ${4}   | ${6}  | ${0}     | ${['A', 'B']} | ${false}  | ${0}  | ${10}
  ${4}   | ${6}  | ${3}     | ${['A', 'B']} | ${false}  | ${0}  | ${7}
  ${4}   | ${6}  | ${0}     | ${['A']}      | ${false}  | ${6}  | ${10}
  ${4}   | ${6}  | ${2}     | ${['A']}      | ${false}  | ${4}  | ${8}
  ${4}   | ${6}  | ${0}     | ${['B']}      | ${false}  | ${0}  | ${4}
  ${4}   | ${6}  | ${0}     | ${['B']}      | ${true}   | ${0}  | ${10}
`(
  'who got $before before and $since since, and sent $returned back, has $least to $most of A where they were of $candidates',
  ({ before, since, returned, candidates, openToAny, least, most }) => {
    expect(mayHaveGot('A', { before, since, returned }, { candidates, openToAny })).toEqual({ least, most })
  },
)

test('nobody has kept more of a batch than he kept', () => {
  const among = fc.record({ candidates: fc.array(fc.constantFrom('A', 'B')), openToAny: fc.boolean() })
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(100), among, (before, since, back, of) => {
      const returned = Math.min(back, before + since)
      const { least, most } = mayHaveGot('A', { before, since, returned }, of)
      expect(least).toBeLessThanOrEqual(most)
      expect(most).toBeLessThanOrEqual(before + since - returned)
      expect(least).toBeGreaterThanOrEqual(0)
    }),
  )
})
