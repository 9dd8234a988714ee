import { expect, test } from 'vitest'
import { readLabel } from '../gs1/label.ts'
import { judgeAlone, type KeptTask } from './judge-alone.ts'

const gtin = '09506000134352'
const task = (more: Partial<KeptTask> = {}): KeptTask => ({
  orderLineId: 'line',
  productId: 'tea',
  sku: 'TEA',
  productName: 'Green tea',
  tracking: 'batch',
  gtins: [gtin],
  batchId: 'a',
  batchCode: 'A',
  placeCode: 'MAIN',
  packOf: null,
  toPick: 5,
  ...more,
})
const soap = task({
  orderLineId: 'other',
  productId: 'soap',
  sku: 'SOAP',
  productName: 'Soap',
  gtins: ['00012345678905'],
})
const judged = (scan: string, quantity = 5, own = task()) =>
  judgeAlone({
    task: own,
    tasks: [own, task({ batchId: 'b', batchCode: 'B' }), soap],
    label: readLabel(scan, 2026),
    quantity,
  })

test.each(['', 'A', ' A ', `]C101${gtin}10A`, ']C110A'])('"%s" is what is planned', (scan) => {
  expect(judged(scan)).toBeNull()
})

test.each([
  ['B', 'This is B, planned is A. Without the network only'],
  [`]C101${gtin}10B`, 'This is B, planned is A. Without the network only'],
  ['UNHEARD', 'This is UNHEARD, planned is A. Without the network only'],
  [']C1010001234567890510A', 'This is SOAP Soap; the list wants TEA. Leave it'],
  [']C1010950600013437610A', 'This is GTIN 09506000134376; the list wants TEA. Leave it'],
  [`]C101${gtin}`, 'This code is of TEA, and names no batch.'],
  [']C100006141410000000005', 'This code is of a parcel, SSCC 006141410000000005, and names no batch.'],
  [`]C101${gtin.slice(0, 13)}910A`, 'This code cannot be read: at character'],
])('"%s" is refused: %s', (scan, words) => {
  expect(judged(scan)).toContain(words)
})

test('no more than is to be picked, and closed boxes whole', () => {
  expect(judged('A', 6)).toBe('6 scanned, but only 5 are to be picked here. Take 5.')
  expect(judged('', 4, task({ packOf: 5 }))).toContain(
    'at MAIN lie closed boxes of 5, and 4 of batch A are no whole boxes',
  )
  expect(judged('', 10, task({ packOf: 5, toPick: 10 }))).toBeNull()
})

test('goods without batch are taken by the code of their product', () => {
  const own = task({ tracking: 'none', batchCode: '-', batchId: 'none' })
  expect(judged(`]C101${gtin}`, 5, own)).toBeNull()
  expect(judged(']C10100012345678905', 5, own)).toContain('This is SOAP Soap')
})
