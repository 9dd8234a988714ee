import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit, normaliseGtin } from './check-digit.ts'

test.each([
  ['GTIN-8', '40170725', '00000040170725'],
  ['GTIN-12', '614141999996', '00614141999996'],
  ['GTIN-13', '4006381333931', '04006381333931'],
  ['GTIN-14', '09506000134352', '09506000134352'],
  ['GTIN-14 of a case', '10614141000415', '10614141000415'],
])('%s %s is the same as %s', (_, text, gtin) => {
  expect(normaliseGtin(text)).toEqual({ ok: true, gtin })
})

test.each([
  ['', 'must have 8, 12, 13 or 14 digits'],
  ['123456789', 'must have 8, 12, 13 or 14 digits'],
  ['4006381 333931', 'must have 8, 12, 13 or 14 digits'],
  ['４００６３８１３３３９３１', 'must have 8, 12, 13 or 14 digits'],
  ['400638133393A', 'must have 8, 12, 13 or 14 digits'],
  ['4006381333930', 'has the check digit 0, but 400638133393 needs 1'],
])('%j is refused: it %s', (text, problem) => {
  expect(normaliseGtin(text)).toEqual({ ok: false, problem })
})

test('the check digit of an SSCC follows the same rule', () => {
  expect(checkDigit('10614141192837465')).toBe(7)
})

const body = fc.constantFrom(7, 11, 12, 13).chain((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)))

test('law: a completed number is read, and the weighted sum is a multiple of ten', () => {
  fc.assert(
    fc.property(body, (digits) => {
      const whole = `${digits}${checkDigit(digits)}`
      expect(normaliseGtin(whole)).toEqual({ ok: true, gtin: whole.padStart(14, '0') })
      const sum = [...whole.padStart(14, '0')].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 1 : 3), 0)
      expect(sum % 10).toBe(0)
    }),
  )
})

test('law: one digit misread is always found', () => {
  fc.assert(
    fc.property(body, fc.nat(13), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const whole = `${digits}${checkDigit(digits)}`
      const place = at % whole.length
      const misread = (Number(whole[place]) + by) % 10
      expect(normaliseGtin(whole.slice(0, place) + misread + whole.slice(place + 1)).ok).toBe(false)
    }),
  )
})

test('law: two neighbours swapped are found unless they differ by five', () => {
  fc.assert(
    fc.property(body, fc.nat(12), (digits, at) => {
      const whole = `${digits}${checkDigit(digits)}`
      const place = at % (whole.length - 1)
      const [a = '', b = ''] = whole.slice(place, place + 2)
      fc.pre(a !== b)
      const swapped = whole.slice(0, place) + b + a + whole.slice(place + 2)
      expect(normaliseGtin(swapped).ok).toBe(Math.abs(Number(a) - Number(b)) === 5)
    }),
  )
})
