/**
 * server/modules/fulfilment/picking/make-wave.ts — orders are put together for one walk through a warehouse.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../../access/index.ts'
import { lockOrders, type OrderRow, ordersByRef } from '../../orders/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { pickQueue } from '../pick-queue.ts'
import { standingsOf } from './standings.ts'
import { insertWave, insertWaveOrders, lockWave, markClosed, openWavesOf } from './store.ts'
import { rowsOfWave, waveByRef } from './wave-detail.ts'

export type NewWave = Readonly<{
  id?: string
  warehouse: string
  /** These; else those due first that are in no open wave there. */
  orders?: readonly string[]
  dueUntil?: CalendarDate
  channel?: string
  ordersMax?: number
}>

const ordersMaxUsual = 20
/** How many of those that are due are looked at. */
const queueMax = 2000

/** Refuses `order_in_wave`, `nothing_to_pick`, `order_cancelled`, `not_found`. */
export async function makeWave(tx: Tx, ask: NewWave): Promise<string> {
  const warehouse = (await resolveWarehouses(tx)).get(ask.warehouse)
  if (!warehouse) throw new Refusal('not_found', { kind: 'warehouse', id: ask.warehouse })
  const orders = ask.orders ? await named(tx, ask.orders) : null
  const orderIds = orders?.map(({ id }) => id) ?? (await dueFirst(tx, ask, warehouse.id))
  await lockOrders(tx, orderIds)
  const [taken] = await openWavesOf(tx, orderIds, warehouse.id)
  if (taken) {
    const [order] = await ordersByRef(tx, [taken.orderId])
    throw new Refusal('order_in_wave', { number: order?.number ?? '', wave: taken.wave })
  }
  await refuseEmpty(tx, { orders, orderIds, warehouse })
  const wave = { id: ask.id ?? newId(), number: await nextNumber(tx, 'PW'), warehouseId: warehouse.id }
  await insertWave(tx, wave)
  await insertWaveOrders(tx, wave, orderIds)
  audit(tx, {
    action: 'pick_wave.make',
    subjectKind: 'pick_wave',
    subjectId: wave.id,
    after: { number: wave.number, warehouse: warehouse.code, orders: orderIds.length },
  })
  return wave.id
}

async function named(tx: Tx, refs: readonly string[]): Promise<OrderRow[]> {
  const found = await ordersByRef(tx, refs)
  const missing = refs.find((ref) => !found.some(({ id, number }) => id === ref || number === ref))
  if (missing !== undefined) throw new Refusal('not_found', { kind: 'order', id: missing })
  const cancelled = found.find(({ cancelledAt }) => cancelledAt !== null)
  if (cancelled) throw new Refusal('order_cancelled', { number: cancelled.number })
  return found
}

async function dueFirst(
  tx: Tx,
  { dueUntil, channel, ordersMax = ordersMaxUsual }: NewWave,
  warehouseId: string,
): Promise<string[]> {
  const queue = await pickQueue(tx, { warehouseId, state: null, text: null, after: null, limit: queueMax })
  const due = queue.filter(
    (one) => (dueUntil === undefined || one.dueOn <= dueUntil) && (channel === undefined || one.channel === channel),
  )
  const ids = due.map(({ orderId }) => orderId)
  const taken = new Set((await openWavesOf(tx, ids, warehouseId)).map(({ orderId }) => orderId))
  return ids.filter((id) => !taken.has(id)).slice(0, ordersMax)
}

type Chosen = Readonly<{
  orders: readonly OrderRow[] | null
  orderIds: readonly string[]
  warehouse: { id: string; code: string }
}>

/** Each order that was named must have something there: one that waits for stock would be forgotten in a wave. */
async function refuseEmpty(tx: Tx, { orders, orderIds, warehouse }: Chosen): Promise<void> {
  if (orderIds.length === 0) throw new Refusal('nothing_to_pick', { warehouse: warehouse.code })
  const rows = await standingsOf(tx, { orderIds, warehouseId: warehouse.id })
  const idle = orders?.find(({ id }) => !rows.some(({ orderId }) => orderId === id))
  if (idle) throw new Refusal('nothing_to_ship', { number: idle.number, warehouse: warehouse.code })
}

/** Its orders can then be put into another. Refuses `wave_has_stopped`, `wave_closed`. */
export async function closeWave(tx: Tx, id: string): Promise<void> {
  await lockWave(tx, id)
  const wave = await waveByRef(tx, id)
  if (wave.closedAt !== null) throw new Refusal('wave_closed', { number: wave.number })
  const stopped = (await rowsOfWave(tx, wave)).reduce((units, row) => units + row.stopped, 0)
  if (stopped > 0) throw new Refusal('wave_has_stopped', { number: wave.number, units: stopped })
  await markClosed(tx, id)
  audit(tx, {
    action: 'pick_wave.close',
    subjectKind: 'pick_wave',
    subjectId: id,
    before: { number: wave.number },
  })
}
