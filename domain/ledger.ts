/**
 * domain/ledger.ts — what a ledger of moves means: which places hold stock, and when a past was possible.
 */
import type { CalendarDate } from './calendar-date.ts'

/** The most that is kept of a batch at a place, or asked on a line: sums of many of them can still be told exactly. */
export const quantityMax = 9_000_000_000_000

/** Stock lies in physical places; virtual ones are where it comes from and goes to. */
export type PlaceKind =
  | 'storage'
  | 'dock'
  | 'quarantine'
  | 'opened'
  | 'transit'
  | 'supplier'
  | 'customer'
  | 'production'
  | 'scrap'
  | 'sample'
  | 'count'
  | 'opening'

const physical: ReadonlySet<PlaceKind> = new Set(['storage', 'dock', 'quarantine', 'opened', 'transit'])

export const isPhysical = (kind: PlaceKind): boolean => physical.has(kind)

/**
 * The first day that would have ended below zero, with how much was missing, or null. Moves are those of one batch at one
 * place, signed, oldest first. Within a day what came in counts before what went out: the day's order is rarely known.
 */
export function firstNegativeDay(
  moves: readonly Readonly<{ occurredOn: CalendarDate; quantity: number }>[],
): { day: CalendarDate; short: number } | null {
  const days = new Map<CalendarDate, number>()
  for (const { occurredOn, quantity } of moves) days.set(occurredOn, (days.get(occurredOn) ?? 0) + quantity)
  let balance = 0
  for (const [day, quantity] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    balance += quantity
    if (balance < 0) return { day, short: -balance }
  }
  return null
}
