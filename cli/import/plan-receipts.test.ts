import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../domain/calendar-date.ts'
import { lifeDaysOf, planReceipts } from './plan-receipts.ts'

const units = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[0-9]{5}[A-Z]?$/), fc.integer({ min: 1, max: 100_000 })), {
  minLength: 1,
  maxLength: 40,
  selector: ([sku]) => sku,
})
const plans = fc.record({
  leaving: units.map((pairs) => new Map(pairs)),
  period: fc
    .record({ days: fc.integer({ min: 0, max: 400 }), seed: fc.nat() })
    .map(({ days, seed }) => ({ firstDay: '2010-12-01', lastDay: addDays('2010-12-01', days), seed })),
})

const linesBySku = (receipts: ReturnType<typeof planReceipts>) => {
  const found = new Map<
    string,
    { receivedOn: string; batch: string; quantity: number; producedOn: string; expiresOn: string }[]
  >()
  for (const { receivedOn, lines } of receipts)
    for (const { sku, ...line } of lines) found.set(sku, [...(found.get(sku) ?? []), { receivedOn, ...line }])
  return found
}

test('at least what leaves comes in, before the first order, in whole positive parts', () => {
  fc.assert(
    fc.property(plans, ({ leaving, period }) => {
      const received = linesBySku(planReceipts(leaving, period))
      for (const [sku, wanted] of leaving) {
        const lines = received.get(sku) ?? []
        expect(lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBeGreaterThanOrEqual(wanted)
        for (const { quantity, receivedOn, producedOn } of lines) {
          expect(Number.isInteger(quantity) && quantity > 0).toBe(true)
          expect(receivedOn < period.firstDay).toBe(true)
          expect(producedOn < receivedOn).toBe(true)
        }
      }
    }),
  )
})

test('batches of a product differ in code and expiry, expire in the order of receipt, and outlive the file', () => {
  fc.assert(
    fc.property(plans, ({ leaving, period }) => {
      for (const lines of linesBySku(planReceipts(leaving, period)).values()) {
        const byReceipt = lines.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
        expect(new Set(lines.map(({ batch }) => batch)).size).toBe(lines.length)
        expect(byReceipt.map(({ expiresOn }) => expiresOn)).toEqual(
          [...new Set(byReceipt.map(({ expiresOn }) => expiresOn))].sort(),
        )
        for (const { expiresOn } of lines) expect(expiresOn > period.lastDay).toBe(true)
      }
    }),
  )
})

test('the same file and seed give the same receipts; another seed gives others', () => {
  const leaving = new Map([
    ['85123A', 400],
    ['71053', 3],
  ])
  const period = { firstDay: '2010-12-01', lastDay: '2011-02-28', seed: 1 }
  expect(planReceipts(leaving, period)).toEqual(planReceipts(new Map(leaving), period))
  expect(planReceipts(leaving, { ...period, seed: 2 })).not.toEqual(planReceipts(leaving, period))
  expect(new Set(planReceipts(leaving, period).map(({ id }) => id)).size).toBe(planReceipts(leaving, period).length)
})

test('a product lives longer where the file covers more days', () => {
  const year = { firstDay: '2010-12-01', lastDay: '2011-12-09', seed: 1 }
  expect(lifeDaysOf('85123A', year)).toBeGreaterThan(373 + 60)
})
