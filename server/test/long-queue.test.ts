/**
 * A queue of back orders too long for one transaction: it is served in pieces, in its order, and nobody overtakes between
 * two of them. The worlds here have no background work until the test starts some.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openApp } from '../app.ts'
import { openLog } from '../platform/log.ts'
import { batchId, differences, hold, lift, order, orderNow, product, receive, says } from './stories.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

/** What one transaction serves. */
const pieceMax = 1000

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
})
afterEach(() => world.close())

const waiting = async (count: number, more: Json = {}): Promise<Json[]> => {
  const { line = {}, ...rest } = more
  const orders = Array.from({ length: count }, () => ({ ...rest, lines: [{ product: 'P', quantity: 1, ...line }] }))
  const { results } = await world.post('/v1/orders/bulk', { orders })
  return results.map(({ answer }: Json) => answer)
}
const a = (quantity: number, expiresOn = '2026-06-01') => ({ batch: 'A', quantity, expiresOn })

async function workIsDone(): Promise<void> {
  const { app: target, role } = world.database
  const worker = await openApp({
    target,
    ...(role ? { role } : {}),
    clock: world.clock,
    log: openLog('silent'),
    connectionsMax: 4,
    preparedStatements: true,
    works: true,
    webRoot: null,
  })
  await waitFor(async () => (await world.owner`select from graphile_worker.jobs`).length === 0, 'the work to be done')
  await worker.close()
}

/** Lines in the order of the queue, and whether each has what it asked. */
const queue = () => world.owner<{ documentId: string; served: boolean }[]>`
  select document_id, reserved = quantity as served from stock.demand order by priority desc, due_on, asked_at, id`
/** Decisions by the transaction that wrote them. */
const pieces = async (cause: string): Promise<number[]> => {
  const rows = await world.owner<{ lines: number }[]>`
    select count(*) as lines from allocation.decision where cause = ${cause} group by xmin::text order by min(id::text)`
  return rows.map(({ lines }) => lines)
}
const offers = () => world.owner`select demand_id from stock.offer`

test('stock that comes is offered by priority, day promised and age, a piece a transaction, and the rest is not even looked at', async () => {
  await waiting(2500)
  const late = await waiting(10, { deliverOn: '2025-12-03' })
  const due = await waiting(10, { deliverOn: '2025-11-22' })
  const urgent = await waiting(100, { priority: 5 })
  await receive(world, [a(1800)])
  expect(await pieces('receipt')).toEqual([pieceMax])
  for (const first of [urgent[99], due[9]]) expect(await orderNow(world, first)).toMatchObject({ allocated: 1 })
  await workIsDone()
  const served = (await queue()).map((line) => line.served)
  expect(served).toEqual([...Array(1800).fill(true), ...Array(820).fill(false)])
  expect(await orderNow(world, late[0])).toMatchObject({ allocated: 0 })
  expect(await pieces('receipt')).toEqual([pieceMax, 800])
  expect(await offers()).toEqual([])
  expect(await differences(world)).toEqual([])
}, 240_000)

test('between two pieces a new order waits behind those who waited before, unless its priority or its day puts it before them', async () => {
  await waiting(1500)
  await receive(world, [a(1600)])
  const late = await order(world, 1)
  expect(late).toMatchObject({ allocated: 0, backOrdered: 1 })
  expect(says(late)).toEqual(['A: 600 first offered to those who waited before'])
  expect(await order(world, 1, { priority: 5 })).toMatchObject({ allocated: 1 })
  expect(await order(world, 1, { deliverOn: '2025-11-22' })).toMatchObject({ allocated: 1 })
  expect(await order(world, 1, { deliverOn: '2025-11-24' })).toMatchObject({ allocated: 0 })
  await workIsDone()
  expect((await queue()).every(({ served }) => served)).toBe(true)
  expect(await order(world, 100)).toMatchObject({ allocated: 96, backOrdered: 4 })
})

test('more stock between two pieces begins at the head again: whoever stands first is asked first', async () => {
  const whole = await order(world, 2000, { line: { shortage: 'whole' } })
  await waiting(1500)
  await receive(world, [a(1500)])
  expect((await orderNow(world, whole)).allocated).toBe(0)
  await receive(world, [{ ...a(1600), batch: 'B' }])
  expect((await orderNow(world, whole)).allocated).toBe(2000)
  await workIsDone()
  expect((await queue()).map(({ served }) => served)).toEqual([...Array(1101).fill(true), ...Array(400).fill(false)])
})

test('after a hold is lifted nobody gets before those who wait, however soon he comes', async () => {
  await receive(world, [a(1500)])
  const held = await world.post('/v1/holds', { scope: 'product', product: 'P', reason: 'doubt' })
  await waiting(1500)
  await lift(world, held)
  expect(await order(world, 1)).toMatchObject({ allocated: 0 })
  await workIsDone()
  const lines = await queue()
  expect(lines.filter(({ served }) => !served)).toEqual([lines.at(-1)])
  expect(await pieces('lift')).toEqual([pieceMax, 500])
})

test('a hold that takes from many lines tells each of them, a piece a transaction', async () => {
  await receive(world, [a(1500), { ...a(200), batch: 'B', expiresOn: '2026-07-01' }])
  const placed = await waiting(1500)
  const { number } = await hold(world, 'A')
  await workIsDone()
  expect((await queue()).map(({ served }) => served)).toEqual([...Array(200).fill(true), ...Array(1300).fill(false)])
  expect((await pieces('hold')).reduce((sum, lines) => sum + lines, 0)).toBe(1500)
  expect(Math.max(...(await pieces('hold')))).toBeLessThanOrEqual(pieceMax)
  expect(says(await orderNow(world, placed.at(-1)))).toEqual([`A: 1500 on hold (${number})`])
})

test('stock that fits nobody who waits is offered to all of them, and then to whoever comes', async () => {
  await waiting(1500, { line: { lifeDaysMin: 400 } })
  await receive(world, [a(10)])
  expect(await order(world, 1)).toMatchObject({ allocated: 0 })
  await workIsDone()
  expect(await offers()).toEqual([])
  expect(await pieces('receipt')).toEqual([1])
  expect(await order(world, 1)).toMatchObject({ allocated: 1 })
})

test('what is taken back while it is on offer is not promised: the offer ends where nothing is left', async () => {
  await waiting(1500)
  await receive(world, [a(1200)])
  await world.post('/v1/holds', { scope: 'batch', batch: await batchId(world, 'A'), reason: 'doubt' })
  await workIsDone()
  expect((await queue()).some(({ served }) => served)).toBe(false)
  expect(await offers()).toEqual([])
  expect(await differences(world)).toEqual([])
})
