/**
 * A maker does at random what makers do, and what a trace tells is held against a book that knows only what was asked and answered: now, and as it was known at
 * moments before, of which the book's own answer was kept. SIM_SEED repeats a run, SIM_STEPS makes it longer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice, seedFor } from './hostile.ts'
import { becomingSteps } from './traced/becoming.ts'
import { type Truth, truthOf } from './traced/book.ts'
import { bought, type Maker, made, openMaker } from './traced/maker.ts'
import { steps } from './traced/steps.ts'
import { toldBy } from './traced/told.ts'
import { openWorld, type World } from './world.ts'

const stepsMin = Number(process.env.SIM_STEPS ?? 150)
const askedEvery = 25
const roll = dice(seedFor('SIM_SEED'))
const all = { ...steps, ...becomingSteps }
const weights: Readonly<Record<string, number>> = { receive: 6, send: 9, takeBack: 5, make: 7, takeIn: 3, merge: 4 }
const names = Object.keys(all).flatMap((name) => Array<string>(weights[name] ?? 2).fill(name))
const acts = [
  'receive',
  'ship',
  'take back',
  'carry',
  'count',
  'send over',
  'take in',
  'make',
  'merge',
  'split',
  'rename',
]
const undone = ['cancel shipment', 'undo run', 'undo merge', 'undo split']

let world: World
let maker: Maker
beforeAll(async () => {
  world = await openWorld({ works: false })
  maker = await openMaker(world, roll)
})
afterAll(() => world?.close())

type Kept = Readonly<{ at: string; named: readonly string[]; query: string; truth: Truth }>
const kept: Kept[] = []

const ofProduct = (sku: string) => [...maker.productOf].filter(([, of]) => of === sku).map(([id]) => id)

/** A batch, a receipt or a product, and the batches that it names now. */
function anyQuestion(): { query: string; named: string[] } {
  const batch = roll.of([...maker.productOf.keys()])
  const [receipt, batches] = roll.of([...maker.receipts])
  const sku = roll.of([...bought, ...made])
  return roll.of([
    { query: `kind=batch&batch=${batch}`, named: [batch] },
    { query: `kind=receipt&receipt=${receipt}`, named: batches },
    { query: `kind=product&product=${sku}`, named: ofProduct(sku) },
  ])
}

async function expectTold({ query, named, at, truth }: Kept, knownOn: string): Promise<void> {
  expect([query, at, await toldBy(world, `/v1/trace?${query}${knownOn}`)]).toEqual([query, at, truth])
  const [batch] = named
  if (!query.startsWith('kind=batch')) return
  const own = await toldBy(world, `/v1/batches/${batch}/trace?${knownOn.slice(1)}`)
  expect([query, at, { ...own, batches: truth.batches }]).toEqual([query, at, truth])
}

async function step(): Promise<void> {
  world.clock.set(new Date(Date.parse(world.clock.now()) + 60_000).toISOString())
  await all[roll.of(names)]?.(maker)
}
const missing = () => [...acts, ...undone].filter((name) => !maker.done.get(`${name} done`))

test('a trace is everyone who got it, with what they sent back, and where the rest lies: whatever it was made into, merged with or split from', async () => {
  // Which act comes is chance: it goes on until each has succeeded.
  for (let nth = 1; nth <= stepsMin || (missing().length > 0 && nth < stepsMin * 5); nth += 1) {
    await step()
    if (nth % askedEvery > 0 || maker.receipts.size === 0) continue
    const at = world.clock.now()
    for (let questions = 0; questions < 6; questions += 1) {
      const { query, named } = anyQuestion()
      const one = { query, named, at, truth: truthOf(maker.book, named, at) }
      await expectTold(one, '')
      kept.push(one)
    }
  }
  if (process.env.SIM_TELLS) process.stdout.write(`${[...maker.done].sort().join('\n')}\n`)
  expect(missing()).toEqual([])
}, 1_800_000)

test('every batch is traced so in the end', async () => {
  const at = world.clock.now()
  for (const batch of maker.productOf.keys()) {
    const one = { query: `kind=batch&batch=${batch}`, named: [batch], at, truth: truthOf(maker.book, [batch], at) }
    await expectTold(one, '')
  }
}, 600_000)

test('asked later, a trace as it was known at a moment is what it was then', async () => {
  expect(kept.length).toBeGreaterThan(0)
  // Which batches are of a product is asked of what is known now: later ones had nothing then.
  for (const one of kept.filter(({ query }) => !query.startsWith('kind=product')))
    await expectTold(one, `&knownOn=${one.at}`)
}, 600_000)
