import { expect, test } from 'vitest'
import { phoneCodeText, readPhoneCode } from './phone-code.ts'

test.each([
  ['7KQ4M2XP', '7KQ4M2XP'],
  ['7kq4 m2xp', '7KQ4M2XP'],
  [' 7kq4-m2xp ', '7KQ4M2XP'],
  ['oil0 oil0', '01100110'],
  ['7KQ4M2X', null],
  ['7KQ4M2XPP', null],
  ['7KQ4M2XU', null],
  ['', null],
])('%j is read as %j', (typed, code) => {
  expect(readPhoneCode(typed)).toBe(code)
})

test('a code is said in two groups, and read as it is said', () => {
  expect(phoneCodeText('7KQ4M2XP')).toBe('7KQ4 M2XP')
  expect(readPhoneCode(phoneCodeText('7KQ4M2XP'))).toBe('7KQ4M2XP')
})
