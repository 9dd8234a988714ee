/**
 * Two marketplaces sell at random what was sent to them, and report how many and never of which batch. A book knows what they sold: no report and no return that
 * is true is refused, and what is told of each batch never leaves the truth out, now and as it was known before. SIM_SEED repeats a run, SIM_STEPS makes it longer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '../platform/clock.ts'
import { dice, seedFor } from './hostile.ts'
import { batchId, order, product, receive } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

const steps = Number(process.env.SIM_STEPS ?? 120)
const askedEvery = 12
const roll = dice(seedFor('SIM_SEED'))
const markets = ['FBA', 'SHOP']
const skus = ['P', 'Q']
const batches = ['A', 'B', 'C']

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false, at: '2025-06-01T15:00:00Z' })
  for (const sku of skus) await product(world, { sku })
  for (const code of markets) await world.post('/v1/customers', { code, name: code })
})
afterAll(() => world?.close())

/** Of one batch with one marketplace: there, with its customers, lost. */
type Units = { there: number; soldOn: number; lost: number }
const book = new Map<string, Units>()
const keyOf = (market: string, sku: string, batch: string) => `${market} ${sku} ${batch}`
function unitsOf(market: string, sku: string, batch: string): Units {
  const key = keyOf(market, sku, batch)
  const units = book.get(key) ?? { there: 0, soldOn: 0, lost: 0 }
  book.set(key, units)
  return units
}

const done = new Map<string, number>()
async function mustBeTaken(what: string, url: string, body: Json): Promise<Json> {
  const { status, text, body: answer } = await world.call('POST', url, body)
  expect([what, status, status < 300 ? '' : text]).toEqual([what, 201, ''])
  done.set(what, (done.get(what) ?? 0) + 1)
  return answer
}

let late: Json[] = []
const unlabelled: Readonly<{ returnId: string; id: string; batch: string; quantity: number }>[] = []

const today = () => dayIn('America/Chicago', world.clock.now())
type Where = Readonly<{ market: string; sku: string; batch: string; units: Units }>
/** At random, and how many of it: null where there is none. */
function some(of: keyof Units): (Where & { quantity: number }) | null {
  const [market, sku, batch] = [roll.of(markets), roll.of(skus), roll.of(batches)]
  const units = unitsOf(market, sku, batch)
  return units[of] === 0 ? null : { market, sku, batch, units, quantity: 1 + roll.below(units[of]) }
}

function report(kind: string, { market, sku, quantity }: Where & { quantity: number }): void {
  late.push({ customer: market, product: sku, kind, quantity, on: today() })
}

async function reportAll(): Promise<void> {
  if (late.length > 0) await mustBeTaken('report', '/v1/sell-through', { reports: late })
  late = []
}

const acts: Readonly<Record<string, () => Promise<void>>> = {
  async send() {
    const [market, sku, batch] = [roll.of(markets), roll.of(skus), roll.of(batches)]
    const quantity = 5 + roll.below(30)
    await receive(world, [{ product: sku, batch: `${sku}-${batch}`, quantity, expiresOn: '2027-01-01' }])
    const placed = await order(world, quantity, { customer: market, line: { product: sku } })
    const { items } = await world.post('/v1/shipments', { order: placed.id })
    // What came back without a label may be of it: then it must have left.
    if (roll.chance(15) && (await isCancelled(items[0]))) {
      await world.post(`/v1/orders/${placed.id}/cancellation`, { reason: 'not needed' })
      const moved = { warehouse: 'CHI', reason: 'given away' }
      const line = { product: sku, batch: `${sku}-${batch}`, place: 'MAIN', quantity: -quantity }
      await world.post('/v1/adjustments', { ...moved, lines: [line] })
    } else unitsOf(market, sku, batch).there += quantity
  },
  async sell() {
    const one = some('there')
    if (!one) return
    one.units.there -= one.quantity
    one.units.soldOn += one.quantity
    report('sold', one)
  },
  async lose() {
    const one = some('there')
    if (!one || roll.chance(60)) return
    one.units.there -= one.quantity
    one.units.lost += one.quantity
    report('lost', one)
  },
  async bringBack() {
    const one = some('soldOn')
    // Of one product with one marketplace, so that the others stay without.
    if (one?.sku !== 'Q') return
    one.units.soldOn -= one.quantity
    one.units.there += one.quantity
    report('came_back', one)
  },
  async remove() {
    const one = some('there')
    if (!one) return
    const line = { product: one.sku, batch: `${one.sku}-${one.batch}`, quantity: one.quantity }
    await mustBeTaken('removal', '/v1/unannounced-returns', { warehouse: 'CHI', customer: one.market, lines: [line] })
    one.units.there -= one.quantity
  },
  async removeUnread() {
    const one = some('there')
    if (!one || roll.chance(50)) return
    const line = { product: one.sku, quantity: one.quantity, unlabelled: true }
    const taken = { warehouse: 'CHI', customer: one.market, lines: [line] }
    const { id: returnId, lines } = await mustBeTaken('unread removal', '/v1/unannounced-returns', taken)
    one.units.there -= one.quantity
    const id = lines[0].lots[0].unlabelledId
    if (id) unlabelled.push({ returnId, id, batch: `${one.sku}-${one.batch}`, quantity: one.quantity })
  },
  async identify() {
    const one = unlabelled.pop()
    if (!one) return
    const { returnId, id, batch, quantity } = one
    const known = { unlabelled: id, batch, quantity, reason: 'inner pack' }
    const { status, text } = await world.call('POST', `/v1/returns/${returnId}/identifications`, known)
    expect([status < 300, text.slice(0, status < 300 ? 0 : 500)]).toEqual([true, ''])
    done.set('identified', (done.get('identified') ?? 0) + 1)
  },
  async reportWrongly() {
    const wrong = {
      customer: roll.of(markets),
      product: roll.of(skus),
      kind: 'sold',
      quantity: 1 + roll.below(40),
      on: today(),
    }
    const { status, body } = await world.call('POST', '/v1/sell-through', { reports: [wrong] })
    if (status >= 300) expect(body.code).toBe('sold_on_beyond')
    else
      await world.call('PUT', `/v1/sell-through/${body.items[0].id}/withdrawal`, { reason: 'it was another product' })
  },
}
const weights: Readonly<Record<string, number>> = { send: 6, sell: 10, bringBack: 4, remove: 3 }
const names = Object.keys(acts).flatMap((name) => Array<string>(weights[name] ?? 2).fill(name))

