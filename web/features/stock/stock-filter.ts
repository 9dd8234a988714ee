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
    sort: oneOf(search.sort, sorts),
    direction: oneOf(search.direction, ['asc', 'desc'] as const),
    grouped: search.grouped === true || search.grouped === 'true' ? true : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as StockFilter
}

/** What is asked of the server: groups are runs of one product, so grouping is a sort. */
export function stockQuery({ grouped, ...filter }: StockFilter): StockQuery {
  return grouped ? { ...filter, sort: 'sku' } : filter
}

export const isFiltered = ({
  text,
  product,
  warehouse,
  category,
  status,
  expiresFrom,
  expiresBefore,
}: StockFilter): boolean =>
  [text, product, warehouse, category, status, expiresFrom, expiresBefore].some((part) => part !== undefined)
