import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, order, orderNow, product, receive, taken } from '../stories.ts'
import { arrive, dallas, lies, send, settle, transfer, transferNow } from '../transfers.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
let a: string
beforeEach(async () => {
  world = await openWorld()
  await dallas(world)
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn: '2026-01-01' }])
  a = await batchId(world, 'A')
})
afterEach(() => world.close())

const balance = async () => (await world.get(`/v1/batches/${a}/trace`)).massBalance

test('scenario 24: of 40 sent to Dallas 38 come: 2 are in discrepancy, and A’s total stays 100 until a person settles them', async () => {
  const asked = await transfer(world, 40)
  expect(asked).toMatchObject({ number: 'TR-1', state: 'approved', fromCode: 'CHI', toCode: 'DAL', reserved: 40 })
  expect(await lies(world, a)).toEqual({ 'CHI MAIN': 100 })

  expect(await send(world, asked)).toMatchObject({ state: 'in_transit', sent: 40, inTransit: 40, reserved: 0 })
  expect(await lies(world, a)).toEqual({ 'CHI MAIN': 60, TRANSIT: 40 })
  expect(await balance()).toMatchObject({ received: 100, onHand: 60, inTransit: 40, gap: 0, percent: 100 })
  // What is on its way is sold to nobody.
  expect(taken(await order(world, 100))).toEqual({ A: 60 })

  const came = await arrive(world, asked, { rest: 'missing', lines: [{ batch: 'A', quantity: 38 }] })
  expect(came).toMatchObject({ state: 'discrepancy', arrived: 38, inTransit: 2, missing: 2 })
  expect(await lies(world, a)).toEqual({ 'CHI MAIN': 60, 'DAL MAIN': 38, TRANSIT: 2 })
  expect(await balance()).toMatchObject({ onHand: 98, inTransit: 2, lost: 0, gap: 0 })

  const lost = { line: 1, batch: 'A', quantity: 1, as: 'lost', reason: 'the driver opened one' }
  expect(await settle(world, asked, lost)).toMatchObject({ state: 'discrepancy', missing: 1, inTransit: 1 })
  const damaged = { line: 1, batch: 'A', quantity: 1, as: 'damaged', reason: 'crushed' }
  const settled = await settle(world, asked, damaged)
  expect(settled).toMatchObject({ state: 'closed', missing: 0, inTransit: 0, arrived: 38 })
  expect(settled.discrepancies).toMatchObject([
    { kind: 'missing', quantity: 2, reason: null, madeBy: 'owner of the tests (key)' },
    { kind: 'lost', quantity: 1, reason: 'the driver opened one' },
    { kind: 'damaged', quantity: 1, reason: 'crushed' },
  ])
  expect(await balance()).toMatchObject({ onHand: 98, inTransit: 0, lost: 1, disposed: 1, gap: 0, percent: 100 })
  expect(await differences(world)).toEqual([])
})

test('scenario 24: what was missing is found later and arrives; and what was settled wrongly is reversed, and is on its way again', async () => {
  const asked = await transfer(world, 40)
  await send(world, asked)
  await arrive(world, asked, { rest: 'missing', lines: [{ batch: 'A', quantity: 38 }] })
  const found = { line: 1, batch: 'A', quantity: 1, as: 'found', reason: 'under the pallet' }
  expect(await settle(world, asked, found)).toMatchObject({ state: 'discrepancy', arrived: 39, missing: 1 })
  await settle(world, asked, { line: 1, batch: 'A', quantity: 1, as: 'lost', reason: 'looked everywhere' })
  const { items } = await world.get(`/v1/moves?document=${asked.id}&reason=count`)
  await world.post(`/v1/moves/${items[0].id}/reversal`, { reason: 'it came with the next truck' })
  expect(await transferNow(world, asked)).toMatchObject({ state: 'partly_received', inTransit: 1, missing: 0 })
  expect(await arrive(world, asked)).toMatchObject({ state: 'received', arrived: 40, inTransit: 0 })
  expect(await lies(world, a)).toEqual({ 'CHI MAIN': 60, 'DAL MAIN': 40 })
  expect(await differences(world)).toEqual([])
})

test('scenario 25: A’ lies there though the paper says A: both are recorded, and not merged', async () => {
  const asked = await transfer(world, 40)
  await send(world, asked)
  await arrive(world, asked, { rest: 'missing', lines: [{ batch: 'A', quantity: 30 }] })
  const settled = await settle(world, asked, {
    line: 1,
    batch: 'A',
    quantity: 10,
    as: 'wrong_batch',
    reason: 'the boxes say A2',
    other: { batch: 'A2', expiresOn: '2026-02-01' },
  })
  expect(settled).toMatchObject({ state: 'closed', arrived: 30, inTransit: 0 })
  expect(settled.discrepancies[1]).toMatchObject({
    kind: 'wrong_batch',
    batchCode: 'A',
    otherBatchCode: 'A2',
    quantity: 10,
  })
  const other = await batchId(world, 'A2')
  expect(other).not.toBe(a)
  expect(await lies(world, other)).toEqual({ 'DAL MAIN': 10 })
  expect(await lies(world, a)).toEqual({ 'CHI MAIN': 60, 'DAL MAIN': 30 })
  expect(await balance()).toMatchObject({ onHand: 90, lost: 10, gap: 0 })
  expect((await world.get(`/v1/batches/${other}/trace`)).massBalance).toMatchObject({ found: 10, onHand: 10, gap: 0 })
  expect(await differences(world)).toEqual([])
})

test('who waits at the other end is served by what arrives, in the same breath', async () => {
  const waiting: Json = await order(world, 5, { warehouse: 'DAL' })
  expect(waiting).toMatchObject({ allocated: 0, backOrdered: 5 })
  const asked = await transfer(world, 10)
  await send(world, asked)
  expect(await orderNow(world, waiting)).toMatchObject({ allocated: 0 })
  await arrive(world, asked)
  expect(await orderNow(world, waiting)).toMatchObject({ allocated: 5, backOrdered: 0 })
})
