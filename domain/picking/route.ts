/**
 * domain/picking/route.ts — the way a picker walks: zone by zone, bin by bin as people count them, A-2 before A-10.
 */
import { byText } from '../allocation/order.ts'
import type { CalendarDate } from '../calendar-date.ts'

export type Stop = Readonly<{
  zoneCode: string | null
  placeCode: string
  sku: string
  expiresOn: CalendarDate | null
  batchCode: string
  orderNumber: string
}>

/** Runs of digits count as numbers; what counts equal goes by its letters, so that the order is total. */
export function byBinCode(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = byPart(left[at] ?? '', right[at] ?? '')
    if (difference !== 0) return difference
  }
  return left.length - right.length || byText(a, b)
}

const partsOf = (code: string): string[] => code.match(/\d+|\D+/g) ?? []
const isNumber = (part: string) => /^\d/.test(part)

/** Without their zeros in front, longer digits are more: no number is too long. */
function byPart(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return byText(a, b)
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return left.length - right.length || byText(left, right)
}

/** Bins of no zone come last; within a bin by product, and what expires first. */
export const byRoute = (a: Stop, b: Stop): number =>
  Number(a.zoneCode === null) - Number(b.zoneCode === null) ||
  byBinCode(a.zoneCode ?? '', b.zoneCode ?? '') ||
  byBinCode(a.placeCode, b.placeCode) ||
  byText(a.sku, b.sku) ||
  byText(a.expiresOn ?? '9999', b.expiresOn ?? '9999') ||
  byText(a.batchCode, b.batchCode) ||
  byBinCode(a.orderNumber, b.orderNumber)
