import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../app.ts'
import { judgeAlerts } from '../modules/alerts/index.ts'
import { standingClock } from '../platform/clock.ts'
import { connect, type Sql } from '../platform/db.ts'
import { openLog } from '../platform/log.ts'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import type { Json } from '../test/world.ts'
import { seedDemo } from './seed-demo.ts'

const now = '2026-03-02T10:30:00.000Z'
let database: TestDatabase
let owner: Sql
let ask: (method: 'GET' | 'POST', url: string) => Promise<Json>
let close: () => Promise<void>

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.owner, { max: 1 })
  const time = standingClock(now)
  const app = await openApp({
    target: database.app,
    ...(database.role ? { role: database.role } : {}),
    clock: time,
    log: openLog('silent'),
    connectionsMax: 10,
    preparedStatements: true,
    works: false,
    webRoot: null,
  })
  const access = { email: 'demo@example.com', password: 'a long enough password' }
  const key = await seedDemo(app, { seed: 2026, time, now, access })
  const [{ accountId } = { accountId: '' }] = await owner<
    { accountId: string }[]
  >`select account_id from access.account`
  const judged = {
    accountId,
    actorId: null,
    actorName: 'Firstout',
    role: 'owner',
    source: 'job',
    requestId: null,
    at: now,
  }
  await judgeAlerts(app.house.database, judged, null)
  ask = async (method, url) => {
    const answer = await app.http.inject({ method, url, headers: { authorization: `Bearer ${key}` } })
    return answer.json()
  }
  close = () => app.close()
}, 300_000)
afterAll(async () => {
  await close()
  await owner.end({ timeout: 5 })
  await database.drop()
})

const count = async (table: string): Promise<number> => {
  const [row] = await owner<{ many: number }[]>`select count(*) as many from ${owner(table)}`
  return row?.many ?? 0
}

test('the account is lively: more than a hundred products, a thousand batches, thousands of orders, lots, holds, people of every role', async () => {
  expect(await count('places.warehouse')).toBe(3)
  expect(await count('catalog.product')).toBeGreaterThanOrEqual(120)
  expect(await count('batches.batch')).toBeGreaterThanOrEqual(1050)
  expect(await count('orders.sales_order')).toBeGreaterThan(3000)
  expect(await count('fulfilment.shipment')).toBeGreaterThan(3000)
  expect(await count('batches.lot')).toBeGreaterThan(3)
  expect(await count('quality.hold')).toBeGreaterThan(8)
  expect((await ask('GET', '/v1/orders?state=cancelled')).items.length).toBeGreaterThan(10)
  const { items: people } = await ask('GET', '/v1/people')
  expect(people.map(({ role }: Json) => role).sort()).toEqual(['auditor', 'manager', 'owner', 'quality', 'warehouse'])
})

test('stock is in all states of life, and there is something to do on every desk', async () => {
  const home = await ask('GET', '/v1/home')
  for (const found of [
    home.expiring.within7.batches,
    home.expiring.within30.batches - home.expiring.within7.batches,
    home.expiring.within90.batches - home.expiring.within30.batches,
    home.expired.batches,
    home.held.holds,
    home.waiting.orders,
    home.returns.open,
    home.inbounds.open,
  ])
    expect(found).toBeGreaterThan(0)
  expect((await ask('GET', '/v1/orders?state=open')).items.length).toBeGreaterThan(0)
})

test('parcels have their days, and channels their rules', async () => {
  expect((await ask('GET', '/v1/delivery-services')).items).toHaveLength(2)
  expect((await ask('GET', '/v1/transit-times')).items.length).toBeGreaterThan(5)
  expect((await ask('GET', '/v1/rules')).items).toHaveLength(3)
  const { items } = await ask('GET', '/v1/orders?state=open&limit=1')
  const { lines } = await ask('GET', `/v1/orders/${items[0].id}`)
  expect(lines[0].arrivals).toContainEqual(expect.objectContaining({ service: 'GROUND', unknown: null }))
})

