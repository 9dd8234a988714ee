import { expect, test } from 'vitest'
import type { BatchTrace, Recipient } from '../../api/types.ts'
import { placeStops } from './graph-layout.ts'
import { type Picture, pictureOfBatch } from './graph-stops.ts'

const trace = {
  batch: { id: 'b', code: 'B1', sku: 'TEA' },
  receipts: [
    { receiptId: 'r', number: 'RC-1', supplierId: 's', supplierName: 'Leaf', quantity: 500 },
    { receiptId: 'r2', number: 'RC-2', supplierId: 's', supplierName: 'Leaf', quantity: 100 },
  ],
  here: [{ placeId: 'p', placeCode: 'A-01', placeKind: 'storage', warehouseCode: 'CHI', onHand: 40 }],
} as unknown as BatchTrace
const customer = (index: number): Recipient => ({
  batchId: 'b',
  customerId: `c${index}`,
  customerName: `Shop ${index}`,
  orders: 2,
  quantity: 10,
  returned: index === 1 ? 3 : 0,
  kept: index === 1 ? 7 : 10,
  soldOn: null,
  there: null,
})
const reach = (count: number) => ({
  recipients: Array.from({ length: count }, (_, index) => customer(index)),
  orders: count * 2,
  shipped: count * 10,
})
const words = ({ stops }: Picture, kind: string) =>
  stops.filter((stop) => stop.kind === kind).map(({ title, detail }) => `${title}: ${detail}`)

test('a batch is drawn from its suppliers to its customers, each once', () => {
  const picture = pictureOfBatch(trace, reach(2), 8)
  expect(picture.stops.map(({ title }) => title)).toEqual([
    'Batch B1',
    'RC-1',
    'Leaf',
    'RC-2',
    'CHI · A-01',
    'Shop 0',
    'Shop 1',
  ])
  expect(picture.ways).toHaveLength(7)
  expect(words(picture, 'customer')).toEqual(['Shop 0: 10 units, 2 orders', 'Shop 1: 10 units, 2 orders, 3 units back'])
})

test('too many customers are gathered in one stop with their orders and units, and open step by step', () => {
  expect(words(pictureOfBatch(trace, reach(57), 8), 'rest')).toEqual(['98 more orders: 490 units'])
  expect(words(pictureOfBatch(trace, reach(57), 8), 'customer')).toHaveLength(8)
  expect(words(pictureOfBatch(trace, reach(57), 28), 'rest')).toEqual(['58 more orders: 290 units'])
  expect(words(pictureOfBatch(trace, reach(57), 60), 'rest')).toEqual([])
})

test('stops do not lie on each other, and the picture knows its height', () => {
  const { placed, height } = placeStops(pictureOfBatch(trace, reach(57), 8))
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(placed.length)
  expect(height).toBeGreaterThan(8 * 52)
  expect(height).toBeLessThan(900)
})
