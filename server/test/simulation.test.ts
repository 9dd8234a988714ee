/**
 * A shop that does at random what shops do, some of it at the same moment, held against a small model that knows only the
 * answers. SIM_SEED repeats a run (what runs at once may still interleave otherwise), SIM_STEPS makes it longer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealNow, sealProof } from './full-seal.ts'
import { dice, seedFor } from './hostile.ts'
import { openShop, type Shop } from './shop.ts'
import { openAllBoxes } from './shop-boxes.ts'
import { tooLate } from './shop-delivery.ts'
import { wronglyIdentified } from './shop-identifying.ts'
import { missedByTraces } from './shop-production.ts'
import { recallsLooked } from './shop-recalls.ts'
import { byFamily } from './shop-repairs.ts'
import { brokenLaws, neverSplit } from './shop-rules.ts'
import { wronglyListed } from './shop-storage.ts'
import { differences } from './stories.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

const seed = seedFor('SIM_SEED')
const steps = Number(process.env.SIM_STEPS ?? 400)
const clients = 8
const checkEvery = 10

let world: World
let shop: Shop
let wrongOfRecalls: () => Promise<string[]>
beforeAll(async () => {
  world = await openWorld()
  shop = await openShop(world, dice(seed))
  wrongOfRecalls = recallsLooked(world, shop)
})
afterAll(() => world?.close())

const everyPage = async (url: string): Promise<Json[]> => {
  const all: Json[] = []
  let cursor = ''
  do {
    const { items, next } = await world.get(`${url}${url.includes('?') ? '&' : '?'}limit=500${cursor}`)
    all.push(...items)
    cursor = next ? `&cursor=${encodeURIComponent(next)}` : ''
    if (!next) return all
  } while (cursor)
  return all
}
const positive = (sums: ReadonlyMap<string, number>) => new Map([...sums].filter(([, quantity]) => quantity !== 0))
const sumBy = (rows: readonly Json[], key: string, quantity: string) => {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row[key], (sums.get(row[key]) ?? 0) + row[quantity])
  return sums
}
const sorted = (sums: ReadonlyMap<string, number>) => [...positive(sums)].sort()
const families = (sums: ReadonlyMap<string, number>) => sorted(byFamily(shop, sums))

const idle = async () => (await world.owner`select from graphile_worker.jobs`).length === 0

/** What was done may have more to do in the background; numbers read one after another then differ rightly. */
async function expectWhole(): Promise<void> {
  await waitFor(idle, 'the background work to be done')
  expect(await differences(world)).toEqual([])
  expect(await world.owner`select from stock.offer`).toHaveLength(0)
  const stock = await everyPage('/v1/stock')
  expect(families(sumBy(stock, 'batchId', 'onHand'))).toEqual(families(shop.onHand))
  expect(await leftUnderOldCodes()).toEqual([])
  const expired = await chosenThoughExpired()
  for (const row of stock) {
    expect(row.available).toBe(row.status === 'sellable' ? row.onHand - row.reserved : 0)
    expect(Math.min(row.onHand, row.reserved, row.available)).toBeGreaterThanOrEqual(0)
    const chosen = row.status === 'expired' ? (expired.get(`${row.batchId} ${row.placeId}`) ?? 0) : 0
    if (row.status !== 'sellable') expect([row.status, row.reserved]).toEqual([row.status, chosen])
  }
  const parts = await world.owner`
    select id from stock.demand where shortage = 'whole' and reserved > 0 and reserved + shipped < quantity`
  expect(parts).toHaveLength(0)
  const orders = await everyPage('/v1/orders')
  expect(new Set(orders.map(({ id }) => id))).toEqual(new Set(shop.orders.keys()))
  for (const { state, quantity, allocated, shipped, backOrdered } of orders) {
    expect(allocated + shipped + backOrdered).toBe(quantity)
    expect(Math.min(allocated, shipped, backOrdered)).toBeGreaterThanOrEqual(0)
    if (state === 'cancelled') expect([allocated, backOrdered]).toEqual([0, 0])
  }
  expect(await wronglyPicked()).toEqual([])
  expect(await wrongOfRecalls()).toEqual([])
  expect(await wronglyIdentified(world)).toEqual([])
  expect(await brokenLaws(world, shop.rules)).toEqual([])
  expect(await tooLate(world, shop.rules)).toEqual([])
  expect(await wronglyListed(world)).toEqual([])
  expect(shop.parcels.filter(({ length }) => length > 1)).toEqual([])
  const transfers = await everyPage('/v1/transfers')
  for (const { sent, inTransit, arrived, returned, missing } of transfers) {
    expect(Math.min(inTransit, arrived, returned, missing, inTransit - missing)).toBeGreaterThanOrEqual(0)
    expect(inTransit + arrived + returned).toBeLessThanOrEqual(sent)
  }
  const promised = [...orders, ...transfers].reduce((sum, one) => sum + (one.allocated ?? one.reserved), 0)
  expect(stock.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(promised)
}

/** What came under the code of a merged batch is of the other, but for what lies picked, and what is promised beside it. */
const leftUnderOldCodes = () => world.owner`
  select b.code, s.on_hand from batches.batch b join stock.balance s on s.account_id = b.account_id and s.batch_id = b.id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  where b.merged_into is not null and p.kind <> 'transit' and not exists (
    select from fulfilment.picked k where k.account_id = s.account_id and k.batch_id = s.batch_id and k.place_id = s.place_id
    having sum(case when k.kind in ('pick', 'unship') then k.quantity else -k.quantity end) > 0)`

/** By batch and place: what a person has chosen to go elsewhere, and said why. */
async function chosenThoughExpired(): Promise<Map<string, number>> {
  const rows = await world.owner<{ place: string; quantity: number }[]>`
    select r.batch_id || ' ' || r.place_id as place, sum(r.quantity)::int as quantity
    from stock.reservation r join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
    where d.takes_expired group by 1`
  return new Map(rows.map(({ place, quantity }) => [place, quantity]))
}

/** Lines of which more is packed than lies picked, or less than nothing is picked. */
const wronglyPicked = () => world.owner`
  with picked as (
    select order_line_id, batch_id, place_id, sum(case when kind in ('pick', 'unship') then quantity else -quantity end) as quantity
    from fulfilment.picked group by order_line_id, batch_id, place_id),
  packed as (
    select l.order_line_id, l.batch_id, l.place_id, sum(l.quantity) as quantity
    from fulfilment.parcel_line l join fulfilment.parcel p on p.account_id = l.account_id and p.id = l.parcel_id
    where p.cancelled_at is null and p.shipment_id is null group by l.order_line_id, l.batch_id, l.place_id)
  select * from picked full join packed using (order_line_id, batch_id, place_id)
  where coalesce(picked.quantity, 0) < coalesce(packed.quantity, 0) or picked.quantity < 0`

const made = ['receipts', 'orders', 'shipments', 'holds', 'adjustments', 'pick-waves', 'rules', 'pools', 'transfers']
const acts = [
  ...[...made, 'box-openings', 'shipments/:id/cancellation', 'transfers/:id/shipments', 'transfers/:id/receipts'].map(
    (kind) => `POST /v1/${kind} done`,
  ),
  ...['identifications', 'identifications/:id/units', 'identified-units/:id/undoing'].map(
    (kind) => `POST /v1/${kind} done`,
  ),
  ...['relocations', 'unannounced-returns', 'returns/:id/inspections', 'disposals', 'disposals/:id/destruction'].map(
    (kind) => `POST /v1/${kind} done`,
  ),
  ...['batch-repairs', 'batch-repairs/:id/undoing', 'production-runs', 'production-runs/:id/reversal'].map(
    (kind) => `POST /v1/${kind} done`,
  ),
  ...['recalls', 'recalls/:id/start', 'recalls/:id/versions', 'recalls/:id/end'].map((kind) => `POST /v1/${kind} done`),
  ...['PUT /v1/transit-times', 'PUT /v1/holidays', 'PATCH /v1/warehouses/:id', 'PATCH /v1/places/:id'].map(
    (act) => `${act} done`,
  ),
  'POST /v1/relocations storage_forbids',
]
const undone = () => acts.filter((act) => !shop.done.get(act))

test('whatever is done, also at the same moment: nothing appears, nothing is lost, nothing is promised twice', async () => {
  for (let step = 0; step < steps; step += clients) {
    await shop.round(clients)
    if (step % (clients * checkEvery) === 0) await expectWhole()
    if (step % (clients * 20) === 0) world.clock.set(new Date(Date.parse(world.clock.now()) + 43_200_000).toISOString())
  }
  // Which act comes is chance: it goes on until each has succeeded.
  for (let more = 0; undone().length > 0 && more < steps * 4; more += clients) await shop.round(clients)
  await expectWhole()
  const done = [...shop.done].sort()
  if (process.env.SIM_TELLS) process.stdout.write(`${done.map(([name, times]) => `${times} ${name}`).join('\n')}\n`)
  expect(undone()).toEqual([])
}, 3_600_000)

test('the trace of every batch is everyone who got it, and its mass balances', async () => {
  const lying = new Map<string, number>()
  for (const batchId of shop.onHand.keys()) {
    const { massBalance } = await world.get(`/v1/batches/${batchId}/trace`)
    const here = massBalance.onHand + massBalance.inTransit
    expect([massBalance.gap, massBalance.alarm]).toEqual([0, null])
    lying.set(batchId, here)
    const got: Json[] = []
    for (let cursor = ''; ; ) {
      const { shipments } = await world.get(`/v1/batches/${batchId}/trace?limit=500${cursor}`)
      // What was made of it is traced with it, and is sent under a code of its own.
      got.push(...shipments.items.filter((one: Json) => one.batchId === batchId))
      if (!shipments.next) break
      cursor = `&cursor=${encodeURIComponent(shipments.next)}`
    }
    expect(sorted(sumBy(got, 'orderId', 'quantity'))).toEqual(sorted(shop.sent.get(batchId) ?? new Map()))
  }
  expect(families(lying)).toEqual(families(shop.onHand))
}, 600_000)

test('the trace of what was used has everyone who got something made of it, through any number of runs', async () => {
  let told = await missedByTraces(world, shop.sent)
  // All that was made may have been undone: it goes on until something stands.
  for (let more = 0; told.batches === 0 && more < steps * 4; more += clients) {
    await shop.round(clients)
    told = await missedByTraces(world, shop.sent)
  }
  const { batches, missed } = told
  expect(missed).toEqual([])
  expect(batches).toBeGreaterThan(0)
}, 600_000)

test('all that was recorded is sealed as it was, and one letter that is changed afterwards is found', async () => {
  await sealNow(world)
  expect(await sealProof(world)).toMatchObject({ found: 0, findings: [], waiting: 0 })
  const rows = await world.owner<{ id: string; actorName: string }[]>`
    select id, actor_name from stock.move where account_id = ${world.accountId} order by id`
  const { id: row, actorName } = dice(seed).of(rows)
  const sayDoneBy = (name: string) =>
    world.owner`update stock.move set actor_name = ${name} where account_id = ${world.accountId} and id = ${row}`
  await sayDoneBy(`${actorName.slice(0, -1)}?`)
  expect(await sealProof(world)).toMatchObject({ found: 1, findings: [{ kind: 'changed', table: 'stock.move', row }] })
  await sayDoneBy(actorName)
}, 600_000)

test('stock as of now is the stock, and as of before the first day there was none', async () => {
  const items = await everyPage(`/v1/stock/as-of?at=${world.clock.now()}`)
  expect(families(sumBy(items, 'batchId', 'quantity'))).toEqual(families(shop.onHand))
  expect((await world.get('/v1/stock/as-of?at=2025-11-22T00:00:00Z')).items).toEqual([])
})

test('no order waits for what is free once nothing forbids it: whoever takes any part, of any life, from anywhere has it, and boxes are opened', async () => {
  await shop.calm()
  const waits = async () => {
    await openAllBoxes(world)
    await waitFor(idle, 'the offers to be made', 300_000)
    const stock = (await everyPage('/v1/stock?status=sellable')).filter(({ available }) => available > 0)
    const free = new Set(stock.map(({ sku }) => sku))
    const rows = await world.owner<{ id: string; sku: string; open: number }[]>`
      select d.id, p.sku, d.quantity - d.reserved - d.shipped as open
      from stock.demand d join catalog.product p on p.account_id = d.account_id and p.id = d.product_id
      where d.account_id = ${world.accountId} and d.reserved + d.shipped < d.quantity and d.shortage = 'part'
        and coalesce(d.life_days_min, 0) = 0 and d.warehouse_id is null and d.channel is distinct from ${neverSplit}`
    return rows.filter(({ sku }) => free.has(sku))
  }
  // A box that was promised just now is opened in the second look.
  for (let look = 0; look < 5 && (await waits()).length > 0; look++);
  expect(await waits()).toEqual([])
}, 600_000)
