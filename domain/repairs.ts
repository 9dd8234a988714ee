/**
 * domain/repairs.ts — when two batches can be one, and how long that can be undone.
 */
import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'

export const repairKinds = ['merge', 'split', 'rename', 'date'] as const
export type RepairKind = (typeof repairKinds)[number]

export type Mergeable = Readonly<{
  id: string
  productId: string
  supplierId: string | null
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
}>

/** `intoDate` null: it has no such date, and would be given one by being merged, which nobody said. */
export type WhyNotMerged = Readonly<
  | { because: 'itself' }
  | { because: 'product' }
  | { because: 'supplier' }
  | { because: 'dates'; what: 'last day' | 'production date'; date: CalendarDate; intoDate: CalendarDate | null }
>

/**
 * What stands against one batch being another, the first first; nothing where they can be one. Laws: what has no date can be merged into what has one, and not
 * the other way round; batches with equal facts can be merged both ways; a supplier that is not known differs from none.
 */
export function againstMerging(from: Mergeable, into: Mergeable): WhyNotMerged[] {
  const dates = (['expiresOn', 'producedOn'] as const).flatMap((key): WhyNotMerged[] => {
    const [date, intoDate] = [from[key], into[key]]
    if (date === null || date === intoDate) return []
    return [{ because: 'dates', what: key === 'expiresOn' ? 'last day' : 'production date', date, intoDate }]
  })
  return [
    ...(from.id === into.id ? [{ because: 'itself' as const }] : []),
    ...(from.productId === into.productId ? [] : [{ because: 'product' as const }]),
    ...dates,
    ...(from.supplierId && into.supplierId && from.supplierId !== into.supplierId
      ? [{ because: 'supplier' as const }]
      : []),
  ]
}

/** More than a year apart, as when the year is typed wrong. */
export const isOtherYear = (before: CalendarDate, on: CalendarDate): boolean => Math.abs(daysBetween(before, on)) > 366

/**
 * A merge is undone within this many days. Later, the labels of one code stand on goods that nobody merged, and the memory of which was which is gone; who
 * still knows it splits the batch.
 */
export const undoDays = 30

/** The last day on which a merge of this day can be undone. */
export const undoableUntil = (madeOn: CalendarDate): CalendarDate => addDays(madeOn, undoDays)
