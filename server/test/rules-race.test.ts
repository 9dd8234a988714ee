/**
 * A rule, or a table of transit times, is written while orders are planned: whichever comes first, once the work is done no promise stands that the rule
 * forbids, and none is lost that it allows.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differences, order, product, receive } from './stories.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await product(world)
})
afterAll(() => world.close())

const rounds = 8
const clients = 24
const idle = () =>
  waitFor(async () => (await world.owner`select from graphile_worker.jobs`).length === 0, 'the work to be done')
const promised = async (code: string) => {
  const rows = await world.owner<{ quantity: number }[]>`
    select coalesce(sum(r.quantity), 0)::bigint as quantity from stock.reservation r join batches.batch b on b.id = r.batch_id
    where b.code = ${code}`
  return rows[0]?.quantity
}

test('rules amid orders: what a rule forbids is promised to nobody once it is applied', async () => {
  await receive(world, [
    { batch: 'SOON', quantity: 10_000, expiresOn: '2025-12-10' },
    { batch: 'LATE', quantity: 10_000, expiresOn: '2026-12-10' },
  ])
  for (let round = 0; round < rounds; round += 1) {
    const before = (await promised('SOON')) ?? 0
    const placing = Array.from({ length: clients }, () => order(world, 1 + round))
    const written: Promise<Json> = world.post('/v1/rules', { name: `R${round}`, lifeDaysMin: 90, reason: 'race' })
    const [rule, ...orders] = await Promise.all([written, ...placing])
    await idle()
    expect(await promised('SOON')).toBe(0)
    expect(await promised('LATE')).toBe(before + sum(orders))
    await world.post(`/v1/rules/${rule.id}/ending`, { reason: 'race' })
    for (const { id } of orders) await world.post(`/v1/orders/${id}/cancellation`, { reason: 'race' })
    await idle()
  }
  expect(await differences(world)).toEqual([])
})

test('days of delivery amid orders: what would come too late is promised to nobody once they are applied', async () => {
  await world.post('/v1/rules', { name: 'Thirty', lifeDaysMin: 30, market: 'US', reason: 'race' })
  await idle()
  await product(world, { sku: 'D' })
  const line = { product: 'D', quantity: 10_000 }
  await receive(world, [
    { ...line, batch: 'NEAR', expiresOn: '2025-12-28' }, // 35 days left: five on the way are not too many, six are
    { ...line, batch: 'FAR', expiresOn: '2026-12-28' },
  ])
  const table = (transitDays: number) =>
    world.call('PUT', '/v1/transit-times', { rows: [{ country: 'US', transitDays }], replace: true })
  await table(5)
  for (let round = 0; round < rounds; round += 1) {
    await idle()
    const placing = Array.from({ length: clients }, () =>
      order(world, 1 + round, { country: 'US', line: { product: 'D' } }),
    )
    const [answer, ...orders] = await Promise.all([table(6), ...placing])
    expect(answer.status).toBe(200)
    await idle()
    expect(await promised('NEAR')).toBe(0)
    expect(await promised('FAR')).toBe(sum(orders))
    for (const { id } of orders) await world.post(`/v1/orders/${id}/cancellation`, { reason: 'race' })
    await table(5)
  }
  expect(await differences(world)).toEqual([])
})

test('a changed rule holds no product while it waits for another: who has that one is not stopped', async () => {
  for (const sku of ['FIRST', 'SECOND']) {
    await product(world, { sku })
    await receive(world, [{ product: sku, batch: sku, quantity: 10, expiresOn: '2026-12-10' }])
  }
  await order(world, 20, { line: { product: 'FIRST', shortage: 'whole' } }) // waits, and has no promise to be taken back
  await order(world, 2, { line: { product: 'SECOND' } })
  const { items } = await world.get('/v1/products?limit=500')
  const idOf = (sku: string) => items.find((one: Json) => one.sku === sku).id
  await world.owner.begin(async (other) => {
    await other`select from catalog.product where id = ${idOf('FIRST')} for no key update`
    await world.post('/v1/rules', { name: 'Everywhere', lifeDaysMin: 30, reason: 'race' })
    const waits = async () =>
      (await world.owner`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
        .length
    await waitFor(async () => (await waits()) > 0, 'the job to wait for the first product')
    const got = await other`select from catalog.product where id = ${idOf('SECOND')} for no key update nowait`
    expect(got).toHaveLength(1)
  })
  await idle()
})

const sum = (orders: readonly Json[]) => orders.reduce((total, { lines: [line] }) => total + line.quantity, 0)
