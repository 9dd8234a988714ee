/**
 * web/features/stock/stock-filter.ts — what of the stock is shown; it lives in the address, so that it can be linked and kept.
 */
import { isCalendarDate } from '#domain/calendar-date.ts'
import type { StockQuery, StockStatus } from '../../api/types.ts'

export type StockSort = NonNullable<StockQuery['sort']>
export type StockFilter = {
  text?: string
  product?: string
  warehouse?: string
  category?: string
  status?: StockStatus
  expiresFrom?: string
  expiresBefore?: string
  daysLeftMin?: number
  daysLeftMax?: number
  sort?: StockSort
  direction?: 'asc' | 'desc'
  grouped?: boolean
}

export const statusWords: Record<StockStatus, string> = {
  sellable: 'Sellable',
  expired: 'Expired',
  held: 'Held',
  unsellable_place: 'Not in a sellable place',
}

const sorts: readonly StockSort[] = ['expiresOn', 'sku', 'batchCode', 'warehouse', 'onHand', 'available']

const text = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
const dayOf = (value: unknown) => {
  const day = text(value)
  return day && isCalendarDate(day) ? day : undefined
}
const numberOf = (value: unknown) => {
  const number = Number(text(value) ?? Number.NaN)
  return Number.isInteger(number) && Math.abs(number) <= 40_000 ? number : undefined
}
const oneOf = <T extends string>(value: unknown, choices: readonly T[]) => choices.find((choice) => choice === value)

/** Whatever the address says, made into a filter; what makes no sense is dropped. */
export function readStockFilter(search: Record<string, unknown>): StockFilter {
  const read = {
    text: text(search.text),
    product: text(search.product),
    warehouse: text(search.warehouse),
    category: text(search.category),
    status: oneOf(search.status, Object.keys(statusWords) as StockStatus[]),
    expiresFrom: dayOf(search.expiresFrom),
    expiresBefore: dayOf(search.expiresBefore),
    daysLeftMin: numberOf(search.daysLeftMin),
    daysLeftMax: numberOf(search.daysLeftMax),
    sort: oneOf(search.sort, sorts),
    direction: oneOf(search.direction, ['asc', 'desc'] as const),
    grouped: search.grouped === true || search.grouped === 'true' ? true : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as StockFilter
}

export const stockQuery = (filter: StockFilter): StockQuery => filter

export const isFiltered = ({ sort: _, direction: __, grouped: ___, ...parts }: StockFilter): boolean =>
  Object.keys(parts).length > 0
