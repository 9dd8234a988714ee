/**
 * A recall starts and ends while others work: what they do at that moment is either seen by it, or sees it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act } from '#platform/db.ts'
import { gate, waitingForLocks } from '../../test/amid.ts'
import { jobActOf } from '../../test/job-act.ts'
import { clientsOf } from '../../test/races.ts'
import { product } from '../../test/stories.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'
import { receive } from '../receiving/receive.ts'
import { endRecall } from './go-on.ts'
import { sweepRecall } from './in-force.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
})
afterEach(() => world.close())
const act = (): Act => ({ ...jobActOf(world, world), at: world.clock.now() })
const line = (batch: string, quantity: number) => ({
  product: 'P',
  batch,
  quantity,
  expiresOn: '2027-01-01',
  supplierLot: 'S-77',
})
const comes = (batch: string, quantity: number) =>
  world.post('/v1/receipts', { warehouse: 'CHI', lines: [line(batch, quantity)] })
const draft = (): Promise<Json> =>
  world.post('/v1/recalls', {
    kind: 'recall',
    title: 'Glass',
    reason: 'Splinters.',
    scope: { parts: [{ kind: 'supplier_lot', supplierLot: 'S-77' }] },
  })
const held = async () => (await world.get('/v1/holds?active=true')).items.map(({ batchCode }: Json) => batchCode)

test('what is just being received of it is waited for, and held', async () => {
  const recall = await draft()
  const [received, committed] = [gate(), gate()]
  const receipt = world.app.house.database.write(act(), async (tx) => {
    const body = { warehouse: 'CHI', lines: [line('A', 10)] }
    await receive(tx, [{ body, origin: { source: 'test', requestId: null } }] as never, async () => {})
    received.open()
    await committed.passed
  })
  await received.passed
  const started = world.call('POST', `/v1/recalls/${recall.id}/start`, {})
  let answered = false
  void started.then(() => {
    answered = true
  })
  await waitFor(async () => answered || (await waitingForLocks(world)) > 0, 'the recall to wait for the receipt')
  expect(answered).toBe(false)
  committed.open()
  await receipt
  expect((await started).status).toBe(200)
  expect(await held()).toEqual(['A'])
})

test('the second look at a recall that is just ended holds nothing anew', async () => {
  await comes('A', 10)
  const recall = await draft()
  await world.post(`/v1/recalls/${recall.id}/start`, {})
  const [ended, committed] = [gate(), gate()]
  const ending = world.app.house.database.write(act(), async (tx) => {
    await endRecall(tx, recall.id, 'it was dust')
    ended.open()
    await committed.passed
  })
  await ended.passed
  const look = world.app.house.database.write(act(), (tx) => sweepRecall(tx, recall.id))
  await waitFor(async () => (await waitingForLocks(world)) > 0, 'the look to wait for the end')
  committed.open()
  await ending
  expect(await look).toEqual([])
  expect(await held()).toEqual([])
})

test('while sixteen order, not one unit of it is promised after it is started', async () => {
  await comes('A', 60)
  await comes('B', 60)
  const recall = await draft()
  const clients = await clientsOf(world, 16)
  const order = async (client: (typeof clients)[number], number: string) =>
    client.call('POST', '/v1/orders', { number, lines: [{ product: 'P', quantity: 2 }] })
  const orders = clients.map(async (client, at) => {
    for (let nth = 0; nth < 6; nth += 1) await order(client, `SO-${at}-${nth}`)
  })
  const started = await world.post(`/v1/recalls/${recall.id}/start`, {})
  const late = await world.post('/v1/orders', { number: 'LATE', lines: [{ product: 'P', quantity: 2 }] })
  await Promise.all(orders)
  expect(started.state).toBe('running')
  expect(late.lines[0].batches).toEqual([])
  const { here, openOrders } = await world.get(`/v1/recalls/${recall.id}/trace`)
  expect(here.map(({ onHand, reserved, available }: Json) => [onHand, reserved, available])).toEqual([
    [60, 0, 0],
    [60, 0, 0],
  ])
  expect(openOrders).toEqual([])
})
