import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  await world.post('/v1/products', { sku: 'CREAM', name: 'Cream 50 ml', lifeDays: 540 })
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap' })
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('opening stock comes from a sheet, once however often it is run', async () => {
  const head = 'sku,quantity,warehouse,batch,expires_on,unit_cost,currency\n'
  const wrong = file('wrong.csv', `${head}CREAM,5,CHI,,2026-05-01,,\nNONE,5,OSL,L1,,,\nSOAP,5,CHI,S1,,100,\n`)
  const refused = await run('import', 'stock', wrong, '--dry-run')
  expect(refused.code).toBe(3)
  expect(refused.stdout).toContain('2  batch is missing: CREAM is tracked by batch')
  expect(refused.stdout).toMatch(/\n3 +sku names "NONE", and there is no such product.*; warehouse names "OSL"/)
  expect(refused.stdout).toContain('4  currency is missing: a cost and its currency belong together')
  expect(await json(place, 'stock')).toMatchObject({ items: [] })
  const right = file(
    'stock.csv',
    `${head}CREAM,60,CHI,L1,2026-05-01,250,USD\nCREAM,40,CHI,L2,2026-03-01,,\nSOAP,9,CHI,L1,2026-03-01,,\n`,
  )
  expect(await json(place, 'import', 'stock', right)).toMatchObject({ written: 3, problems: [] })
  expect((await run('import', 'stock', right)).stdout).toContain('3 rows: 0 written, 3 already here, 0 wrong.')
  const differ = file('differ.csv', `${head}SOAP,1,CHI,S9,2026-03-01,,\nSOAP,1,CHI,S9,2026-04-01,,\n`)
  const asked = await run('import', 'stock', differ, '--dry-run')
  expect([asked.code, asked.stdout]).toEqual([
    3,
    expect.stringMatching(/\n3 +expires_on Batch S9 is known with last day 2026-03-01/),
  ])
  const known = file('known.csv', `${head}SOAP,1,CHI,S8,2026-03-01,,\nSOAP,1,CHI,L1,2026-04-01,,\n`)
  const conflict = await run('import', 'stock', known, '--reference', 'second')
  expect(conflict.stdout).toMatch(/3 +expires_on Batch L1 is known with/)
  expect(conflict.stdout).toContain('2 rows: 0 written, 0 already here, 1 wrong. Nothing was written.')
  const report = file('report.csv', '')
  const good = await run('import', 'stock', known, '--reference', 'second', '--good-rows', '--report', report)
  expect([good.code, good.stdout]).toEqual([3, expect.stringContaining('2 rows: 1 written, 0 already here, 1 wrong.')])
  expect(readFileSync(report, 'utf8')).toMatch(
    /^.?sku,.*,line,problems\r\nSOAP,1,CHI,L1,2026-04-01,,,3,"?expires_on Batch L1/,
  )
  const { items } = await json(place, 'stock', '--product', 'CREAM')
  expect(items.map(({ batchCode, onHand }: { batchCode: string; onHand: number }) => [batchCode, onHand])).toEqual([
    ['L2', 40],
    ['L1', 60],
  ])
})
