/**
 * web/features/stock/past-filter.ts — of which past day the stock is shown, and what was known of it; lives in the address.
 */
import { isCalendarDate } from '#domain/calendar-date.ts'

export type PastFilter = { on?: string; knownOn?: string; product?: string; warehouse?: string }

const text = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
const day = (value: unknown) => {
  const given = text(value)
  return given && isCalendarDate(given) ? given : undefined
}

/** Whatever the address says, made into a filter; what makes no sense is dropped. */
export function readPastFilter(search: Record<string, unknown>): PastFilter {
  const read = {
    on: day(search.on),
    knownOn: day(search.knownOn),
    product: text(search.product),
    warehouse: text(search.warehouse),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as PastFilter
}
