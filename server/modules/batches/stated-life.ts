/**
 * server/modules/batches/stated-life.ts — from the dates on a label to the last day, each date with its source.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Cap } from '#domain/production/last-day.ts'
import { computedExpiry, type DateKind, governingExpiry } from '#domain/shelf-life.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ProductRow } from '../catalog/index.ts'
import type { DateSource } from './store.ts'

export type StatedDates = Readonly<{
  producedOn: CalendarDate | null
  bestBefore: CalendarDate | null
  useBy: CalendarDate | null
  expiresOn: CalendarDate | null
}>

export type DateStatement = { kind: DateKind; onDate: CalendarDate; source: DateSource; explanation: string | null }
export type StatedLife = Readonly<{
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  statements: DateStatement[]
}>

/**
 * Counts from the production date where the label has no last day and the product has a written life; else asks. With a cap it takes that over where it is the earlier one, and says so: by this
 * source it is known later that the day follows what it was made of.
 */
export function statedLife({
  where,
  product,
  dates,
  source,
  cap = null,
}: {
  where: string
  product: ProductRow
  dates: StatedDates
  source: DateSource
  cap?: Cap | null
}): StatedLife {
  const stated = (kind: DateKind, onDate: CalendarDate | null): DateStatement[] =>
    onDate ? [{ kind, onDate, source, explanation: null }] : []
  const statements = [
    ...stated('produced', dates.producedOn),
    ...stated('best_before', dates.bestBefore),
    ...stated('use_by', dates.useBy),
    ...stated('expiry', dates.expiresOn),
  ]
  const said = governingExpiry(statements.map(({ kind, onDate }) => ({ kind, on: onDate })))
  if (!said) statements.push(...counted(dates.producedOn, product, cap))
  const expiresOn = governingExpiry(statements.map(({ kind, onDate }) => ({ kind, on: onDate })))
  if (dates.producedOn && expiresOn && dates.producedOn > expiresOn) {
    throw new Refusal('produced_after_expiry', { where, producedOn: dates.producedOn, expiresOn })
  }
  return { producedOn: dates.producedOn, expiresOn, statements }
}

/** `on`: a day on which it is here, where it is. Refuses `produced_after_arrival`. */
export function refuseNotYetMade(
  where: string,
  { producedOn, on }: Readonly<{ producedOn: CalendarDate; on: CalendarDate }>,
) {
  if (producedOn > on) throw new Refusal('produced_after_arrival', { where, producedOn, on })
}

function counted(producedOn: CalendarDate | null, { lifeDays }: ProductRow, cap: Cap | null): DateStatement[] {
  const own =
    producedOn !== null && lifeDays !== null
      ? { on: computedExpiry({ producedOn, lifeDays }), says: `${producedOn} + ${lifeDays} days` }
      : null
  const taken = cap === null || (own !== null && own.on <= cap.on) ? own : cap
  const stated = (source: DateSource, { on, says }: Cap): DateStatement => ({
    kind: 'expiry',
    onDate: on,
    source,
    explanation: says,
  })
  return [...(own ? [stated('computed', own)] : []), ...(cap !== null && taken ? [stated('inherited', taken)] : [])]
}
