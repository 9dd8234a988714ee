import { expect, test } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { expandUpcE, gtinOf } from './plain-codes.ts'

test.each([
  ['123450', '01200000345'],
  ['123451', '01210000345'],
  ['123452', '01220000345'],
  ['123453', '01230000045'],
  ['123454', '01234000005'],
  ['123455', '01234500005'],
  ['123459', '01234500009'],
])('UPC-E %s is %s without its zeros', (short, whole) => {
  const check = checkDigit(whole)
  expect(expandUpcE(`0${short}${check}`)).toBe(`${whole}${check}`)
  expect(expandUpcE(`0${short}${(check + 1) % 10}`)).toBe(null)
})

test.each([
  ['06543217', '00065100004327'],
  ['40170725', '00000040170725'],
  ['23456789', null],
  ['LOT-7', null],
])('%s typed is the GTIN %s', (text, gtin) => {
  expect(gtinOf(text)).toBe(gtin)
})
