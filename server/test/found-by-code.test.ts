/**
 * Whatever is called by a code or a number is found by it: which columns hold such, the catalogue says, so that a new kind of thing that the search does not
 * know fails here.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountTables, fillAccount, rowsOf } from './full-account.ts'
import { type Json, openWorld, type World } from './world.ts'

/** What names a thing that stands elsewhere, or that is not there yet. */
const names: Readonly<Record<string, string>> = {
  'quality.hold.keeper_number': 'is the number of a recall',
  'quality.watch.keeper_number': 'is the number of a recall',
  'corrective.action.number': 'is the number of a recall or of a rehearsal',
  'quality.watch.supplier_lot': 'is a lot that did not come yet',
  'receiving.inbound_line.batch_code': 'is a batch that did not come yet',
  'returns.announced_return.order_number': 'is the number of an order, as the customer said it',
  'orders.sales_order.postal_code': 'is an address',
  'stock.demand.postal_code': 'is an address',
}

/** Virtual places, closed boxes, and the one batch of goods without batch are shown to nobody. */
const isShown = (table: string, { kind, warehouse_id, bin_id }: Json): boolean =>
  table === 'places.place' ? warehouse_id !== null && bin_id === null : kind !== 'untracked'

type Called = Readonly<{ column: string; text: string; row: Json }>

let world: World
let all: Called[]
let columns: string[]
beforeAll(async () => {
  world = await openWorld()
  await world.call('PATCH', '/v1/account', { gs1Prefix: '0614141' })
  await fillAccount(world, 'MINE')
  const tables = await accountTables(world.owner)
  const found = await world.owner<{ table: string; name: string }[]>`
    select a.attrelid::regclass::text as table, a.attname as name from pg_attribute a
    where a.attrelid = any(${tables}::regclass[]) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.atttypid in ('text'::regtype, 'bpchar'::regtype) and a.attname ~ '(^|_)(number|code|sku|gtin|sscc|lot)$'`
  const rows = await rowsOf(world.owner, world.accountId)
  const asked = found.filter(({ table, name }) => !(`${table}.${name}` in names))
  columns = asked.map(({ table, name }) => `${table}.${name}`)
  all = asked.flatMap(({ table, name }) =>
    (rows[table] ?? [])
      .filter((row) => isShown(table, row) && row[name] !== null)
      .map((row) => ({ column: `${table}.${name}`, text: row[name], row })),
  )
})
afterAll(() => world?.close())

/** The thing itself, or the one on whose page it is shown. */
const isOf =
  ({ id, batch_id, product_id }: Json) =>
  ({ id: found, exact }: Json): boolean =>
    exact && [id, batch_id, product_id].includes(found)

test('there is something of every kind to look for', () => {
  expect(columns.filter((column) => !all.some((one) => one.column === column))).toEqual([])
  expect(columns.length).toBeGreaterThan(25)
})

test('everything is found by its code or number, whatever the case', async () => {
  const lost: string[] = []
  for (const { column, text, row } of all) {
    for (const q of [text, text.toLowerCase()]) {
      const { items } = await world.get(`/v1/search?q=${encodeURIComponent(q)}`)
      if (!items.some(isOf(row))) lost.push(`${column} ${q}`)
    }
  }
  expect(lost).toEqual([])
})
