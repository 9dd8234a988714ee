/**
 * Several judge the same batches at the same moment, while dates move and goods leave: of each batch one alert is open, and none is lost.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { judgeAlerts } from '../modules/alerts/index.ts'
import { raisedOf } from './alerts.ts'
import { jobActOf } from './job-act.ts'
import { batchId, order, product, receive } from './stories.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
})
afterEach(() => world.close())

const judge = () => judgeAlerts(world.app.house.database, jobActOf(world, world), null)
const together = (times: number) => Promise.all(Array.from({ length: times }, judge))
/** Closed, or open and then the only one of its batch. */
async function expectOneOpen(): Promise<void> {
  const rows = await world.owner<{ batchId: string; open: number; listed: number }[]>`
    select a.batch_id, count(*) filter (where c.alert_id is null)::int as open, count(o.alert_id)::int as listed
    from alerts.alert a left join alerts.closing c on c.alert_id = a.id left join alerts.open_alert o on o.alert_id = a.id group by a.batch_id`
  expect(rows.filter(({ open, listed }) => open > 1 || open !== listed)).toEqual([])
}
const batches = Array.from({ length: 40 }, (_, at) => `B${at}`)

test('judged eight times at the same moment, each batch is told of once', async () => {
  await receive(
    world,
    batches.map((batch) => ({ batch, quantity: 1, expiresOn: '2026-01-10' })),
  )
  expect((await together(8)).reduce((sum, changed) => sum + changed, 0)).toBeGreaterThanOrEqual(batches.length)
  expect(await raisedOf(world)).toEqual(Object.fromEntries(batches.map((batch) => [batch, [60]])))
  world.clock.set('2025-12-12T06:00:00Z')
  await together(8)
  expect(await raisedOf(world)).toEqual(Object.fromEntries(batches.map((batch) => [batch, [60, 30]])))
  await expectOneOpen()
})

test('the key in the database refuses a second open alert of a batch', async () => {
  await receive(world, [{ batch: 'A', quantity: 1, expiresOn: '2026-01-10' }])
  await judge()
  await expect(
    world.owner.begin(async (sql) => {
      await sql`select set_config('app.account', ${world.accountId}, true)`
      await sql`insert into alerts.open_alert select o.account_id, o.kind, o.batch_id, o.alert_id from alerts.open_alert o`
    }),
  ).rejects.toThrow(/open_alert_pkey/)
})

test('while dates are corrected and goods are sold, what is open in the end is what is true', async () => {
  await receive(
    world,
    batches.map((batch) => ({ batch, quantity: 5, expiresOn: '2026-01-10' })),
  )
  const away = async (batch: string) =>
    world.post(`/v1/batches/${await batchId(world, batch)}/dates`, {
      kind: 'expiry',
      on: '2027-01-10',
      reason: 'read again',
    })
  const sold = order(world, 50).then(({ id }) => world.post('/v1/shipments', { order: id }))
  await Promise.all([together(4), ...batches.slice(20, 30).map(away), sold])
  await together(3)
  const open = await world.owner<{ code: string }[]>`
    select b.code from alerts.open_alert o join batches.batch b on b.id = o.batch_id order by b.code`
  const wanted = await world.owner<{ code: string }[]>`
    select b.code from batches.batch b join stock.balance s on s.batch_id = b.id and s.on_hand > 0 where b.expires_on = '2026-01-10' order by b.code`
  expect(open).toEqual(wanted)
  expect(open.length).toBeLessThanOrEqual(30)
  await expectOneOpen()
})
