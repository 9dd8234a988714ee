import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacter } from './check-character.ts'

test.each([
  ['A12425GABC1234002', 'M'], // the example of the Global Release Identifier, which uses the same standard
  ['a1-2425g-abc1234002', 'M'],
  ['', '1'],
])('of %j it is %s', (text, check) => {
  expect(checkCharacter(text)).toBe(check)
})

const text = fc.stringMatching(/^[0-9A-Z]{1,20}$/)

test('any character taken for another is found', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.stringMatching(/^[0-9A-Z]$/), (whole, nth, other) => {
      const at = nth % whole.length
      fc.pre(whole[at] !== other)
      expect(checkCharacter(whole.slice(0, at) + other + whole.slice(at + 1))).not.toBe(checkCharacter(whole))
    }),
  )
})
