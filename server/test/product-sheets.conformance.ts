/**
 * A sheet of products made by others (Open Food Facts): read as it is, from CSV and from a workbook, and kept with every zero and letter.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookOf } from './books.ts'
import { becomes, committed, judged, reasons } from './imports.ts'
import { type Caller, type Json, openWorld, type World } from './world.ts'

const folder = process.env.FIRSTOUT_DATA
  ? new URL(`file://${process.env.FIRSTOUT_DATA}/products/`)
  : new URL('../../../shared/data/products/', import.meta.url)
const bytes = readFileSync(new URL('openfoodfacts_sample.csv', folder))
const rows: string[][] = parse(bytes, { bom: true })
const [, ...given] = rows
const query = { kind: 'products', name: 'openfoodfacts.csv' }

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

async function skusAndNames(account: Caller): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  let cursor = ''
  do {
    const { items, next } = await account.get(`/v1/products?limit=500${cursor}`)
    for (const { sku, name } of items as Json[]) found.set(sku, name)
    cursor = next ? `&cursor=${next}` : ''
  } while (cursor !== '')
  return found
}

test.each([
  ['the CSV as it is', async () => bytes],
  ['the same as a workbook', () => bookOf({ Products: rows })],
])(
  'of 526 products in %s, 495 have a name and come in with every zero and letter; each of the others is told',
  async (_what, file) => {
    const account = await world.otherAccount()
    const tried = await judged(account, await file(), query)
    expect(tried).toMatchObject({ rows: 526, good: 472, wrong: 54, known: 0, missing: [] })
    expect(fieldsIn(tried)).toEqual({ code: 'sku', product_name: 'name', allergens: 'allergens' })
    const faults = (await reasons(account, tried)).map(([, ...why]) => String(why[0]).split(' ')[0])
    expect([...new Set(faults)].sort()).toEqual(['allergens', 'name'])

    // Their allergens are words of many languages: that column is to say nothing here.
    const columns = ['sku', 'name'].map((field, at) => ({ at, field }))
    await account.call('PUT', `/v1/imports/${tried.id}/columns`, { columns })
    const said = await becomes(account, tried.id, ['judged'])
    expect(said).toMatchObject({ good: 495, wrong: 31 })
    expect(new Set((await reasons(account, tried)).map(([, why]) => why))).toEqual(new Set(['name is missing']))
    expect(await committed(account, tried, 'good')).toMatchObject({ committed: 495 })
    const named = given.filter(([, name]) => name !== '')
    expect(await skusAndNames(account)).toEqual(
      new Map(named.map(([code = '', name = '']) => [code.trim(), name.trim()])),
    )
    expect(await judged(account, await file(), query)).toMatchObject({ good: 0, known: 495, wrong: 31 })
  },
)

const fieldsIn = ({ columns }: Json) =>
  Object.fromEntries(columns.flatMap(({ name, field }: Json) => (field ? [[name, field]] : [])))
