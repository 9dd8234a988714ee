import { expect, test } from 'vitest'
import { readQuantity } from './read-quantity.ts'

test.each([
  ['12', 12],
  [' 1 ', 1],
  ['+5', 5],
  ['1 000', 1000],
  ['1\u202f234\u202f567', 1_234_567],
  ['1\u202f2345', 12_345],
  ['12,000', 12_000],
  ['007', 7],
])('"%s" is %d', (typed, quantity) => {
  expect(readQuantity(typed, { min: 1 })).toEqual({ kind: 'quantity', quantity })
})

test.each([
  ['1.5', '1.5 is not a whole number.', null],
  ['1,5', '1,5 is not a whole number.', null],
  ['1.000', '1.000 is not a whole number.', null],
  ['12x', '12x is not a whole number.', null],
  ['1e3', '1e3 is not a whole number.', null],
  ['0', 'It must be at least 1.', 0],
  ['-3', 'It must be at least 1.', -3],
  ['14', 'Only 13 are reserved.', 14],
])('"%s" is refused: %s', (typed, says, quantity) => {
  const bounds = { min: 1, max: 13, beyondMax: 'Only 13 are reserved.' }
  expect(readQuantity(typed, bounds)).toEqual({ kind: 'refused', says, quantity })
})

test('nothing typed is no quantity; a barcode in the wrong field is too large', () => {
  expect(readQuantity('', { min: 1 })).toEqual({ kind: 'none' })
  expect(readQuantity('09506000134352', { min: 1 })).toMatchObject({ kind: 'refused', says: 'That is too large.' })
})

test('more than there are is told with how many may be', () => {
  expect(readQuantity('200', { min: 1, max: 96 })).toMatchObject({ kind: 'refused', says: 'It must be at most 96.' })
})
