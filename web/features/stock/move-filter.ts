/**
 * web/features/stock/move-filter.ts — which moves are shown; it lives in the address.
 */
import { isCalendarDate } from '#domain/calendar-date.ts'
import { type MoveReason, moveWords } from '../../shared/move-words.ts'

export type MoveFilter = {
  product?: string
  batch?: string
  place?: string
  document?: string
  warehouse?: string
  reason?: MoveReason
  day?: string
  occurredUntil?: string
  recordedAfter?: string
}

const text = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
const instant = (value: unknown) => {
  const given = text(value)
  return given && !Number.isNaN(Date.parse(given)) ? given : undefined
}

/** Whatever the address says, made into a filter; what makes no sense is dropped. */
export function readMoveFilter(search: Record<string, unknown>): MoveFilter {
  const day = text(search.day)
  const read = {
    product: text(search.product),
    batch: text(search.batch),
    place: text(search.place),
    document: text(search.document),
    warehouse: text(search.warehouse),
    reason: (Object.keys(moveWords) as MoveReason[]).find((reason) => reason === search.reason),
    day: day && isCalendarDate(day) ? day : undefined,
    occurredUntil: instant(search.occurredUntil),
    recordedAfter: instant(search.recordedAfter),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as MoveFilter
}

export const isFilteredMove = (filter: MoveFilter): boolean => Object.keys(filter).length > 0
