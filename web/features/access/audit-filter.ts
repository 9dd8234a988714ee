/**
 * web/features/access/audit-filter.ts — which entries of the audit are shown; it lives in the address.
 */
import { isCalendarDate } from '#domain/calendar-date.ts'
import { endOfDayHere, startOfDayHere } from '../../shared/day-here.ts'
import { type AuditKind, kindWords } from './audit-kinds.ts'

export type AuditFilter = {
  subject?: string
  kind?: AuditKind
  who?: string
  from?: string
  until?: string
  text?: string
}

const text = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
const day = (value: unknown) => {
  const given = text(value)
  return given && isCalendarDate(given) ? given : undefined
}

/** Whatever the address says, made into a filter; what makes no sense is dropped. */
export function readAuditFilter(search: Record<string, unknown>): AuditFilter {
  const read = {
    subject: text(search.subject),
    kind: (Object.keys(kindWords) as AuditKind[]).find((kind) => kind === search.kind),
    who: text(search.who),
    from: day(search.from),
    until: day(search.until),
    text: text(search.text),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as AuditFilter
}

/** As the server is asked: days of the reader as instants. */
export const askedOf = ({ from, until, ...filter }: AuditFilter): AuditFilter => ({
  ...filter,
  ...(from === undefined ? {} : { from: startOfDayHere(from) }),
  ...(until === undefined ? {} : { until: endOfDayHere(until) }),
})
