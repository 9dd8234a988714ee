/**
 * domain/transfer-proposals.ts — what of one product should go from a warehouse to another: because somebody waits there, or
 * because it sells there before its last day and not here. A proposal moves nothing; a person makes a request of it.
 */
import type { CalendarDate } from './calendar-date.ts'
import { daysLeft, isExpired } from './shelf-life.ts'

export type FreeBatch = Readonly<{ batchId: string; expiresOn: CalendarDate | null; quantity: number }>
/** What of the product is to be had, asked and sold at one warehouse. Base units. */
export type WarehouseNow = Readonly<{
  warehouseId: string
  today: CalendarDate // in its zone
  free: readonly FreeBatch[] // not held, not promised
  waiting: number // asked from this warehouse, and not promised
  coming: number // already asked for by transfers to it, and not arrived
  soldPerDay: number
}>
export type Proposal = Readonly<{
  from: string
  to: string
  quantity: number
}> &
  (
    | Readonly<{ why: 'waiting'; batchId: null; waiting: number }>
    | Readonly<{ why: 'expires'; batchId: string; expiresOn: CalendarDate; daysLeft: number; unsold: number }>
  )

type Stand = { now: WarehouseNow; stock: { batch: FreeBatch; left: number }[]; coming: number }

/**
 * Those who wait come first, from where most lies; what is then left and would not be sold before its last day goes where it
 * would be. Law: no more than what is free goes from a warehouse, no more than waits goes to those who wait, and nothing that
 * has expired goes at all.
 */
export function proposeTransfers(warehouses: readonly WarehouseNow[]): Proposal[] {
  const stands = warehouses.map(
    (now): Stand => ({
      now,
      stock: now.free
        .filter(({ expiresOn }) => !isExpired(expiresOn, now.today))
        .toSorted((a, b) => ((a.expiresOn ?? '9999') < (b.expiresOn ?? '9999') ? -1 : 1))
        .map((batch) => ({ batch, left: batch.quantity })),
      coming: now.coming,
    }),
  )
  return [...stands.flatMap((to) => forWaiting(to, stands)), ...stands.flatMap((from) => forFreshness(from, stands))]
}

const freeAt = ({ stock }: Stand) => stock.reduce((sum, { left }) => sum + left, 0)

function forWaiting(to: Stand, stands: readonly Stand[]): Proposal[] {
  let wanted = to.now.waiting - to.coming
  const others = stands.filter((one) => one !== to).toSorted((a, b) => freeAt(b) - freeAt(a))
  return others.flatMap((from): Proposal[] => {
    const quantity = Math.min(Math.max(0, wanted), freeAt(from))
    if (quantity === 0) return []
    wanted -= quantity
    takeFirst(from, quantity)
    to.coming += quantity
    const { waiting } = to.now
    return [{ from: from.now.warehouseId, to: to.now.warehouseId, quantity, why: 'waiting', batchId: null, waiting }]
  })
}

/** As the rotation would: what expires first. */
function takeFirst({ stock }: Stand, quantity: number): void {
  let wanted = quantity
  for (const row of stock) {
    const some = Math.min(row.left, wanted)
    row.left -= some
    wanted -= some
  }
}

function forFreshness(from: Stand, stands: readonly Stand[]): Proposal[] {
  let soldBefore = 0
  return from.stock.flatMap((row) => {
    const { batch, left } = row
    if (batch.expiresOn === null || left === 0) return []
    const sells = Math.max(0, soldBy(from, batch.expiresOn) - soldBefore)
    const unsold = Math.max(0, left - sells)
    soldBefore += left - unsold
    let over = unsold
    return stands.flatMap((to): Proposal[] => {
      const quantity = to === from ? 0 : Math.min(over, room(to, batch.expiresOn ?? ''))
      if (quantity === 0) return []
      over -= quantity
      row.left -= quantity
      to.coming += quantity
      return [expiring({ from, to, quantity, batch, unsold })]
    })
  })
}

type Expiring = Readonly<{ from: Stand; to: Stand; quantity: number; batch: FreeBatch; unsold: number }>

function expiring({ from, to, quantity, batch, unsold }: Expiring): Proposal {
  const expiresOn = batch.expiresOn ?? ''
  return {
    from: from.now.warehouseId,
    to: to.now.warehouseId,
    quantity,
    why: 'expires',
    batchId: batch.batchId,
    expiresOn,
    daysLeft: daysLeft(expiresOn, from.now.today),
    unsold,
  }
}

/** On its last day a unit is still sold. */
const soldBy = ({ now }: Stand, day: CalendarDate) =>
  Math.floor(now.soldPerDay * Math.max(0, daysLeft(day, now.today) + 1))

/** What would be sold there by the day beyond what lies there or comes, and must go by then as well. */
function room(to: Stand, day: CalendarDate): number {
  const first = to.stock.filter(({ batch: { expiresOn } }) => expiresOn !== null && expiresOn <= day)
  const before = first.reduce((sum, { left }) => sum + left, 0)
  return Math.max(0, soldBy(to, day) - before - to.coming)
}
