/**
 * server/demo/demand.ts — a day's orders: people who buy one or two things, shops that buy by the case.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { addDays } from '#domain/calendar-date.ts'
import type { Chance } from './chance.ts'
import type { Shop } from './furnish.ts'
import { type Slot, warehouseShare } from './shelf.ts'

export type NewOrder = Readonly<{
  number: string
  customer: string
  channel: string
  warehouse?: string
  deliverOn?: CalendarDate
  orderedAt: string
  priority: number
  lines: readonly { product: string; quantity: number; unitPrice: number; currency: string }[]
}>

type Asking = Readonly<{
  chance: Chance
  shop: Shop
  slots: readonly Slot[]
  day: CalendarDate
  number: number
  at: string
}>

export function orderOf({ chance, shop, slots, day, number, at }: Asking): NewOrder {
  const wholesale = chance.happens(0.1)
  const warehouse = chance.weighted(Object.keys(warehouseShare), (code) => warehouseShare[code] ?? 0)
  const here = slots.filter((slot) => slot.warehouse === warehouse)
  const count = wholesale ? chance.whole(3, 8) : chance.weighted([1, 2, 3, 4], (lines) => 5 - lines)
  const wanted = new Map<Slot, number>()
  for (let line = 0; line < count; line++) {
    const slot = chance.weighted(here, ({ article }) => article.pull)
    const quantity = wholesale
      ? slot.article.casePack * chance.whole(1, 3)
      : chance.weighted([1, 2, 3], (units) => 4 - units)
    wanted.set(slot, quantity)
  }
  for (const [slot, quantity] of wanted) slot.onShelf -= quantity
  const priority = chance.happens(0.03) ? 10 : 0
  return {
    number: `${wholesale ? 'B2B' : 'WEB'}-${10_000 + number}`,
    customer: chance.pick(wholesale ? shop.shops : shop.people).code,
    channel: wholesale ? 'wholesale' : chance.pick(['web', 'web', 'marketplace']),
    ...(chance.happens(0.9) ? { warehouse } : {}),
    ...(chance.happens(0.5) ? { deliverOn: addDays(day, chance.whole(2, 5)) } : {}),
    orderedAt: at,
    priority,
    lines: [...wanted].map(([{ article }, quantity]) => ({
      product: article.sku,
      quantity,
      unitPrice: article.costMinor * (wholesale ? 2 : 3),
      currency: 'USD',
    })),
  }
}
