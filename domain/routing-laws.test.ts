import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseWarehouses, type RoutedLine, type RoutingAsk, type WarehouseOffer } from './routing.ts'
import { explainWarehouse } from './routing-explain.ts'

const money = (minor: number) => `$${minor}`

const offer = fc.record({
  priority: fc.integer({ min: 1, max: 2 }),
  distanceKm: fc.option(fc.nat(3), { freq: 3 }),
  daysLeftMin: fc.option(fc.nat(3)),
  parcelCost: fc.option(fc.nat(4)),
  sends: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  quantities: fc.record({ p: fc.nat(4), q: fc.nat(4) }).map((has) => new Map(Object.entries(has))),
  together: fc.constant(new Map<string, number>()),
})
const offers = fc
  .array(offer, { maxLength: 4 })
  .map((all) => all.map((one, at): WarehouseOffer => ({ ...one, warehouseId: `w${at}`, warehouseCode: `w${at}` })))
const line = (lineId: string) =>
  fc.record({
    lineId: fc.constant(lineId),
    productId: fc.constant(lineId),
    quantity: fc.integer({ min: 1, max: 6 }),
    shortage: fc.constantFrom('part' as const, 'part' as const, 'whole' as const),
    undivided: fc.boolean(),
  })
const ask = fc.record({
  lines: fc.tuple(line('p'), line('q')),
  criteria: fc.shuffledSubarray(['priority', 'distance', 'cost', 'expires_first', 'freshest'] as const),
  split: fc.constantFrom('never' as const, 'allowed' as const),
  splitCost: fc.nat(3),
})

type Way = Readonly<{ used: readonly number[]; given: Readonly<Record<string, readonly number[]>> }>

/** Of every way to give each line's units to warehouses: what it serves at most, and at what price at least. */
function everyWay({ lines, split, splitCost }: RoutingAsk, all: readonly WarehouseOffer[]) {
  const sum = (parts: readonly number[] = []) => parts.reduce((total, part) => total + part, 0)
  const has = (at: number, { lineId, quantity }: RoutedLine) => Math.min(quantity, all[at]?.quantities.get(lineId) ?? 0)
  let ways: Way[] = [{ used: [], given: {} }]
  for (const [asked, at] of lines.flatMap((one) => all.map((_, at) => [one, at] as const)))
    ways = ways.flatMap(({ used, given }) => {
      const before = given[asked.lineId] ?? []
      const part = Math.min(has(at, asked), asked.quantity - sum(before))
      const more = { used: [...new Set([...used, at])], given: { ...given, [asked.lineId]: [...before, part] } }
      return part === 0 || (asked.undivided && before.length > 0) ? [{ used, given }] : [{ used, given }, more]
    })
  const sending = all.some(({ sends }) => sends)
  const permitted = ({ used, given }: Way) =>
    lines.every(
      ({ lineId, quantity, shortage }) => shortage === 'part' || [0, quantity].includes(sum(given[lineId])),
    ) &&
    (split === 'allowed' || (used.length <= 1 && used.every((at) => all[at]?.sends === sending)))
  const able = ways.filter(permitted).map(({ used, given }) => {
    const parcels = used.filter((at) => !all[at]?.sends)
    const further = Math.max(0, parcels.length - (sending ? 0 : 1))
    const cost = sum(parcels.map((at) => all[at]?.parcelCost ?? 0)) + further * splitCost
    const unknown = parcels.filter((at) => all[at]?.parcelCost === null).length
    return { served: sum(Object.values(given).flat()), price: unknown * 1000 + cost, used }
  })
  const most = Math.max(...able.map(({ served }) => served))
  const full = able.filter(({ served }) => served === most)
  return {
    most,
    least: Math.min(...full.map(({ price }) => price)),
    single: full.some(({ used }) => used.length === 1),
  }
}

test('law: no other way serves more, and none that serves as much costs less, unless one warehouse serves all', () => {
  fc.assert(
    fc.property(ask, offers, (asked, all) => {
      const { legs, cost, shortfall } = chooseWarehouses(asked, all)
      const { most, least, single } = everyWay(asked, all)
      const quantity = asked.lines.reduce((sum, one) => sum + one.quantity, 0)
      expect(shortfall).toBe(quantity - most)
      if (most === quantity && single) expect(legs.length).toBe(1)
      else expect(cost.unknown * 1000 + cost.cost).toBe(least)
    }),
    { numRuns: 1500 },
  )
})

test('law: legs and shortfall add up, no leg is empty or gives more than is offered, and all others say why', () => {
  fc.assert(
    fc.property(ask, offers, (asked, all) => {
      const { legs, shortfall, passedOver } = chooseWarehouses(asked, all)
      const parts = legs.flatMap(({ warehouseId, lines }) => lines.map((line) => ({ ...line, warehouseId })))
      const quantity = asked.lines.reduce((sum, line) => sum + line.quantity, 0)
      expect(parts.reduce((sum, part) => sum + part.quantity, 0) + shortfall).toBe(quantity)
      for (const part of parts) {
        const offering = all.find(({ warehouseId }) => warehouseId === part.warehouseId)
        expect(part.quantity).toBeLessThanOrEqual(offering?.quantities.get(part.lineId) ?? 0)
      }
      for (const { lines } of legs) expect(lines.length).toBeGreaterThan(0)
      const ids = [...legs, ...passedOver].map(({ warehouseId }) => warehouseId)
      expect(ids.sort()).toEqual(all.map(({ warehouseId }) => warehouseId))
      for (const one of passedOver) expect(explainWarehouse(one, money)).not.toMatch(/undefined|null|NaN/)
    }),
    { numRuns: 1500 },
  )
})

test('law: the order in which warehouses are told changes nothing', () => {
  const shuffled = offers.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(ask, shuffled, (asked, [all, others]) => {
      expect(chooseWarehouses(asked, others)).toEqual(chooseWarehouses(asked, all))
    }),
  )
})