test('pickers and packers are at work: waves are open, one is half picked, parcels bear an SSCC, and channels have their pools', async () => {
  const { items: waves } = await ask('GET', '/v1/pick-waves?state=open')
  const share = ({ units, pickedUnits }: Json) => pickedUnits / units
  expect(waves.map(({ warehouseCode }: Json) => warehouseCode).sort()).toEqual(['EWR', 'RNO', 'VEN'])
  expect(waves.filter((one: Json) => share(one) > 0 && share(one) < 1)).not.toEqual([])
  expect((await ask('GET', '/v1/left-picked')).items.length).toBeGreaterThan(0)
  for (const state of ['packed', 'shipped']) {
    const { items } = await ask('GET', `/v1/parcels?state=${state}`)
    expect(items[0]?.sscc).toMatch(/^\d0614141\d{10}$/)
  }
  expect((await ask('GET', '/v1/pools')).items.map(({ kept }: Json) => kept.length > 0)).toEqual([true, true])
})

test('a batch that was typed wrong is merged, another has another code by now, and each is found by both', async () => {
  for (const kind of ['merge', 'rename']) {
    const [{ batchCode, otherId, codeBefore, batchId }] = (await ask('GET', `/v1/batch-repairs?kind=${kind}`)).items
    const { items } = await ask('GET', `/v1/batches?called=${encodeURIComponent(codeBefore ?? batchCode)}`)
    expect(items.map(({ id }: Json) => id)).toContain(otherId ?? batchId)
  }
})

test('bins were counted: a draw is settled, two swapped batches wait for approval, a blind count is half walked', async () => {
  const { items } = await ask('GET', '/v1/counts')
  expect(items.map(({ kind, blind }: Json) => [kind, blind])).toEqual([
    ['class', true],
    ['bins', false],
    ['random', false],
  ])
  const [blind, named, drawn] = items
  expect([drawn.closedAt, drawn.open, drawn.bins, drawn.differing]).toEqual([now, 0, 6, 6])
  expect(blind.counted).toBeGreaterThan(0)
  expect(blind.counted).toBeLessThan(blind.bins)
  const differences = (await ask('GET', `/v1/counts/${named.id}/differences`)).items
  expect(differences.map(({ suggestion }: Json) => suggestion.kind)).toEqual(['swapped', 'swapped'])
  expect((await ask('GET', '/v1/batch-accuracy')).items).toHaveLength(3)
})

test('what came back waits to be looked at or is decided, one disposal is destroyed before a witness, and goods lie where they must not', async () => {
  const { items: back } = await ask('GET', '/v1/returns?state=to_inspect')
  expect(back.length).toBeGreaterThan(0)
  const { items: all } = await ask('GET', '/v1/returns?limit=200')
  const unannounced = all.filter((one: Json) => one.unannounced)
  expect(unannounced.length).toBeGreaterThan(back.length)
  const { items: disposals } = await ask('GET', '/v1/disposals')
  expect(disposals.map(({ state }: Json) => state).sort()).toEqual(['destroyed', 'draft'])
  expect((await ask('GET', '/v1/misplaced')).total).toBeGreaterThan(0)
  expect((await ask('GET', '/v1/samples')).items.length).toBeGreaterThan(2)
})

test('batches come to their last day, at every step, and some have expired on the shelf', async () => {
  const { counts } = await ask('GET', '/v1/alerts')
  expect(counts.map(({ stepDays }: Json) => stepDays)).toEqual([0, 30, 60, 90])
})

