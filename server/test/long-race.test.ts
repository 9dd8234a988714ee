/**
 * The race of issue 3: a hundred clients in three warehouses, everything at the same moment. FIRSTOUT_RACE_SECONDS lets it
 * run as long as that, RACE_SEED repeats what each client does.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Known, rowsOf, type Told, toldOf, unexplained } from './explained.ts'
import { dice, seedFor } from './hostile.ts'
import { openRace, type Race, runRace } from './long-race.ts'
import { wrongsOf } from './races.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

const count = 100
const acts = 6
const seconds = Number(process.env.FIRSTOUT_RACE_SECONDS ?? 0)
const seed = seedFor('RACE_SEED')
const roundsMost = 10

let world: World
let race: Race
let known: Known
let told: Told[]
beforeAll(async () => {
  world = await openWorld()
  race = await openRace(world, count)
  const until = Date.now() + seconds * 1000
  const dices = race.clients.map((_, at) => dice(seed + at))
  const left = async () => (await world.owner`select from graphile_worker.jobs`).length
  for (let round = 0; round < roundsMost && !(await hasBoth()); round += 1) {
    await runRace(race, dices, { acts, more: () => Date.now() < until })
    await waitFor(async () => (await left()) === 0, 'the work to be done', 120_000)
  }
  known = { rows: await rowsOf(world), endless: 'MANY', holds: race.holds, rules: race.rules }
  told = await toldOf(world)
}, 600_000)
afterAll(() => world?.close())

/** Whether some line was kept from a batch by a hold, and another by a rule: chance decides who came when. */
async function hasBoth(): Promise<boolean> {
  const kinds = new Set(kindsOf(await toldOf(world)))
  return kinds.has('held') && kinds.has('too_short')
}
const kindsOf = (some: readonly Told[]) => some.flatMap(({ passedOver }) => passedOver.map(({ reason }) => reason.kind))

test('no client is told of a deadlock or a bug, every refusal has its reason, and the books agree', async () => {
  expect(await wrongsOf(world, race.answers)).toEqual({ bugs: [], differences: [], broken: [] })
  const refused = race.answers.filter(({ status }) => status >= 400)
  expect(refused.filter(({ body }) => !body.detail).map(({ text }) => text)).toEqual([])
  expect(Math.min(race.holds.size, race.rules.size)).toBeGreaterThan(0)
})

test('what came less what left is what is here', async () => {
  const { items } = await world.get('/v1/stock?limit=2000')
  const here = items.reduce((sum: number, { onHand }: Json) => sum + onHand, 0)
  const [moved] = await world.owner<{ came: number; left: number }[]>`
    select sum(quantity) filter (where reason = 'receipt')::bigint as came,
      sum(quantity) filter (where reason = 'shipment')::bigint as left from stock.move`
  if (!moved) throw new Error('nothing moved')
  expect(Math.min(moved.came, moved.left)).toBeGreaterThan(0)
  expect(here).toBe(moved.came - moved.left)
})

test('each decision about each line is what the planner says of the stock that it tells', () => {
  expect(told.length).toBeGreaterThan(count)
  expect([...new Set(kindsOf(told))]).toEqual(expect.arrayContaining(['held', 'too_short']))
  expect(told.flatMap((one) => unexplained(one, known) ?? [])).toEqual([])
})

test('a decision that hides a batch, takes a later one or blames a hold of another is found out', () => {
  const one = told.find(({ picks, passedOver }) => picks.length > 0 && passedOver.length > 0)
  const late = known.rows.find(({ batchCode }) => batchCode === 'MANY-LATE')
  const early = told.find(
    ({ productId, warehouseId, picks: [taken] }) =>
      productId === late?.productId && warehouseId === null && taken && taken.batchId !== late.batchId,
  )
  if (!one || !late || !early) throw new Error('the race made no such decision')
  const [first] = one.passedOver
  const elsewhere = { ...first, reason: { kind: 'held', hold: 'H-0', reason: 'none' } } as Told['passedOver'][number]
  const forged: Told[] = [
    { ...one, passedOver: [elsewhere] },
    { ...one, shortfall: one.shortfall + 1 },
    { ...early, picks: [{ batchId: late.batchId, placeId: late.placeId, quantity: early.asked }] },
    { ...one, passedOver: [], productId: late.productId, warehouseId: null },
  ]
  expect(forged.map((forgery) => typeof unexplained(forgery, known))).toEqual(Array(4).fill('string'))
})
