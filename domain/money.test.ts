import { expect, test } from 'vitest'
import { moneyText } from './money.ts'

test.each([
  { currency: 'USD', amount: 120_450, said: '$1,204.50' },
  { currency: 'JPY', amount: 1_204, said: '¥1,204' },
  { currency: 'BHD', amount: 1_204, said: 'BHD 1.204' },
])('$amount minor units of $currency are $said', ({ said, ...money }) =>
  expect(moneyText(money).replace('\u00a0', ' ')).toBe(said),
)
