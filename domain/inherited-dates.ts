/**
 * domain/inherited-dates.ts — a batch that was split off has the dates of the batch it comes from, until somebody says another of itself.
 */
import type { CalendarDate } from './calendar-date.ts'
import type { DateKind } from './shelf-life.ts'

export type Statement = Readonly<{
  id: string
  kind: DateKind
  onDate: CalendarDate
  source: string
  withdrawnAt: string | null
}>

/**
 * `own`: its statements, newest first; `parent`: what stands of the batch it comes from. Laws: a date of which the statement that stands is its own is
 * never touched; afterwards each other kind stands as it does with the parent, and not at all where it does not there; what stands already is not stated again.
 */
export function followed<P extends Readonly<{ kind: DateKind; onDate: CalendarDate }>>(
  own: readonly Statement[],
  parent: readonly P[],
): { state: P[]; withdraw: Statement[] } {
  const live = own.filter(({ withdrawnAt }) => withdrawnAt === null)
  const stands = (kind: DateKind) => live.find((one) => one.kind === kind)
  const state = parent.filter(({ kind, onDate }) => {
    const now = stands(kind)
    return now === undefined || (now.source === 'inherited' && now.onDate !== onDate)
  })
  const has = new Set(parent.map(({ kind }) => kind))
  const withdraw = live.filter(({ kind, source }) => source === 'inherited' && !has.has(kind))
  return { state, withdraw }
}
