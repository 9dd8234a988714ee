import { expect, test } from 'vitest'
import { theMatch } from './the-match.ts'

const basket = { code: 'GB', name: 'Green Basket' }
const twin = { code: 'GB-2', name: 'Green Basket' }
const grocer = { code: 'GG', name: 'Green Grocer' }

test.each([
  ['Green Basket', [basket, grocer], basket],
  ['  green basket ', [basket, grocer], basket],
  ['gb', [basket, twin, grocer], basket],
  ['GB-2', [basket, twin], twin],
  ['bask', [basket], basket],
  ['Green', [basket, grocer], null],
  ['Green Basket', [basket, twin], null],
  ['Blue', [], null],
  ['', [basket], null],
])('"%s" among %j means %j', (typed, found, meant) => {
  expect(theMatch(typed, found, ({ code, name }) => [code, name])).toEqual(meant)
})
