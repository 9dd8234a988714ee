/**
 * The laws of allocation over stock and demands of every kind, and a plan written the slow and obvious way to hold ours against.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../calendar-date.ts'
import { freeLatest } from './free-latest.ts'
import { type AvailableStock, type Demand, type Pick, planAllocation, planWave } from './planner.ts'

const today = '2025-11-23'
const near = fc.integer({ min: -40, max: 80 }).map((days) => addDays(today, days))
const obstacle = fc.oneof(
  fc.constant({ kind: 'held' as const, hold: 'HD-1', reason: 'under test' }),
  fc.constant({ kind: 'place' as const, placeKind: 'quarantine' }),
)
const stockRow = fc.record({
  batchId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  placeId: fc.constantFrom('p', 'q', 'r'),
  warehouseId: fc.constantFrom('CHI', 'DAL'),
  available: fc.integer({ min: 0, max: 20 }),
  today: fc.constantFrom(today, addDays(today, 1)),
  receivedOn: near,
  producedOn: fc.option(near, { freq: 2 }),
  expiresOn: fc.option(near, { freq: 5 }),
  obstacles: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(obstacle) }),
})
/** A balance is one batch at one place; the batch's code is not its id. */
const stock = fc
  .uniqueArray(stockRow, { selector: ({ batchId, placeId }) => `${batchId} ${placeId}`, maxLength: 12 })
  .map((rows) => rows.map((one): AvailableStock => ({ ...one, batchCode: one.batchId === 'a' ? 'L2' : 'L1' })))
const lifeRule = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((daysMin) => ({ kind: 'days' as const, daysMin })),
  fc.integer({ min: 0, max: 100 }).map((percentMin) => ({ kind: 'share' as const, percentMin })),
)
const demand: fc.Arbitrary<Demand> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 60 }),
    rotation: fc.constantFrom('fefo' as const, 'fifo' as const, 'lifo' as const),
    deliverOn: fc.option(near),
    rules: fc.oneof(fc.constant([]), fc.array(lifeRule, { maxLength: 2 })),
    warehouseId: fc.option(fc.constantFrom('CHI', 'DAL'), { freq: 2 }),
    shortage: fc.constantFrom('part' as const, 'whole' as const),
    history: fc.boolean(),
    waits: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
  })
  .map(({ history, waits, ...rest }) => ({ ...rest, ...(history ? { history } : {}), ...(waits ? { waits } : {}) }))

/** Demands that are alike but for a thing or two, for those are the ones a planner could mistake for one another. */
const wave = fc.tuple(demand, demand).chain(([one, other]) =>
  fc.array(
    fc.subarray(Object.keys(one) as (keyof Demand)[]).map((own): Demand => {
      const taken = Object.fromEntries(own.map((field) => [field, one[field]]))
      return { ...other, ...taken }
    }),
    { maxLength: 8 },
  ),
)

const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0)
const key = ({ batchId, placeId }: { batchId: string; placeId: string }) => `${batchId} ${placeId}`
const less = (rows: readonly AvailableStock[], picks: readonly Pick[]) =>
  rows.map((one) => ({ ...one, available: one.available - sum(picks.filter((pick) => key(pick) === key(one))) }))

/** The judge of the oracle, from the words of the requirement and without the code it checks. */
function reasonKind(one: AvailableStock, { deliverOn, rules, history, waits }: Demand): string {
  const [first] = one.obstacles
  if (first) return first.kind
  const on = deliverOn === null || (!history && deliverOn < one.today) ? one.today : deliverOn
  const asks = rules.filter((rule) => (rule.kind === 'days' ? rule.daysMin : rule.percentMin) > 0)
  const { producedOn, expiresOn } = one
  const fits = waits ? 'turn' : 'fits'
  if (expiresOn === null) return asks.length > 0 ? 'undated' : fits
  const left = daysBetween(on, expiresOn)
  if (left < 0) return 'expired'
  const kept = asks.map((rule) => {
    if (rule.kind === 'days') return left >= rule.daysMin
    return producedOn === null ? null : left * 100 >= daysBetween(producedOn, expiresOn) * rule.percentMin
  })
  if (kept.includes(null)) return 'undated'
  return kept.every(Boolean) ? fits : 'too_short'
}

function rank({ rotation }: Demand, one: AvailableStock): string {
  const expiry = one.expiresOn ?? 'never'
  const name = `${one.batchCode} ${one.batchId} ${one.placeId}`
  const received = String(10_000 + daysBetween('2025-01-01', one.receivedOn))
  const newest = String(10_000 - daysBetween('2025-01-01', one.receivedOn))
  if (rotation === 'lefo' || rotation === 'manual') throw new Error('these have their own tests')
  return { fefo: [expiry, received], fifo: [received, expiry], lifo: [newest, expiry] }[rotation].concat(name).join(' ')
}

