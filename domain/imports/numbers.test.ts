import { expect, test } from 'vitest'
import { readMoney, readNumber } from './numbers.ts'

test.each([
  ['1200', 1200],
  ['1 200', 1200],
  ['1\u00a0200', 1200],
  ["1'200", 1200],
  ['1.200,50', 1200.5],
  ['1,200.50', 1200.5],
  ['1.200.300', 1200300],
  ['12,00', 12],
  ['12.0', 12],
  ['0.125', 0.125],
  ['1200.125', 1200.125],
  ['1.200', 'either'],
  ['1,200', 'either'],
  ['1,20,300', 'none'],
  ['1.200,300,4', 'none'],
  ['12 kg', 'none'],
  ['-5', 'none'],
  ['', 'none'],
])('%j is %j', (text, expected) => {
  const read = readNumber(text)
  expect('number' in read ? read.number : read.problem).toBe(expected)
})

test.each([
  ['2,50', 'EUR', 250, 'EUR'],
  ['€ 2.50', undefined, 250, 'EUR'],
  ['2,50 EUR', undefined, 250, 'EUR'],
  ['1.234,50 €', 'EUR', 123450, 'EUR'],
  ['$3', 'USD', 300, 'USD'],
  ['300', 'JPY', 300, 'JPY'],
])('%s in %s is %d of %s', (text, currency, amount, own) => {
  expect(readMoney(text, currency)).toEqual({ amount, currency: own })
})

test.each([
  ['2.50', undefined, 'no currency'],
  ['$3', undefined, 'no currency'],
  ['€ 2.50', 'USD', 'its currency is USD'],
  ['2.555', 'USD', 'thousands or decimals'],
  ['0.125', 'USD', '2 digits behind the point'],
  ['cheap', 'USD', 'must be an amount'],
])('%s in %s is complained of: %s', (text, currency, words) => {
  expect(readMoney(text, currency)).toMatchObject({ problem: expect.stringContaining(words) })
})
