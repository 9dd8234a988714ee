/**
 * Who counts as having got what a recall means, where it is not simply a batch that was sent to a customer.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { begin, untracked } from '../../test/identifying.ts'
import { recipientsIn } from '../../test/notices.ts'
import { batchId, order, stockOf } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

async function recalled(part: Json): Promise<Json> {
  const texts = { title: 'Leak', reason: 'The seal leaks.', hazard: 'Burns.' }
  const { id } = await world.post('/v1/recalls', { kind: 'recall', ...texts, scope: { parts: [part] } })
  return world.post(`/v1/recalls/${id}/start`, {})
}

async function sentUnits(customer: string, serials: string[]): Promise<string> {
  await world.post('/v1/customers', { code: customer, name: customer })
  const { id, number, lines } = await order(world, serials.length, { customer, line: { product: 'PUMP' } })
  const line = { orderLine: lines[0].id, batch: 'P1', quantity: serials.length, serials }
  await world.post('/v1/shipments', { order: id, lines: [line] })
  return number
}

test('of units that are meant by themselves their buyers are told, not those of their batch; a unit that came back is with nobody; the batch is held as a whole', async () => {
  await world.post('/v1/products', { sku: 'PUMP', name: 'Pump', tracking: 'serial', dates: 'none' })
  const serials = ['SN-1', 'SN-2', 'SN-3', 'SN-4', 'SN-5']
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'PUMP', batch: 'P1', quantity: 5, serials }],
  })
  const number = await sentUnits('A', ['SN-1', 'SN-2'])
  await sentUnits('B', ['SN-4'])
  const recall = await recalled({ kind: 'serials', product: 'PUMP', serialFrom: 'SN-1', serialTo: 'SN-3' })
  expect(await stockOf(world, 'P1')).toMatchObject([{ onHand: 2, available: 0 }])
  const told = async () =>
    (await recipientsIn(world, recall)).map(({ customerCode, quantity, returned }) => [
      customerCode,
      quantity,
      returned,
    ])
  expect(await told()).toEqual([['A', 2, 0]])
  const line = { product: 'PUMP', quantity: 1, batch: 'P1', serials: ['SN-1'] }
  await world.post('/v1/unannounced-returns', { warehouse: 'CHI', orderNumber: number, lines: [line] })
  expect(await told()).toEqual([['A', 2, 1]])
})

test('goods without batch that may be of it: those who may have some are told, also where the order names nobody', async () => {
  await untracked(world, { A1: 30 })
  await begin(world, { candidates: [{ batch: 'L1' }, { batch: 'L2' }] })
  await world.post('/v1/customers', { code: 'C1', name: 'C1' })
  const named = await order(world, 4, { customer: 'C1' })
  const nameless = await order(world, 3, { shipTo: 'Bo Smith\n2 Side Road' })
  for (const { id } of [named, nameless]) await world.post('/v1/shipments', { order: id })
  const recall = await recalled({ kind: 'batch', batch: await batchId(world, 'L1') })
  const rows = await recipientsIn(world, recall)
  expect(
    rows.map(({ customerCode, orderNumbers, quantity, most }) => [customerCode, orderNumbers, quantity, most]),
  ).toEqual(
    expect.arrayContaining([
      ['C1', [], 0, 4],
      [null, [nameless.number], 0, 3],
    ]),
  )
  expect(rows).toHaveLength(2)
})
