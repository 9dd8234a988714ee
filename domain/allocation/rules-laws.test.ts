/**
 * The laws of the planner under rules, and ours held against the plan that is found by trying every way.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar-date.ts'
import { fits, key, slowPlan, sum } from './brute-force.ts'
import type { AvailableStock, Demand } from './demand.ts'
import { by, today } from './fixture.ts'
import type { Plan } from './plan.ts'
import { planAllocation, planWave } from './planner.ts'
import { keptStock, lessDrawn, type Pool } from './pools.ts'

const near = fc.integer({ min: -5, max: 60 }).map((days) => addDays(today, days))
const batchIds = ['a', 'b', 'c', 'd', 'e']
const batch = fc.record({ receivedOn: near, expiresOn: fc.option(near, { freq: 5 }) })
const held = { kind: 'held', hold: 'HD-1', reason: 'under test' } as const

/** Dates are those of the batch, wherever it lies. Packs: of sizes that divide each other. */
const stockOf = (packs: readonly number[]) =>
  fc.tuple(fc.array(batch, { minLength: 5, maxLength: 5 }), placesOf(packs)).map(([batches, rows]) =>
    rows.map(
      ({ batchAt, placeId, warehouseId, available, isHeld, closedPackOf }): AvailableStock => ({
        batchId: batchIds[batchAt] ?? 'a',
        batchCode: batchAt === 0 ? 'L2' : 'L1',
        placeId,
        warehouseId,
        available,
        today,
        producedOn: null,
        closedPackOf,
        ...(batches[batchAt] ?? { receivedOn: today, expiresOn: null }),
        obstacles: isHeld ? [held] : [],
      }),
    ),
  )
const placesOf = (packs: readonly number[]) =>
  fc.uniqueArray(
    fc.record({
      batchAt: fc.nat(4),
      placeId: fc.constantFrom('p', 'q', 'r'),
      warehouseId: fc.constantFrom('CHI', 'DAL'),
      available: fc.integer({ min: 0, max: 8 }),
      isHeld: fc.nat(9).map((at) => at === 0),
      closedPackOf: fc.constantFrom(...packs),
    }),
    { selector: ({ batchAt, placeId }) => `${batchAt} ${placeId}`, maxLength: 8 },
  )
const loose = stockOf([1])
const list = fc.subarray(batchIds, { minLength: 2 }).map((ids) => [{ batchIds: ids, by }])
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 1, nil: undefined })
const notOlder = near.map((expiresOn) => ({ expiresOn, deliveredOn: '2025-10-12', by }))
const choices = ['any', 'one_per_line', 'one_per_order', 'fewest', 'oldest_that_fills'] as const

const demandOf = (packs: readonly number[]): fc.Arbitrary<Demand> =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 30 }),
      rotation: fc.constantFrom('fefo' as const, 'fifo' as const, 'lifo' as const, 'lefo' as const, 'manual' as const),
      deliverOn: fc.constant(null),
      rules: rarely(fc.nat(30)).map((daysMin) => (daysMin ? [{ kind: 'days' as const, daysMin, by }] : [])),
      warehouseId: fc.option(fc.constantFrom('CHI', 'DAL'), { freq: 1 }),
      shortage: fc.constantFrom('part' as const, 'part' as const, 'whole' as const),
      chosen: fc.shuffledSubarray(batchIds, { minLength: 2 }),
      batches: fc.constantFrom(...choices).map((choice) => ({ choice, by })),
      packs: fc.constantFrom(...packs).map((of) => ({ of, by })),
      packOrder: fc.constantFrom('packs_first' as const, 'loose_first' as const),
      channel: fc.constantFrom('shop', 'amazon', null),
      more: fc.record({ notOlder: rarely(notOlder), approved: rarely(list), barred: rarely(list) }),
    })
    .map(({ more, ...demand }) => ({
      ...demand,
      ...(more.notOlder ? { notOlder: more.notOlder } : {}),
      ...(more.approved ? { approved: more.approved } : {}),
      ...(more.barred ? { barred: more.barred } : {}),
    }))
const demand = demandOf([1])

const inPlan = ({ picks }: Plan, one: AvailableStock) => sum(picks.filter((pick) => key(pick) === key(one)))
const less = (rows: readonly AvailableStock[], plan: Plan) =>
  rows.map((one) => ({ ...one, available: one.available - inPlan(plan, one) }))

