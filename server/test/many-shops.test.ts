/**
 * A thousand shops, each with its own seed, five hundred operations each. MANY_SEED repeats a run, MANY_SHOPS and MANY_STEPS make it larger, MANY_TELLS
 * says what takes how long.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFor } from './hostile.ts'
import { acts } from './many-acts.ts'
import { type Book, type Mall, openMall } from './many-shops.ts'
import { differences } from './stories.ts'
import { openWorld, type World, waitFor } from './world.ts'

const seed = seedFor('MANY_SEED')
const operations = Number(process.env.MANY_STEPS ?? 500)

let world: World
let mall: Mall
beforeAll(async () => {
  world = await openWorld()
  mall = await openMall(world, { seed, shops: Number(process.env.MANY_SHOPS ?? 1000) })
}, 120_000)
afterAll(() => world?.close())

test('a thousand shops do five hundred things each, and every unit of every one is where its book says', async () => {
  const done = () => mall.shops.reduce((sum, shop) => sum + shop.operations, 0)
  const next = drawn(mall)
  while (done() < operations * mall.shops.length) {
    const [name, act] = next()
    const start = performance.now()
    await act(mall)
    if (process.env.MANY_TELLS)
      process.stdout.write(`${name} ${Math.round(performance.now() - start)} ms, ${done()} done\n`)
  }
  await waitFor(
    async () => (await world.owner`select from graphile_worker.jobs`).length === 0,
    'the background work',
    300_000,
  )
  expect(await differences(world)).toEqual([])
  const here = new Map((await unitsHere()).map(({ sku, quantity }) => [sku, quantity]))
  const told = new Map((await beyond()).map(({ sku, ...book }) => [sku, book]))
  for (const { sku, book } of mall.shops) {
    expect([sku, here.get(sku) ?? 0]).toEqual([sku, inHouse(book)])
    expect([sku, told.get(sku)]).toEqual([sku, book])
  }
}, 1_800_000)

/** By chance, but each as often as it should be: one after another out of a bag that is filled again when it is empty. */
function drawn({ roll }: Mall): () => (typeof acts)[number] {
  let bag: (typeof acts)[number][] = []
  return () => {
    if (bag.length === 0) bag = [...acts]
    const act = roll.of(bag)
    bag.splice(bag.indexOf(act), 1)
    return act
  }
}

test('the mass balance of every batch closes, over all places with customers and scrap', async () => {
  const some = new Set(mall.shops.filter((_, at) => at % 20 === 0).map(({ sku }) => sku))
  const rows = await world.owner<{ id: string; sku: string }[]>`
    select b.id, p.sku from batches.batch b join catalog.product p on p.account_id = b.account_id and p.id = b.product_id`
  const batches = rows.filter(({ sku }) => some.has(sku))
  expect(batches.length).toBeGreaterThan(some.size)
  const sums = new Map<string, number>()
  for (const { id, sku } of batches) {
    const { massBalance } = await world.get(`/v1/batches/${id}/trace?limit=1`)
    expect([sku, massBalance.gap, massBalance.alarm]).toEqual([sku, 0, null])
    sums.set(sku, (sums.get(sku) ?? 0) + massBalance.onHand + massBalance.inTransit)
  }
  for (const { sku, book } of mall.shops)
    if (some.has(sku)) expect([sku, sums.get(sku) ?? 0]).toEqual([sku, inHouse(book)])
}, 600_000)

const inHouse = ({ received, shipped, returned, destroyed, sampled, lost }: Book) =>
  received - shipped + returned - destroyed - sampled - lost

const unitsHere = () => world.owner<{ sku: string; quantity: number }[]>`
  select p.sku, sum(b.on_hand)::int as quantity from stock.balance b
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id group by p.sku`

/** Of each shop by the virtual places of the ledger, which no balance is kept of. */
const beyond = () => world.owner<(Book & { sku: string })[]>`
  select p.sku, sum(m.quantity) filter (where f.kind = 'supplier')::int as received,
    coalesce(sum(m.quantity) filter (where t.kind = 'customer'), 0)::int as shipped,
    coalesce(sum(m.quantity) filter (where f.kind = 'customer'), 0)::int as returned,
    coalesce(sum(m.quantity) filter (where t.kind = 'scrap'), 0)::int as destroyed,
    coalesce(sum(m.quantity) filter (where t.kind = 'sample'), 0)::int as sampled,
    (coalesce(sum(m.quantity) filter (where t.kind = 'count'), 0) - coalesce(sum(m.quantity) filter (where f.kind = 'count'), 0))::int as lost
  from stock.move m join catalog.product p on p.account_id = m.account_id and p.id = m.product_id
  join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
  group by p.sku`
