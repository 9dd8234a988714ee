import { expect, test } from 'vitest'
import { delimiterOf } from './delimiter.ts'

test.each([
  ['sku,quantity\nA;B;C;D', ','],
  ['sku;quantity;"a,b,c,d"\n1,2', ';'],
  ['sku\tquantity\n', '\t'],
  ['\n\nsku|quantity|warehouse\n', '|'],
  ['sku', ','],
])('%j is parted by %j', (text, expected) => {
  expect(delimiterOf(text)).toBe(expected)
})