const told = ({ picks, shortfall }: Plan) => ({
  picks: picks.map((one) => ({ id: key(one), quantity: one.quantity })),
  shortfall,
})

test('law: the plan is the one found by trying every set of batches, for every rule and rotation', () => {
  fc.assert(
    fc.property(demandOf([1, 1, 4]), loose, (wanted, rows) => {
      expect(told(planAllocation(wanted, rows))).toEqual(slowPlan(wanted, rows))
    }),
    { numRuns: 4000 },
  )
})

test('law: loose units and closed packs of a batch serve most, in the order its packs prefer', () => {
  fc.assert(
    fc.property(
      demandOf([1, 2, 6]),
      stockOf([1, 2, 6]),
      fc.constantFrom('any', 'one_per_line'),
      (one, rows, choice) => {
        const wanted = { ...one, batches: { choice, by } as const }
        expect(told(planAllocation(wanted, rows))).toEqual(slowPlan(wanted, rows))
      },
    ),
    { numRuns: 3000 },
  )
})

test('law: whatever the rules, picks and shortfall add up, no pick exceeds its stock, packs are whole, one batch is one', () => {
  fc.assert(
    fc.property(demandOf([1, 3, 4, 10]), stockOf([1, 4, 6]), (wanted, rows) => {
      const { picks, shortfall, passedOver } = planAllocation(wanted, rows)
      expect(sum(picks) + shortfall).toBe(wanted.quantity)
      for (const pick of picks) {
        const from = rows.find((one) => key(one) === key(pick))
        expect(pick.quantity).toBeGreaterThan(0)
        expect(pick.quantity).toBeLessThanOrEqual(from?.available ?? 0)
        expect([pick.quantity % (wanted.packs?.of ?? 1), pick.quantity % (from?.closedPackOf ?? 1)]).toEqual([0, 0])
      }
      if (wanted.batches?.choice.startsWith('one'))
        expect(new Set(picks.map(({ batchId }) => batchId)).size).toBeLessThanOrEqual(1)
      for (const one of passedOver) expect(one.quantity).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  )
})

test('law: where a demand is not served, all stock that is left says why', () => {
  fc.assert(
    fc.property(demandOf([1, 3, 4]), stockOf([1, 4]), (wanted, rows) => {
      const plan = planAllocation({ ...wanted, shortage: 'part' }, rows)
      fc.pre(plan.shortfall > 0)
      for (const one of rows.filter(({ warehouseId }) => [null, warehouseId].includes(wanted.warehouseId))) {
        const says = plan.passedOver.filter((passed) => key(passed) === key(one))
        expect(sum(says)).toBe(one.available - inPlan(plan, one))
      }
    }),
    { numRuns: 1500 },
  )
})

test('law: under FEFO no fitting batch that expires earlier is left behind', () => {
  fc.assert(
    fc.property(demand, loose, (one, rows) => {
      const wanted: Demand = { ...one, rotation: 'fefo', batches: { choice: 'any', by } }
      const plan = planAllocation(wanted, rows)
      const latest = plan.picks
        .map((pick) => rows.find((row) => key(row) === key(pick))?.expiresOn ?? '9999')
        .sort()
        .at(-1)
      const earlier = rows.filter((row) => fits(row, wanted) && (row.expiresOn ?? '9999') < (latest ?? ''))
      for (const row of earlier) expect(inPlan(plan, row)).toBe(row.available)
    }),
    { numRuns: 1500 },
  )
})

test('law: a stricter rule never serves more', () => {
  const stricter = fc.record({
    daysMore: fc.nat(20),
    packsTimes: fc.constantFrom(1, 2, 3),
    one: fc.boolean(),
    barred: fc.option(list),
    approved: fc.option(list),
    notOlder: fc.option(notOlder),
  })
  fc.assert(
    fc.property(demandOf([1, 4]), loose, stricter, (wanted, rows, more) => {
      const strict: Demand = {
        ...wanted,
        rules: more.daysMore > 0 ? [...wanted.rules, { kind: 'days', daysMin: 30 + more.daysMore }] : wanted.rules,
        packs: { of: (wanted.packs?.of ?? 1) * more.packsTimes, by },
        ...(more.one ? { batches: { choice: 'one_per_line', by } } : {}),
        ...(more.barred ? { barred: [...(wanted.barred ?? []), ...more.barred] } : {}),
        ...(more.approved ? { approved: [...(wanted.approved ?? []), ...more.approved] } : {}),
        ...(more.notOlder && !wanted.notOlder ? { notOlder: more.notOlder } : {}),
      }
      expect(sum(planAllocation(strict, rows).picks)).toBeLessThanOrEqual(sum(planAllocation(wanted, rows).picks))
    }),
    { numRuns: 2000 },
  )
})

const pools = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      name: fc.constant('kept'),
      channel: fc.constantFrom('shop', 'amazon'),
      batchId: fc.option(fc.constantFrom(...batchIds)),
      warehouseId: fc.option(fc.constantFrom('CHI', 'DAL'), { freq: 1 }),
      quantity: fc.integer({ min: 1, max: 15 }),
      until: fc.constantFrom(today, addDays(today, 1), addDays(today, -1)),
    }),
    { selector: ({ id }) => id, maxLength: 4 },
  )
  .map((told): readonly Pool[] => told)

