/**
 * Scenario 22 at its size: a ledger of a million moves in which the verifier finds nothing, and then the one balance that
 * was made wrong. The application receives, ships and promises; most moves are then written by SQL, and the balances
 * counted from how they were made, not from the moves.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sql } from '../platform/db.ts'
import { batchId, order, product, receive } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

const batches = 1000
const received = 10_000
/** To the bin and back, with one unit left there each time. */
const rounds = 520

let world: World
let main: string
let bin: string
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  const lines = Array.from({ length: batches }, (_, at) => ({
    batch: `B${at}`,
    quantity: received,
    expiresOn: '2026-06-01',
  }))
  await receive(world, lines)
  for (let at = 0; at < 20; at += 1)
    await world.post('/v1/shipments', { order: (await order(world, received + at)).id })
  const { items } = await world.get('/v1/places?limit=500')
  const { id, warehouseId } = items.find((place: Json) => place.code === 'MAIN')
  main = id
  bin = (await world.post('/v1/places', { places: [{ warehouseId, code: 'BIN' }] })).items[0].id
  await moveManyTimes()
  await order(world, 3 * received)
})
afterAll(() => world?.close())

const moveManyTimes = () =>
  world.owner.begin(async (sql) => {
    await sql`select set_config('app.account', ${world.accountId}, true)`
    await keysAside(sql as unknown as Sql, async () => {
      await sql`
        insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind,
          document_id, occurred_at, recorded_at, actor_name)
        select b.account_id, ('019aafd0-0000-7000-8000-' || lpad(to_hex(row_number() over ()), 12, '0'))::uuid, b.batch_id, b.product_id,
          case when back then ${bin}::uuid else ${main}::uuid end, case when back then ${main}::uuid else ${bin}::uuid end,
          2 + round % 7 - back::int, 'transfer', 'relocation', ('019aafd0-0000-7000-9000-' || lpad(to_hex(round), 12, '0'))::uuid,
          ${world.clock.now()}, ${world.clock.now()}, 'The test'
        from stock.balance b, generate_series(1, ${rounds}::int) as round, unnest(array[false, true]) as back`
    })
    await sql`
      insert into stock.balance (account_id, batch_id, place_id, product_id, on_hand, last_moved_at)
      select account_id, batch_id, ${bin}, product_id, ${rounds}, last_moved_at from stock.balance`
    await sql`update stock.balance set on_hand = on_hand - ${rounds} where place_id = ${main}`
  })

/** A million rows are looked up and sorted in once, not each by itself. */
async function keysAside(sql: Sql, work: () => Promise<void>): Promise<void> {
  const keys = await sql<{ name: string; text: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where conrelid = 'stock.move'::regclass and contype = 'f'`
  const indexes = await sql<{ name: string; text: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text from pg_index
    where indrelid = 'stock.move'::regclass and not indisprimary`
  for (const { name } of keys) await sql.unsafe(`alter table stock.move drop constraint ${name}`)
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  await work()
  for (const { text } of indexes) await sql.unsafe(text)
  for (const { name, text } of keys) await sql.unsafe(`alter table stock.move add constraint ${name} ${text}`)
}

test('scenario 22: over a million moves the sums of moves are the balances', async () => {
  const { checked, differences } = await world.post('/v1/verifications')
  expect(differences).toEqual([])
  expect(checked.moves).toBeGreaterThan(1_000_000)
  expect(checked.balances).toBeGreaterThan(1900)
  expect(checked.reservations).toBeGreaterThan(0)
})

test('scenario 22: among a million moves the verifier names the one balance that is wrong', async () => {
  const wrong = await batchId(world, 'B777')
  await world.owner.begin(async (sql) => {
    await sql`select set_config('app.account', ${world.accountId}, true)`
    await sql`update stock.balance set on_hand = on_hand + 1 where batch_id = ${wrong} and place_id = ${bin}`
  })
  const { differences } = await world.post('/v1/verifications')
  expect(differences).toEqual([
    {
      kind: 'balance',
      batchId: wrong,
      placeId: bin,
      subjectId: null,
      expected: rounds,
      actual: rounds + 1,
      message: `The moves say ${rounds}, the balance says ${rounds + 1}`,
    },
  ])
})
