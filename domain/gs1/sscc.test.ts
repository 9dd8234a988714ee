import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { isCompanyPrefix, sscc, ssccMax } from './sscc.ts'

// The first is the example of the check digit in the General Specifications; all were worked out by hand.
test.each([
  ['0614141', 1_192_837_465, '106141411928374657'],
  ['0614141', 123_456_789, '006141411234567890'],
  ['4012345', 3_123_456_789, '340123451234567895'],
  ['4012345', 0, '040123450000000009'],
  ['123456789012', 99_999, '912345678901299999'],
])('prefix %s, serial %i: %s', (prefix, serial, wanted) => {
  expect(sscc(prefix, serial)).toBe(wanted)
})

test.each(['', '123', '1234567890123', '12a4', '１２３４'])('%j is no company prefix', (prefix) => {
  expect(isCompanyPrefix(prefix)).toBe(false)
  expect(sscc(prefix, 1)).toBe(null)
})

test('a prefix numbers as many parcels as its digits leave, and not one more', () => {
  expect(ssccMax('123456789012')).toBe(100_000)
  expect(sscc('123456789012', 100_000)).toBe(null)
  expect(sscc('1234', -1)).toBe(null)
  expect(sscc('1234', 1.5)).toBe(null)
})

test('law: eighteen digits with their check digit, and no two parcels share them', () => {
  const prefix = fc.stringMatching(/^\d{4,12}$/)
  fc.assert(
    fc.property(prefix, fc.nat(99_999), fc.nat(99_999), (company, one, other) => {
      const code = sscc(company, one) ?? ''
      expect(code).toMatch(/^\d{18}$/)
      expect(checkDigit(code.slice(0, 17))).toBe(Number(code.at(-1)))
      expect(code === sscc(company, other)).toBe(one === other)
    }),
  )
})
