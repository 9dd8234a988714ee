/**
 * The real file: UCI Online Retail, December 2010 to February 2011 (CC BY 4.0; Chen 2015), 105,335 lines.
 */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { json, listening, type Place, start } from './firstout.ts'

const file = fileURLToPath(
  new URL('../../../shared/data/orders/online_retail_2010-12-01_2011-02-28.csv', import.meta.url),
)
const command = ['import', 'orders', file]
let world: World
let place: Place

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
})
afterAll(() => world.close())

const lines = async (): Promise<number> => {
  const [row] = await world.owner<{ lines: number }[]>`select count(*) as lines from orders.order_line`
  return row?.lines ?? 0
}

const whole = {
  linesIn: 105_335,
  orders: { documents: 3857, lines: 102_752, units: 1_044_569, allocated: 1_044_569, backOrdered: 0 },
  shipments: { documents: 3857, units: 1_044_569, wanted: 1_044_569 },
  returns: { documents: 739, lines: 1795, units: 98_399 },
  adjustments: { lines: 214, units: 18_786 },
  odd: { lines: 574 },
  bad: [],
  refused: [],
  notes: [],
  addsUp: true,
}

test('an import stopped by Ctrl-C, and one killed, each leave a part of the orders and no more', async () => {
  const stopped = await start(place, command, (text, { kill }) => {
    if (text.includes('Orders: 0 %') && !text.includes('Stopping')) kill('SIGINT')
  }).ended
  expect(stopped.code).toBe(130)
  expect(await lines()).toBeLessThan(102_752)
  const killed = await start(place, [...command, '--chunk', '1000'], (text, { kill }) => {
    if (/Orders: [1-9]\d? %/.test(text)) kill('SIGKILL')
  }).ended
  expect(killed.code).toBeNull()
  expect(await lines()).toBeLessThan(102_752)
})

test('the next run completes it, and all 105,335 lines are accounted for', async () => {
  expect(await json(place, ...command)).toMatchObject(whole)
  expect(await lines()).toBe(102_752)
})

test('the verifier finds 0 differences', async () => {
  expect((await json(place, 'verify')).differences).toEqual([])
})

test('a second run changes nothing and says the same', async () => {
  const moves = () => world.owner`select count(*) as moves, sum(quantity) as units from stock.move`
  const before = await moves()
  expect(await json(place, ...command)).toMatchObject(whole)
  expect(await moves()).toEqual(before)
})

test('every order took what expired first: nothing older was left on the shelf that day', async () => {
  // Once a batch was begun, no batch of the product that expires earlier was drawn on any more.
  const found = await world.owner`
    with last_out as (
      select batch_id, max(occurred_at) as until, min(occurred_at) as since from stock.move where reason = 'shipment' group by 1)
    select a.code, b.code as earlier from last_out la join batches.batch a on a.id = la.batch_id
    join batches.batch b on b.product_id = a.product_id and b.account_id = a.account_id and b.expires_on < a.expires_on
    join last_out lb on lb.batch_id = b.id where lb.until > la.since`
  expect(found).toEqual([])
})

test('trace lists all who got a batch of the most sold product, and every unit is accounted for', async () => {
  const { items } = await json(place, 'batches', 'list', '--product', '85123A')
  const traces = await Promise.all(items.map(({ id }: { id: string }) => json(place, 'trace', id)))
  const [row] = await world.owner<{ units: number }[]>`
    select sum(m.quantity) as units from stock.move m join catalog.product p on p.id = m.product_id
    where p.sku = '85123A' and m.reason = 'shipment'`
  expect(traces.reduce((sum, { shipped }) => sum + shipped, 0)).toBe(row?.units)
  for (const { shipped, shipments, massBalance } of traces) {
    expect(shipments.items.reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0)).toBe(shipped)
    expect(massBalance).toMatchObject({ gap: 0, percent: 100, alarm: null })
  }
})
