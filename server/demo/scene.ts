/**
 * server/demo/scene.ts — a day of the demo, as those who make something happen on it see it.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Chance } from './chance.ts'
import type { Shop } from './furnish.ts'
import type { Slot } from './shelf.ts'

export type Scene = Readonly<{
  chance: Chance
  shop: Shop
  slots: readonly Slot[]
  day: CalendarDate
  daysToGo: number
  /** Lifted some days later, but not the last ones: an account has open holds. */
  holds: { id: string; liftOn: CalendarDate }[]
  /** Numbers of orders that were shipped, newest last. */
  shipped: readonly { number: string; customer: string; lines: readonly { product: string; quantity: number }[] }[]
}>
