/**
 * A hold is placed while the first goods of another product come under it: it then holds no product while it waits for
 * one, so that nobody who wants both is told of a deadlock.
 */
import type postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../platform/db.ts'
import { differences, orderNow, product, receive } from './stories.ts'
import { type Answer, type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
let others: Sql
const idOf = new Map<string, string>()
beforeAll(async () => {
  world = await openWorld()
  others = connect(world.database.owner, { max: 3 })
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', { places: [{ warehouseId, code: 'B-2' }] })
  for (const sku of ['FIRST', 'SECOND']) idOf.set(sku, (await product(world, { sku })).id)
  const { items } = await world.get('/v1/places?limit=500')
  for (const { code, id } of items) idOf.set(code, id)
})
afterAll(async () => {
  await others.end({ timeout: 5 })
  await world.close()
})

const comes = async (sku: string, place: string): Promise<string> => {
  const line = { product: sku, batch: `${sku} ${place}`, quantity: 10, expiresOn: '2027-01-01', place }
  return (await receive(world, [line])).lines[0].batchId
}
/** The connections that wait for what this transaction has locked. */
const waitingFor = async (sql: postgres.TransactionSql<{ bigint: number }>): Promise<number[]> => {
  const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  const rows = await others<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and ${own?.pid ?? 0} = any(pg_blocking_pids(pid))`
  return rows.map(({ pid }) => pid)
}
const locked = (sql: postgres.TransactionSql<{ bigint: number }>, sku: string) =>
  sql`select from catalog.product where id = ${idOf.get(sku) ?? ''} for no key update nowait`

/** `hold` reaches SECOND alone as it is asked for, and FIRST as well once it has SECOND, who has the greater key. */
async function asFirstComes(hold: () => Promise<Answer>, come: () => Promise<unknown>): Promise<Answer> {
  let asked = Promise.resolve<Answer | null>(null)
  let holding: number[] = []
  await others.begin(async (one) => {
    await others.begin(async (other) => {
      await locked(other, 'SECOND')
      asked = hold()
      await waitFor(async () => {
        holding = await waitingFor(other)
        return holding.length > 0
      }, 'the hold to wait for SECOND')
      await come()
      await locked(one, 'FIRST')
    })
    await waitFor(
      async () => (await waitingFor(one)).some((pid) => holding.includes(pid)),
      'the hold to wait for FIRST',
    )
    expect(await locked(one, 'SECOND')).toHaveLength(1)
  })
  const answer = await asked
  if (!answer) throw new Error('no hold was asked for')
  return answer
}

test('a hold on a place lets go what it has, when goods of a product came there that goes before it', async () => {
  await comes('SECOND', 'B-2')
  const hold = () => world.call('POST', '/v1/holds', { scope: 'place', place: idOf.get('B-2'), reason: 'leak' })
  let placed: Json
  const answer = await asFirstComes(hold, async () => {
    await comes('FIRST', 'B-2')
    placed = await world.post('/v1/orders', { lines: [{ product: 'FIRST', quantity: 4 }] })
    expect(placed.allocated).toBe(4)
  })
  expect(answer).toMatchObject({ status: 201, body: { released: { reservations: 1, quantity: 4 } } })
  expect((await orderNow(world, placed)).allocated).toBe(0)
  expect(await differences(world)).toEqual([])
})

test('a hold on a lot lets go what it has, when a batch of a product joined it that goes before it', async () => {
  const [first, second] = [await comes('FIRST', 'MAIN'), await comes('SECOND', 'MAIN')]
  const lot = await world.post('/v1/lots', { code: 'PALLET', batches: [second] })
  const hold = () => world.call('POST', '/v1/holds', { scope: 'lot', lot: 'PALLET', reason: 'leak' })
  const answer = await asFirstComes(hold, () => world.call('PUT', `/v1/lots/${lot.id}/batches/${first}`))
  expect(answer).toMatchObject({ status: 201, body: { onHand: 20 } })
  expect(await differences(world)).toEqual([])
})
