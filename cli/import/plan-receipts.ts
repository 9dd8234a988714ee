/**
 * cli/import/plan-receipts.ts — the seeded rule by which batches come in before the orders; described in
 * docs/import-orders.md. The shop's file says what left, not what came in, so what came in is made up: from the SKU, the
 * seed and the units that leave, the same in every run.
 */
import { addDays, type CalendarDate, daysBetween } from '../../domain/calendar-date.ts'
import { seededNumbers, stableId } from './stable-id.ts'

export const supplierCount = 6
const batchesMin = 2
const batchesMax = 5
const restockDays = 14
const leadDaysMin = 7
/** From the earliest production to the first order, at most. */
const leadDaysMax = leadDaysMin + (batchesMax - 1) * restockDays + 18

type ReceiptLine = Readonly<{
  sku: string
  batch: string
  quantity: number
  producedOn: CalendarDate
  expiresOn: CalendarDate
}>
export type PlannedReceipt = Readonly<{
  id: string
  supplier: number
  receivedOn: CalendarDate
  lines: readonly ReceiptLine[]
}>
export type Period = Readonly<{ firstDay: CalendarDate; lastDay: CalendarDate; seed: number }>

/** Days of life of a product: long enough that its oldest batch outlives the file by a month. */
export function lifeDaysOf(sku: string, { firstDay, lastDay, seed }: Period): number {
  const [pick = 0] = seededNumbers([seed, 'life', sku], [3])
  const wanted = [365, 540, 730][pick] ?? 365
  const needed = daysBetween(firstDay, lastDay) + leadDaysMax + 30
  return wanted >= needed ? wanted : wanted + 365 * Math.ceil((needed - wanted) / 365)
}

/** Law: what is received of a product is at least what leaves, and each batch is received before the first day. */
export function planReceipts(leaving: ReadonlyMap<string, number>, period: Period): PlannedReceipt[] {
  const deliveries = new Map<string, { supplier: number; receivedOn: CalendarDate; lines: ReceiptLine[] }>()
  for (const [sku, units] of leaving) {
    const [supplier = 0] = seededNumbers([period.seed, 'supplier', sku], [supplierCount])
    for (const { receivedOn, ...line } of batchesOf({ sku, units, period })) {
      const key = `${receivedOn} ${supplier}`
      const delivery = deliveries.get(key) ?? { supplier: supplier + 1, receivedOn, lines: [] }
      deliveries.set(key, delivery)
      delivery.lines.push(line)
    }
  }
  return [...deliveries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, delivery]) => ({ id: stableId('receipt', key, JSON.stringify(delivery.lines)), ...delivery }))
}

function batchesOf({ sku, units, period }: { sku: string; units: number; period: Period }) {
  const { firstDay, seed } = period
  const [more = 0, surplusPercent = 0] = seededNumbers([seed, 'batches', sku], [batchesMax - batchesMin + 1, 16])
  const total = units + Math.ceil((units * (5 + surplusPercent)) / 100)
  const lifeDays = lifeDaysOf(sku, period)
  return portions(total, Math.min(batchesMin + more, total), [seed, sku]).map((quantity, index, all) => {
    const [jitter = 0, age = 0] = seededNumbers([seed, 'days', sku, index], [7, 8])
    const leadDays = leadDaysMin + restockDays * (all.length - 1 - index)
    const receivedOn = addDays(firstDay, -(leadDays + jitter))
    // Within less than a restocking interval of each other, so that a later batch never expires before an earlier one.
    const producedOn = addDays(firstDay, -(leadDays + 11 + age))
    const code = `${sku}-${producedOn.slice(2).replaceAll('-', '')}`
    return { sku, batch: code, quantity, producedOn, expiresOn: addDays(producedOn, lifeDays), receivedOn }
  })
}

/** `total` in `count` uneven parts of at least 1 each. */
function portions(total: number, count: number, seed: readonly (string | number)[]): number[] {
  const weights = seededNumbers(['portions', ...seed], Array(count).fill(3)).map((weight) => weight + 1)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const spare = total - count
  const parts = weights.map((weight) => 1 + Math.floor((spare * weight) / sum))
  const rest = total - parts.reduce((all, part) => all + part, 0)
  return parts.map((part, index) => (index === 0 ? part + rest : part))
}
