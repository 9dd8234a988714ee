/**
 * server/modules/batches/stated-life.ts — from the dates on a label to the last day, each date with its source.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
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

/** Counts from the production date where the label has no last day and the product has a written life; else asks. */
export function statedLife({
  where,
  product,
  dates,
  source,
}: {
  where: string
  product: ProductRow
  dates: StatedDates
  source: DateSource
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
  if (!said && dates.producedOn && product.lifeDays !== null) {
    const onDate = computedExpiry({ producedOn: dates.producedOn, lifeDays: product.lifeDays })
    statements.push({
      kind: 'expiry',
      onDate,
      source: 'computed',
      explanation: `${dates.producedOn} + ${product.lifeDays} days`,
    })
  }
  const expiresOn = governingExpiry(statements.map(({ kind, onDate }) => ({ kind, on: onDate })))
  if (dates.producedOn && expiresOn && dates.producedOn > expiresOn) {
    throw new Refusal('produced_after_expiry', { where, producedOn: dates.producedOn, expiresOn })
  }
  return { producedOn: dates.producedOn, expiresOn, statements }
}
