/**
 * server/demo/floor.ts — the last hour of the demo's warehouses: one wave is packed into parcels, one is half picked, one is just made.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { addDays } from '#domain/calendar-date.ts'
import type { Desk } from './desk.ts'
import type { Shop } from './furnish.ts'

type Task = Readonly<{ orderLineId: string; batchId: string; placeId: string; toPick: number }>
type Wave = Readonly<{ id: string; orders: readonly Readonly<{ orderId: string }>[]; tasks: readonly Task[] }>

export async function onTheFloor({ owner, receiving }: Shop): Promise<void> {
  await owner.patch('/v1/account', { gs1Prefix: '0614141' })
  const told = await owner.get<object>('/v1/notice-settings')
  await owner.put('/v1/notice-settings', { ...told, contact: 'care@firstout.example, +1 555 0100, 9 to 5 on weekdays' })
  const [left, packed, half] = [
    await wave(receiving, 'EWR', 2),
    await wave(receiving, 'EWR', 5),
    await wave(receiving, 'RNO', 6),
  ]
  await wave(receiving, 'VEN', 4)
  await pick(receiving, left, 1)
  await pick(receiving, packed, 1)
  await pick(receiving, half, 0.5)
  if (left) await receiving.attempt(`/v1/pick-waves/${left.id}/closing`, {})
  // The last one stays picked. An order of serials alone cannot be packed here, so that which one leaves is seen only then.
  const parcels: { order: string; id: string }[] = []
  for (const { orderId } of packed?.orders.slice(0, -1) ?? []) {
    const parcel = await pack(receiving, orderId)
    if (parcel) parcels.push({ order: orderId, id: parcel.id })
  }
  const [first, tooSoon] = parcels
  if (first) await receiving.attempt('/v1/shipments', { order: first.order, parcels: [first.id], carrier: 'UPS' })
  if (tooSoon) await shipTooSoon(receiving, tooSoon.order, tooSoon.id)
}

/** Written down as shipped, and still on the bench when the carrier is gone: it stands packed again. */
async function shipTooSoon(receiving: Desk, order: string, parcel: string): Promise<void> {
  const body = { order, parcels: [parcel], carrier: 'FedEx' }
  const sent = await receiving.attempt<{ items: readonly { id: string }[] }>('/v1/shipments', body)
  for (const { id } of sent?.items ?? [])
    await receiving.attempt(`/v1/shipments/${id}/cancellation`, { reason: 'the carrier did not take it along' })
}

const wave = (receiving: Desk, warehouse: string, ordersMax: number): Promise<Wave | null> =>
  receiving.attempt<Wave>('/v1/pick-waves', { warehouse, ordersMax })

/** `share` of the walk, from its begin. */
async function pick(receiving: Desk, of: Wave | null, share: number): Promise<void> {
  for (const { orderLineId, batchId, placeId, toPick } of of?.tasks.slice(0, Math.ceil(of.tasks.length * share)) ??
    []) {
    const goods = { orderLine: orderLineId, batch: batchId, place: placeId, quantity: toPick }
    await receiving.attempt(`/v1/pick-waves/${of?.id}/picks`, goods)
  }
}

/** Goods with serials stay picked: nobody reads them here. */
const pack = (receiving: Desk, order: string) =>
  receiving.attempt<{ id: string }>('/v1/parcels', { order, weightGrams: 1200 })

/** What is kept for the days before the holidays. */
export async function poolsOfChannels({ quality, articles }: Shop, lastDay: CalendarDate): Promise<void> {
  const [first, second] = articles
  const until = { validUntil: addDays(lastDay, 30), reason: 'The campaign of the season' }
  if (first)
    await quality.post('/v1/pools', {
      name: 'Season, own shop',
      product: first.sku,
      channel: 'web',
      quantity: 60,
      ...until,
    })
  if (second)
    await quality.post('/v1/pools', {
      name: 'Season, marketplace',
      product: second.sku,
      channel: 'marketplace',
      quantity: 25,
      ...until,
    })
}
