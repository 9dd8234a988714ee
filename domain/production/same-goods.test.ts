import { expect, test } from 'vitest'
import { differences } from './same-goods.ts'

const of = (text: string) =>
  text.split(',').flatMap((part) => {
    const [productId = '', quantity] = part.trim().split(' ')
    return productId === '' ? [] : [{ productId, quantity: Number(quantity) }]
  })

test.each([
  ['as much as went in', 'P 100', 'P 60, P 40', []],
  ['less than went in', 'P 100', 'P 98', [{ productId: 'P', used: 100, made: 98 }]],
  ['more than went in', 'P 60, P 40', 'P 101', [{ productId: 'P', used: 100, made: 101 }]],
  ['another product', 'P 100', 'Q 5000', []],
  ['more, with something else put in', 'P 100, W 20', 'P 120', []],
  ['less, with something else put in', 'P 100, W 20', 'P 90', [{ productId: 'P', used: 100, made: 90 }]],
  ['less, with something else made of it', 'P 100', 'P 40, Q 3', []],
  ['more, with something else made of it', 'P 100', 'P 140, Q 3', [{ productId: 'P', used: 100, made: 140 }]],
])('the same goods come out: %s', (_, used, made, told) => {
  expect(differences(of(used), of(made))).toEqual(told)
})
