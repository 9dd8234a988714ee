/**
 * server/modules/fulfilment/plan-shipments.ts — from "ship this order" to the batches, places and serials that leave,
 * judged under the lock: nothing expired, nothing on hold.
 */
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows } from '../access/index.ts'
import { forbiddenPromises, promiseKey } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { kitsOfOrders, lockOrders, type OrderRow, ordersByRef, type SoldKit } from '../orders/index.ts'
import { resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import { type ActiveHold, activeHolds, covers } from '../quality/index.ts'
import { type DemandRow, demandsOfDocuments } from '../stock/index.ts'
import { allLines, type NamedLine, namedLines, type SerialOf, serialsNamed, withMeant } from './name-lines.ts'
import { linesOfParcels, refusePacked } from './packing/packed-goods.ts'
import { type PackedLine, packedLines } from './packing/store.ts'
import type { ParcelLine, PlannedShipment, ShipmentInput } from './parcel.ts'
import { type AllocatedRow, allocatedTo } from './store.ts'
import { halfKits, unitsByLine } from './whole-kits.ts'

type Known = Readonly<{
  orders: Map<string, OrderRow>
  allocated: Map<string, AllocatedRow[]>
  demands: Map<string, DemandRow[]>
  warehouses: Map<string, WarehouseRow>
  holds: readonly ActiveHold[]
  packed: Map<string, PackedLine[]>
  forbidden: ReadonlyMap<string, string> // by promise, the sentence why
  serialOf: SerialOf
  kits: Map<string, SoldKit[]>
  /** By order line, what has left before and leaves with the asks judged so far. */
  gone: Map<string, number>
}>

/** Takes the locks of the products, then of the orders, and reads what is allocated under them. */
export async function openShipments(
  tx: Tx,
  asks: readonly Asked<ShipmentInput>[],
): Promise<(PlannedShipment | Refusal)[]> {
  const seen = await ordersByRef(
    tx,
    asks.map(({ body }) => body.order),
  )
  const ids = seen.map(({ id }) => id)
  const productIds = [...new Set((await demandsOfDocuments(tx, ids)).map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  await lockOrders(tx, ids)
  const [orders, demands, allocated, warehouses, holds, packed, kits] = await Promise.all([
    ordersByRef(tx, ids),
    demandsOfDocuments(tx, ids),
    allocatedTo(tx, ids),
    resolveWarehouses(tx),
    activeHolds(tx, productIds),
    packedLines(tx, ids),
    kitsOfOrders(tx, ids),
  ])
  const forbidden = await forbiddenPromises(
    tx,
    allocated.map(({ orderLineId, ...row }) => ({ ...row, demandId: orderLineId })),
  )
  const known: Known = {
    orders: new Map(orders.flatMap((row) => [[row.id, row] as const, [row.number, row] as const])),
    demands: groupBy(demands, ({ documentId }) => documentId),
    allocated: groupBy(allocated, ({ orderId }) => orderId),
    warehouses,
    holds,
    packed: groupBy(packed, ({ orderId }) => orderId),
    forbidden,
    serialOf: await serialsNamed(
      tx,
      asks.flatMap(({ body }) => body.lines ?? []),
      allocated,
    ),
    kits: groupBy(kits, ({ orderId }) => orderId),
    gone: new Map(demands.map(({ id, shipped }) => [id, shipped])),
  }
  const named = asks.map(async (ask) =>
    ask.body.lines ? { ...ask, body: { ...ask.body, lines: await withMeant(tx, ask.body.lines, allocated) } } : ask,
  )
  return (await Promise.all(named)).map((ask) => plan(tx, ask, known))
}

function plan(tx: Tx, { body, origin }: Asked<ShipmentInput>, known: Known): PlannedShipment | Refusal {
  const order = known.orders.get(body.order)
  if (!order) return new Refusal('not_found', { kind: 'order', id: body.order })
  if (order.cancelledAt) return new Refusal('order_cancelled', { number: order.number })
  const warehouse = body.warehouse === undefined ? null : known.warehouses.get(body.warehouse)
  if (warehouse === undefined) return new Refusal('not_found', { kind: 'warehouse', id: body.warehouse ?? '' })
  const here = (known.allocated.get(order.id) ?? []).filter(
    ({ warehouseId }) => warehouse === null || warehouseId === warehouse.id,
  )
  const shippedAt = body.shippedAt ?? tx.act.at
  const packed = (known.packed.get(order.id) ?? []).filter(
    (one) => warehouse === null || one.warehouseId === warehouse.id,
  )
  const chosen = chosenLines(body, { order, here, packed, known })
  if (chosen instanceof Refusal) return chosen
  const { lines } = chosen
  if (lines.length === 0) return nothingToShip(order, body.warehouse ?? null, known)
  for (const line of lines) {
    const obstacle = refuseUnfit(line, here, { known, days: daysOf(tx, line, { known, shippedAt }) })
    if (obstacle) return obstacle
  }
  const partKits = body.partKits ?? false
  const half = halfKits({ kits: known.kits.get(order.id) ?? [], lines, before: known.gone, partKits })
  if (half instanceof Refusal) return half
  for (const [lineId, units] of unitsByLine(lines, known.gone)) known.gone.set(lineId, units)
  return {
    id: body.id ?? null,
    origin,
    orderId: order.id,
    carrier: body.carrier ?? null,
    trackingNumber: body.trackingNumber ?? null,
    shippedAt,
    lines,
    packed: chosen.packed,
    half,
  }
}

type Choosing = Readonly<{
  order: OrderRow
  here: readonly AllocatedRow[]
  packed: readonly PackedLine[]
  known: Known
}>

/** Parcels as they were packed; else what is allocated and in no parcel. */
function chosenLines(body: ShipmentInput, { order, here, packed, known }: Choosing) {
  if (body.parcels) {
    const both = { at: 'parcels', message: 'and lines cannot both be named: a parcel leaves as it was packed' }
    if (body.lines) return new Refusal('invalid_input', { problems: [both] })
    return linesOfParcels(body.parcels, { here, packed, holds: known.holds })
  }
  const missing = ({ quantity }: NamedLine, where: string) =>
    new Refusal('ship_beyond_allocated', { where, asked: quantity, allocated: 0 })
  const lines = body.lines ? namedLines(body.lines, here, { serialOf: known.serialOf, missing }) : allLines(here)
  if (lines instanceof Refusal) return lines
  return refusePacked(order.number, lines, { here, packed }) ?? { lines, packed: [] }
}

function nothingToShip({ id, number }: OrderRow, warehouse: string | null, { demands }: Known): Refusal {
  const open = (demands.get(id) ?? []).filter(({ quantity, shipped }) => shipped < quantity)
  if (open.length === 0) return new Refusal('already_shipped', { number })
  return new Refusal('nothing_to_ship', { number, warehouse })
}

type Days = Readonly<{ shippedOn: CalendarDate; today: CalendarDate; role: string }>

/** In the zone of the warehouse where it lies. */
function daysOf(tx: Tx, { warehouseId }: ParcelLine, { known, shippedAt }: { known: Known; shippedAt: Instant }): Days {
  const timeZone = known.warehouses.get(warehouseId)?.timeZone ?? 'UTC'
  return { shippedOn: dayIn(timeZone, shippedAt), today: dayIn(timeZone, tx.act.at), role: tx.act.role }
}

/**
 * Who may record history says on which day it left, and it is judged by that day; everybody else writes down what left
 * today or yesterday, and today it must be good: an earlier day would be a way around the last one.
 */
function judgedOn({ shippedOn, today, role }: Days): CalendarDate | Refusal {
  if (allows(role, 'record history')) return shippedOn
  return shippedOn < addDays(today, -1) ? new Refusal('history_not_allowed', { on: shippedOn, role }) : today
}

/**
 * A batch may have expired, come under a hold by joining a lot, or under a rule that begins just now, since it was allocated.
 * What was shipped on a past day was judged on that day.
 */
function refuseUnfit(
  line: ParcelLine,
  rows: readonly AllocatedRow[],
  { known, days }: { known: Known; days: Days },
): Refusal | null {
  const { where, batchCode, batchId } = line
  const expiresOn = rows.find((row) => row.batchId === batchId)?.expiresOn ?? null
  const day = judgedOn(days)
  if (day instanceof Refusal) return day
  if (expiresOn !== null && isExpired(expiresOn, day))
    return new Refusal('batch_expired', { where, batch: batchCode, expiresOn })
  const hold = known.holds.find((one) => covers(one, { ...line, placeId: line.place.id }))
  if (hold) return new Refusal('batch_on_hold', { where, batch: batchCode, hold: hold.number, reason: hold.reason })
  const says = day === days.today ? known.forbidden.get(promiseKey(promiseOf(line))) : undefined
  return says === undefined ? null : new Refusal('ship_not_allowed', { where, batch: batchCode, says })
}

const promiseOf = ({ orderLineId, batchId, place }: ParcelLine) => ({
  demandId: orderLineId,
  batchId,
  placeId: place.id,
})
