/**
 * server/demo/shelf.ts — what the shop of the demo believes to have, and when it orders more. Only a guess, as in real shops:
 * the truth is in the ledger.
 */
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import type { Article } from './assortment.ts'
import type { Chance } from './chance.ts'
import type { Delivery } from './deliveries.ts'

export type Slot = {
  readonly article: Article
  readonly warehouse: string
  /** Units expected to go out in a day. */
  readonly perDay: number
  /** No longer reordered, so that orders wait for it in the end. */
  readonly starved: boolean
  /** So many days before the end nobody wants it any more, and what is there grows old; 0 where it sells to the end. */
  readonly fadesDays: number
  /** Negative where orders wait for more than there is. */
  onShelf: number
  onOrder: number
}

/** What the orders of `demand.ts` come to, and the part of each warehouse in it. */
const unitsPerDay = 430
export const warehouseShare: Readonly<Record<string, number>> = { EWR: 0.5, RNO: 0.25, VEN: 0.25 }

export function slotsOf(range: readonly Article[], chance: Chance): Slot[] {
  const pairs = range.flatMap((article) => article.warehouses.map((warehouse) => ({ article, warehouse })))
  const pullAt = (code: string) =>
    pairs.reduce((all, { article, warehouse }) => (warehouse === code ? all + article.pull : all), 0)
  return pairs.map(({ article, warehouse }) => ({
    article,
    warehouse,
    perDay: (unitsPerDay * (warehouseShare[warehouse] ?? 0) * article.pull) / pullAt(warehouse),
    fadesDays: chance.happens(article.storage === 'cool' ? 0.6 : 0.12) ? chance.whole(10, 55) : 0,
    starved: article.pull >= 5 && chance.happens(0.1),
    onShelf: 0,
    onOrder: 0,
  }))
}

/** Cover for some weeks in whole cases; slow goods of short life are bought by more than they sell, and some expires. */
export function quantityFor({ article, perDay }: Slot, chance: Chance): number {
  const { storage, lifeDays, casePack } = article
  // Of cool goods suppliers sell nothing below five cases, which small shops pay for with what expires.
  const [coverDays, casesMin] = storage === 'cool' ? [Math.floor(lifeDays * 0.7), 5] : [chance.whole(12, 22), 3]
  return Math.max(casesMin, Math.ceil((perDay * coverDays) / casePack)) * casePack
}

type Ordering = Readonly<{ chance: Chance; today: CalendarDate; daysToGo: number }>

export function reorder(slots: readonly Slot[], { chance, today, daysToGo }: Ordering): Omit<Delivery, 'inbound'>[] {
  return slots.flatMap((slot) => {
    const low = slot.onShelf + slot.onOrder < slot.perDay * 14 + slot.article.casePack * 3
    if (!low || (slot.starved && daysToGo < 24) || daysToGo < slot.fadesDays) return []
    const quantity = quantityFor(slot, chance)
    slot.onOrder += quantity
    const { article, warehouse } = slot
    return [{ article, warehouse, quantity, arrivesOn: addDays(today, chance.whole(2, 6)) }]
  })
}
