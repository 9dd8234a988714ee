/**
 * Scenario 28: opening stock from a file of 50,000 lots, of which 20 are wrong.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, commit, judged, reasons, sheet, upload } from '../imports.ts'
import { differences, product } from '../stories.ts'
import { openWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (let at = 0; at < 50; at += 1) await product(world, { sku: `P${at}` })
})
afterAll(() => world?.close())

const lots = 50_000
const wrong = [
  'P1,0,CHI,A,2027-01-01',
  'P1,1.5,CHI,A,2027-01-01',
  ',5,CHI,A,2027-01-01',
  'NONE,5,CHI,A,2027-01-01',
  'P1,5,NYC,A,2027-01-01',
  'P1,5,CHI,,2027-01-01',
  'P1,5,CHI,A,',
  'P1,5,CHI,A,2027-02-30',
  'P1,5,CHI,A,1/2/2027',
  'P1,5,CHI,A,2025-11-22',
]
const header = 'sku,quantity,warehouse,batch,expires_on'
const rows = Array.from({ length: lots }, (_, at) => {
  const isWrong = at % 2500 === 2499
  return isWrong ? wrong[Math.floor(at / 2500) % wrong.length] : `P${at % 50},${1 + (at % 7)},CHI,LOT-${at},2027-03-01`
}) as string[]
const content = sheet(header, rows)

const stock = async (): Promise<number> => {
  const [{ units }] = (await world.owner`
    select coalesce(sum(on_hand), 0)::int as units from stock.balance where account_id = ${world.accountId}`) as unknown as [
    { units: number },
  ]
  return units
}

test('scenario 28: the dry run of 50,000 lots lists the 20 wrong rows; all or nothing changes nothing; good rows are 49,980; again there is nothing new', async () => {
  const tried = await judged(world, content)
  expect(tried).toMatchObject({ rows: lots, good: 49_980, wrong: 20, known: 0, committed: 0 })
  const told = await reasons(world, tried)
  expect(told.map(([line]) => line)).toEqual(Array.from({ length: 20 }, (_, at) => 2501 + at * 2500))
  expect(told.slice(0, 10).map(([, why]) => why)).toEqual([
    'quantity must be a whole number of at least 1, not "0"',
    'quantity must be a whole number of at least 1, not "1.5"',
    'sku is missing',
    expect.stringContaining('sku names "NONE", and there is no such product here'),
    expect.stringContaining('warehouse names "NYC", and there is no such warehouse here'),
    'batch is missing: P1 is tracked by batch',
    expect.stringContaining('expires_on P1 needs an expiry date'),
    'expires_on must be a day as 2026-01-31, not "2027-02-30"',
    expect.stringContaining('expires_on is "1/2/2027", which may be 2027-02-01 or 2027-01-02'),
    expect.stringContaining('expires_on Batch A expired on 2025-11-22'),
  ])

  expect(await commit(world, tried, 'all')).toMatchObject({
    status: 409,
    body: { code: 'import_rows_wrong', facts: { wrong: 20, good: 49_980 } },
  })
  expect(await stock()).toBe(0)

  expect((await commit(world, tried, 'good')).status).toBe(200)
  expect(await becomes(world, tried.id, ['ended'])).toMatchObject({ committed: 49_980, wrong: 20, good: 0 })
  const units = rows.reduce((sum, row, at) => sum + (at % 2500 === 2499 ? 0 : Number(row.split(',')[1])), 0)
  expect(await stock()).toBe(units)
  expect(await differences(world)).toEqual([])

  const again = await judged(world, content)
  expect(again).toMatchObject({ good: 0, wrong: 20, known: 49_980 })
  expect(await commit(world, again, 'good')).toMatchObject({ status: 409, body: { code: 'import_nothing_good' } })
  expect(await stock()).toBe(units)
}, 600_000)

test('scenario 28: where no row is wrong, all 3,000 are imported in one transaction', async () => {
  const { body } = await upload(
    world,
    sheet(
      header,
      Array.from({ length: 3000 }, (_, at) => `P${at % 50},2,CHI,ALL-${at},2027-03-01`),
    ),
  )
  const before = await stock()
  const tried = await becomes(world, body.id, ['judged'])
  await commit(world, tried, 'all')
  expect(await becomes(world, tried.id, ['ended'])).toMatchObject({ committed: 3000, refused: null })
  expect(await stock()).toBe(before + 6000)
}, 120_000)
