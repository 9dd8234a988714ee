import { expect, test } from 'vitest'
import { partsLeaving } from './kits.ts'

test('of kits it is the parts that leave, beside those that are sold by themselves', () => {
  const products = [
    { sku: 'P', kit: [] },
    {
      sku: 'GIFT',
      kit: [
        { sku: 'P', quantity: 2 },
        { sku: 'Q', quantity: 1 },
      ],
    },
    { sku: 'BOX', kit: [{ sku: 'GIFT', quantity: 3 }] },
  ]
  const leaving = new Map([
    ['P', 5],
    ['BOX', 2],
    ['OTHER', 1],
  ])
  expect([...partsLeaving(leaving, products)]).toEqual([
    ['P', 17],
    ['Q', 6],
    ['OTHER', 1],
  ])
})