test('law: the order in which stock and pools are told changes nothing', () => {
  const all = fc
    .tuple(stockOf([1, 4]), pools)
    .chain(([rows, kept]) =>
      fc.tuple(
        fc.constant(rows),
        fc.constant(kept),
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray([...kept], { minLength: kept.length }),
      ),
    )
  fc.assert(
    fc.property(demandOf([1, 4]), all, (wanted, [rows, kept, otherRows, otherPools]) => {
      expect(planAllocation(wanted, otherRows, otherPools)).toEqual(planAllocation(wanted, rows, kept))
    }),
  )
})

test('law: no other channel eats of a pool, and its own is never refused it for another', () => {
  fc.assert(
    fc.property(demandOf([1, 4]), stockOf([1, 4]), pools, (wanted, rows, kept) => {
      const keptFor = (stock: readonly AvailableStock[], left: readonly Pool[], channel: string) =>
        sum(
          keptStock(
            stock,
            stock.map(({ available }) => available),
            left,
          ).filter(({ pool }) => pool.channel === channel),
        )
      const plan = planAllocation(wanted, rows, kept)
      const [restRows, restPools] = [less(rows, plan), lessDrawn(kept, plan.drawn ?? [])]
      for (const channel of ['shop', 'amazon'].filter((one) => one !== wanted.channel))
        expect(keptFor(restRows, restPools, channel)).toBeGreaterThanOrEqual(keptFor(rows, kept, channel))
      const own = keptFor(rows, kept, wanted.channel ?? '')
      const all: Demand = {
        quantity: 999,
        rotation: 'fefo',
        deliverOn: null,
        rules: [],
        warehouseId: null,
        shortage: 'part',
      }
      const open = rows.map((one) => ({ ...one, closedPackOf: 1 }))
      expect(sum(planAllocation({ ...all, channel: wanted.channel ?? null }, open, kept).picks)).toBeGreaterThanOrEqual(
        own,
      )
    }),
    { numRuns: 2000 },
  )
})

test('law: a wave plans as if each demand came alone, after stock and pools of the earlier ones were taken', () => {
  const alike = fc.tuple(demand, demand).chain(([one, other]) =>
    fc.array(
      fc.subarray(Object.keys(one) as (keyof Demand)[]).map(
        (own): Demand => ({
          ...other,
          ...Object.fromEntries(own.map((field) => [field, one[field]])),
        }),
      ),
      { maxLength: 6 },
    ),
  )
  fc.assert(
    fc.property(alike, stockOf([1, 1, 1, 4]), fc.oneof(fc.constant([]), pools), (wanted, rows, kept) => {
      let [left, poolsLeft]: [readonly AvailableStock[], readonly Pool[]] = [rows, kept]
      const alone = wanted.map((one) => {
        const plan = planAllocation(one, left, poolsLeft)
        left = less(left, plan)
        poolsLeft = lessDrawn(poolsLeft, plan.drawn ?? [])
        return plan
      })
      expect(planWave(wanted, rows, kept)).toEqual(alone)
    }),
    { numRuns: 2000 },
  )
})
