/**
 * domain/turn.ts — whose turn it is among those who wait for stock.
 *
 * The same order stands in SQL, in server/modules/stock/in-turn.ts; a test holds the two together.
 */
import type { CalendarDate } from './calendar-date.ts'

/** What of a line decides its turn. `askedAt` is ISO 8601 in UTC to the millisecond, so that text order is the order of time. */
export type Waiting = Readonly<{ priority: number; deliverOn: CalendarDate | null; askedAt: string; id: string }>

/**
 * The day a line was promised for; one that was promised for none is owed since the day it was asked, in UTC: before a warehouse is chosen
 * there is no other zone that stays.
 */
export const dueOn = ({ deliverOn, askedAt }: Pick<Waiting, 'deliverOn' | 'askedAt'>): CalendarDate =>
  deliverOn ?? askedAt.slice(0, 'YYYY-MM-DD'.length)

/**
 * Below zero where `a` comes first: the higher priority, then the earlier due day, then who asked first, then the smaller id.
 * Law: a strict order, so that the queue is the same whoever reads it.
 */
export const byTurn = (a: Waiting, b: Waiting): number =>
  b.priority - a.priority || byText(dueOn(a), dueOn(b)) || byText(a.askedAt, b.askedAt) || byText(a.id, b.id)

function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
