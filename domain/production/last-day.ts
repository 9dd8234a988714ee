/**
 * domain/production/last-day.ts — until when that is good which was made of other batches.
 */
import type { CalendarDate } from '../calendar-date.ts'

/** `min_of_inputs`: never longer than the first of what it was made of. */
export const expiryRules = ['as_stated', 'min_of_inputs'] as const
export type ExpiryRule = (typeof expiryRules)[number]

export type MadeOf = Readonly<{ sku: string; code: string; expiresOn: CalendarDate | null }>
/** No later day than this, and of which it comes, for people. */
export type Cap = Readonly<{ on: CalendarDate; says: string }>

/** The earliest last day among what was used; null where none of it has one. */
export function earliestOf(inputs: readonly MadeOf[]): Cap | null {
  const [first] = inputs
    .flatMap(({ expiresOn, ...of }) => (expiresOn === null ? [] : [{ ...of, on: expiresOn }]))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return first ? { on: first.on, says: `the first of what it was made of: batch ${first.code} of ${first.sku}` } : null
}

type OfItself = Readonly<{ producedOn: CalendarDate | null; own: Cap | null }>

/**
 * Until when that is good which is made by `min_of_inputs`: the earliest of its own day and those of what was used. What was over by then already was so at the latest on the day of production.
 * Null where no day is known.
 */
export function dayOfMade(inputs: readonly MadeOf[], { producedOn, own }: OfItself): Cap | null {
  const cap = earliestOf(inputs)
  const day = cap === null || (own !== null && own.on <= cap.on) ? own : cap
  if (day === null || producedOn === null || day.on >= producedOn) return day
  return { on: producedOn, says: `${day.says}, over before it was made` }
}