/** Looks at every row, in order, every time. */
function slowPlan(wanted: Demand, rows: readonly AvailableStock[]) {
  const inOrder = rows
    .filter(({ available }) => available > 0)
    .filter(({ warehouseId }) => wanted.warehouseId === null || warehouseId === wanted.warehouseId)
    .sort((a, b) => (rank(wanted, a) < rank(wanted, b) ? -1 : 1))
  const picked: string[] = []
  const passedOver: string[] = []
  let missing = wanted.quantity
  for (const one of inOrder) {
    if (missing === 0) break
    const kind = reasonKind(one, wanted)
    const part = Math.min(missing, one.available)
    if (kind === 'fits') picked.push(`${key(one)} ${part}`)
    else passedOver.push(`${key(one)} ${one.available} ${kind}`)
    missing -= kind === 'fits' ? part : 0
  }
  const refused = wanted.shortage === 'whole' && missing > 0
  return { picked: refused ? [] : picked, passedOver, missing: refused ? wanted.quantity : missing }
}

test('law: picks and shortfall add up to the demand, and no pick exceeds what is available', () => {
  fc.assert(
    fc.property(demand, stock, (wanted, rows) => {
      const { picks, shortfall } = planAllocation(wanted, rows)
      expect(sum(picks) + shortfall).toBe(wanted.quantity)
      expect(new Set(picks.map(key)).size).toBe(picks.length)
      for (const pick of picks) {
        expect(pick.quantity).toBeGreaterThan(0)
        expect(pick.quantity).toBeLessThanOrEqual(rows.find((one) => key(one) === key(pick))?.available ?? 0)
      }
    }),
    { numRuns: 1000 },
  )
})

test('law: the plan is the one found by looking at every row in rotation order', () => {
  fc.assert(
    fc.property(demand, stock, (wanted, rows) => {
      const { picks, passedOver, shortfall } = planAllocation(wanted, rows)
      expect({
        picked: picks.map((one) => `${key(one)} ${one.quantity}`),
        passedOver: passedOver.map((one) => `${key(one)} ${one.quantity} ${one.reason.kind}`),
        missing: shortfall,
      }).toEqual(slowPlan(wanted, rows))
    }),
    { numRuns: 3000 },
  )
})

test('law: the order in which stock is told changes nothing', () => {
  const shuffled = stock.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  )
  fc.assert(
    fc.property(demand, shuffled, (wanted, [rows, others]) => {
      expect(planAllocation(wanted, others)).toEqual(planAllocation(wanted, rows))
    }),
  )
})

test('law: a wave plans as if each demand came alone, after the stock of the earlier ones was taken', () => {
  fc.assert(
    fc.property(wave, stock, (wanted, rows) => {
      let left: AvailableStock[] = [...rows]
      const alone = wanted.map((one) => {
        const plan = planAllocation(one, left)
        left = less(left, plan.picks)
        return plan
      })
      expect(planWave(wanted, rows)).toEqual(alone)
    }),
    { numRuns: 3000 },
  )
})

test('law: a wave never gives more of a balance than there is', () => {
  fc.assert(
    fc.property(wave, stock, (wanted, rows) => {
      const picks = planWave(wanted, rows).flatMap((plan) => plan.picks)
      for (const { available } of less(rows, picks)) expect(available).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('law: freeing gives exactly what was asked, and never frees what expires sooner while later stock is kept', () => {
  const reserved = fc.uniqueArray(
    fc.record({
      batchId: fc.constantFrom('a', 'b', 'c', 'd'),
      placeId: fc.constantFrom('p', 'q'),
      quantity: fc.integer({ min: 1, max: 20 }),
      expiresOn: fc.option(near),
    }),
    { selector: key, maxLength: 8 },
  )
  fc.assert(
    fc.property(reserved, fc.integer({ min: 0, max: 120 }), (rows, quantity) => {
      const freed = freeLatest(rows, quantity)
      expect(sum(freed)).toBe(Math.min(quantity, sum(rows)))
      const freedOf = (one: (typeof rows)[number]) => sum(freed.filter((other) => key(other) === key(one)))
      for (const one of rows) {
        expect(freedOf(one)).toBeLessThanOrEqual(one.quantity)
        const later = rows.filter((other) => (other.expiresOn ?? '9999') > (one.expiresOn ?? '9999'))
        const kept = later.filter((other) => freedOf(other) < other.quantity)
        expect(freedOf(one) > 0 ? kept : []).toEqual([])
      }
    }),
  )
})