test('the brand made a cream of two raw batches and gift sets of it, and who holds one finds all', async () => {
  const { items } = await ask('GET', '/v1/production-runs')
  expect(items.map(({ kind, used, made }: Json) => [kind, used, made])).toEqual([
    ['kit', ['ROSE-050'], ['GIFT-001']],
    ['produce', ['RAW-001', 'RAW-002'], ['ROSE-050']],
  ])
  const [oil] = (await ask('GET', '/v1/batches?product=RAW-002')).items
  const trace = await ask('GET', `/v1/batches/${oil.id}/trace`)
  expect(trace).toMatchObject({ orders: 3, massBalance: { consumed: 900, alarm: null } })
})

test('a marketplace sold on what it never told by batch: the drafted withdrawal says how many are certainly with consumers, and as whom each is told', async () => {
  const [recall] = (await ask('GET', '/v1/recalls')).items
  expect(recall).toMatchObject({ kind: 'withdrawal', state: 'draft' })
  const { exposure } = await ask('GET', `/v1/recalls/${recall.number}/preview`)
  expect(exposure.sellers).toEqual({ customers: 1, soldOn: { least: 75, most: 100 }, there: { least: 0, most: 25 } })
  const { items } = await ask('GET', `/v1/recalls/${recall.number}/recipients`)
  expect(items).toMatchObject([{ audience: 'retail', asksAudience: false }])
  const shops = await ask('GET', '/v1/customers/W-0001')
  expect(shops.audience).toBe('retail')
})

test('a product that nobody tracked is identified to about half, and its orders are served', async () => {
  const { items } = await ask('GET', '/v1/identifications')
  expect(items).toMatchObject([{ sku: 'SOAP-001', state: 'open', meter: { identified: 242, whole: 480, percent: 50 } }])
  expect((await ask('GET', '/v1/home')).identifying).toMatchObject({ products: 1, percent: 50, only: items[0].id })
})

test('of the transfers one is asked for, one is on its way, and of one something is missing', async () => {
  const { items } = await ask('GET', '/v1/transfers')
  const states = new Set(items.map(({ state }: Json) => state))
  expect([...states]).toEqual(expect.arrayContaining(['discrepancy', 'in_transit', 'requested']))
})

test('one parcel was shipped by mistake: its shipment is cancelled, and it stands packed again', async () => {
  const { items } = await ask('GET', '/v1/audit?kind=shipment&text=did+not+take+it&limit=5')
  expect(items.map(({ action }: Json) => action)).toEqual(['shipment.cancel'])
  const { cancellations, lines } = await ask('GET', `/v1/shipments/${items[0].subjectId}`)
  expect(cancellations).toMatchObject([{ reason: 'the carrier did not take it along' }])
  expect(lines.every(({ quantity }: Json) => quantity > 0)).toBe(true)
})

test('kits are sold, and most of them have left with all their parts', async () => {
  const { id } = await ask('GET', '/v1/products/KIT-003')
  const { items } = await ask('GET', `/v1/orders?product=${id}&limit=100`)
  const orders = await Promise.all(items.map((one: Json) => ask('GET', `/v1/orders/${one.id}`)))
  const lines = orders.map((one) => one.lines[0])
  expect(lines.length).toBeGreaterThan(20)
  expect(new Set(lines.map(({ components }) => components.length))).toEqual(new Set([5]))
  expect(lines.filter(({ shipped, quantity }) => shipped === quantity).length).toBeGreaterThan(10)
})

test('most orders are shipped whole', async () => {
  const [row] = await owner<{ waiting: number; all: number }[]>`
    select count(*) filter (where shipped < quantity) as waiting, count(*) as all from stock.demand`
  expect((row?.waiting ?? 1) / (row?.all ?? 1)).toBeLessThan(0.06)
})

test('nothing of it happens in the future, and nothing was recorded before it happened', async () => {
  const [row] = await owner`
    select count(*) filter (where occurred_at > ${now}) as future,
      count(*) filter (where recorded_at < occurred_at) as early from stock.move`
  expect(row).toEqual({ future: 0, early: 0 })
})

test('ledger and balances agree', async () => {
  expect((await ask('POST', '/v1/verifications')).differences).toEqual([])
})