async function isCancelled({ id }: Json): Promise<boolean> {
  const answer = await world.call('POST', `/v1/shipments/${id}/cancellation`, { reason: 'it never left' })
  if (answer.status >= 300) expect(answer.body.code).toBe('shipment_came_back')
  return answer.status < 300
}

const within = ({ least, most }: Json, units: number) => least <= units && units <= most

/** What is told of a batch, held against the book of then. */
function expectTruth(told: Json, real: Units, where: string): void {
  for (const what of ['soldOn', 'lost', 'there'] as const)
    expect([where, what, real[what], told[what], within(told[what], real[what])]).toEqual([
      where,
      what,
      real[what],
      told[what],
      true,
    ])
}

const sumOf = (all: readonly Units[]): Units => {
  const sum = (what: keyof Units) => all.reduce((total, one) => total + one[what], 0)
  return { there: sum('there'), soldOn: sum('soldOn'), lost: sum('lost') }
}

/** How often something was told that is more than what was sent. */
let telling = 0
function expectTruthOf(market: string, { sku, gap, batches: own, ...all }: Json): void {
  expect([market, sku, gap]).toEqual([market, sku, 0])
  expectTruth(all, sumOf(batches.map((batch) => unitsOf(market, sku, batch))), `${market} ${sku}`)
  for (const told of own) {
    expectTruth(told, unitsOf(market, sku, told.batchCode.slice(2)), `${market} ${told.batchCode}`)
    if (told.soldOn.least > 0 || told.soldOn.most < told.sent - told.returned) telling += 1
  }
}

async function expectTold(): Promise<void> {
  for (const market of markets) {
    const { items } = await world.get(`/v1/customers/${market}/sold-on`)
    for (const item of items) expectTruthOf(market, item)
  }
  expect((await world.get('/v1/to-settle?kind=sold_on_beyond')).items).toEqual([])
}

type Kept = Readonly<{ at: string; market: string; batch: string; real: Units }>
const kept: Kept[] = []
function keepTruth(): void {
  const [market, sku, batch] = [roll.of(markets), roll.of(skus), roll.of(batches)]
  kept.push({ at: world.clock.now(), market, batch: `${sku}-${batch}`, real: { ...unitsOf(market, sku, batch) } })
}

async function expectAsKnown({ at, market, batch, real }: Kept): Promise<void> {
  if (!(await world.get(`/v1/batches?text=${batch}`)).items.some(({ code }: Json) => code === batch)) return
  const trace = await world.get(`/v1/batches/${await batchId(world, batch)}/trace?knownOn=${at}`)
  const told = trace.soldOn.find(({ customerName }: Json) => customerName === market)
  if (told) expectTruth(told, real, `${at} ${market} ${batch}`)
}

test('nothing that is true is refused, and what is told never leaves out what was sold, lost and is there', async () => {
  for (let nth = 1; nth <= steps; nth += 1) {
    world.clock.set(new Date(Date.parse(world.clock.now()) + roll.below(30) * 3_600_000 + 1000).toISOString())
    await acts[roll.of(names)]?.()
    if (roll.chance(40)) await reportAll()
    if (nth % askedEvery > 0) continue
    await reportAll()
    await expectTold()
    keepTruth()
  }
  for (const one of kept) await expectAsKnown(one)
  // Bounds that say nothing would hold every truth.
  expect(telling).toBeGreaterThan(0)
  for (const what of ['report', 'removal']) expect([what, done.get(what) ?? 0]).not.toEqual([what, 0])
}, 600_000)
