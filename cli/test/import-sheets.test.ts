import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookOf } from '../../server/test/books.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
const file = (name: string, content: string): string => folder.write(name, content)

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'CREAM', name: 'Cream 50 ml' })
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('open orders come from a sheet, once however often it is run; an order with a wrong line waits whole', async () => {
  const path = file('orders.csv', 'Order no,SKU,Qty\n1001,CREAM,5\n1001,NONE,1\n1002,CREAM,2\n')
  const refused = await run('import', 'open-orders', path)
  expect([refused.code, refused.stdout]).toEqual([3, expect.stringContaining('3  sku there is no product "NONE"')])
  expect(refused.stdout).toContain('2  waits for line 3, which is of the same order and wrong')
  expect(await world.get('/v1/orders')).toMatchObject({ items: [] })
  const good = await run('import', 'open-orders', path, '--good-rows')
  expect(good.stdout).toContain('3 rows: 1 written, 0 already here, 2 wrong.')
  const mended = file('mended.csv', 'Order no,SKU,Qty\n1001,CREAM,5\n1002,CREAM,2\n')
  expect(await json(place, 'import', 'open-orders', mended)).toMatchObject({ written: 1, known: 1, problems: [] })
})

test('of a workbook the first sheet with rows is read, and the others are named', async () => {
  const rows = [
    ['order', 'sku', 'quantity'],
    ['W-1', 'CREAM', 1],
  ]
  const path = folder.write('book.xlsx', await bookOf({ Cover: [['Orders']], Open: rows, Old: rows }))
  const { stderr } = await run('import', 'open-orders', path, '--dry-run')
  expect(stderr).toContain('Read the sheet "Open". The workbook has also "Cover", "Old": --sheet names one.')
  const old = await run('import', 'open-orders', path, '--dry-run', '--sheet', 'Cover')
  expect(old.code).not.toBe(0)
})

test('past shipments are judged, told in short and on paper, and move nothing', async () => {
  const path = file(
    'shipped.csv',
    'shipped on,sku,qty,batch,expiry\n2025-02-01,CREAM,5,A,2025-01-01\n2025-02-01,CREAM,5,,\n',
  )
  const paper = file('paper.pdf', '')
  const { code, stdout } = await run('import', 'shipments', path, '--pdf', paper)
  expect(code).toBe(0)
  expect(stdout).toMatch(/Expired when shipped +1 +5 +2\n/)
  expect(stdout).toMatch(/No batch written +1 +5 +3\n/)
  expect(stdout).toMatch(/2 rows, 10 units: 0 show nothing that went wrong. Nothing was written; it is kept as IM-/)
  expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await json(place, 'stock')).toMatchObject({ items: [] })
})
