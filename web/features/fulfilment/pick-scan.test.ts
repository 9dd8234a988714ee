import { expect, test } from 'vitest'
import { pickOf } from './pick-scan.ts'

const task = { orderLineId: 'line', batchId: 'id-b', batchCode: 'B', placeId: 'bin', toPick: 4 }

test.each([
  ['nothing: what is planned', '', { batch: 'id-b', place: 'bin', quantity: 3 }],
  ['the planned batch', ' B ', { batch: 'id-b', place: 'bin', quantity: 3, scan: 'B' }],
])('%s', (_, scan, wanted) => {
  expect(pickOf(task, { scan, quantity: 3 })).toEqual({ swap: false, body: { orderLine: 'line', ...wanted } })
})

test('another batch stands in for what was shown, and must be confirmed', () => {
  expect(pickOf(task, { scan: 'b', quantity: 4 })).toEqual({
    swap: true,
    body: { orderLine: 'line', batch: 'b', quantity: 4, scan: 'b', instead: { batch: 'id-b', place: 'bin' } },
  })
})

test('a label of the planned batch is sent whole, for the server knows the product; one of another batch must be confirmed', () => {
  const label = ']C10109506000134352 10B'.replace(' ', '')
  const planned = { orderLine: 'line', batch: label, place: 'bin', quantity: 3, scan: label }
  expect(pickOf(task, { scan: label, quantity: 3 })).toEqual({ swap: false, body: planned })
  expect(pickOf(task, { scan: ']C110C', quantity: 3 })).toMatchObject({ swap: true, body: { batch: ']C110C' } })
})
