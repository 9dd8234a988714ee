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
