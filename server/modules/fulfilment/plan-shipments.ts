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
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows } from '../access/index.ts'
import { findSerials, type SerialRow } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { lockOrders, type OrderRow, ordersByRef } from '../orders/index.ts'
import { resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import { type ActiveHold, activeHolds, covers } from '../quality/index.ts'
import { type DemandRow, demandsOfDocuments } from '../stock/index.ts'
import type { ParcelLine, PlannedShipment, ShipmentInput } from './parcel.ts'
import { type AllocatedRow, allocatedTo } from './store.ts'

type Known = Readonly<{
  orders: Map<string, OrderRow>
  allocated: Map<string, AllocatedRow[]>
  demands: Map<string, DemandRow[]>
  warehouses: Map<string, WarehouseRow>
  holds: readonly ActiveHold[]
  serialOf: (productId: string, code: string) => SerialRow | undefined
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
  const [orders, demands, allocated, warehouses, holds] = await Promise.all([
    ordersByRef(tx, ids),
    demandsOfDocuments(tx, ids),
    allocatedTo(tx, ids),
    resolveWarehouses(tx),
    activeHolds(tx, productIds),
  ])
  const known: Known = {
    orders: new Map(orders.flatMap((row) => [[row.id, row] as const, [row.number, row] as const])),
    demands: groupBy(demands, ({ documentId }) => documentId),
    allocated: groupBy(allocated, ({ orderId }) => orderId),
    warehouses,
    holds,
    serialOf: await serialsNamed(tx, asks, allocated),
  }
  return asks.map((ask) => plan(tx, ask, known))
}

function serialsNamed(tx: Tx, asks: readonly Asked<ShipmentInput>[], allocated: readonly AllocatedRow[]) {
  const productOf = new Map(allocated.map(({ orderLineId, productId }) => [orderLineId, productId]))
  const named = asks.flatMap(({ body }) =>
    (body.lines ?? []).flatMap(({ orderLine, serials = [] }) =>
      serials.map((code) => ({ productId: productOf.get(orderLine) ?? '', code })),
    ),
  )
  return findSerials(
    tx,
    named.filter(({ productId }) => productId !== ''),
  )
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
  const lines = body.lines ? named(body.lines, here, known) : all(here)
  if (lines instanceof Refusal) return lines
  if (lines.length === 0) return nothingToShip(order, body.warehouse ?? null, known)
  for (const line of lines) {
    const obstacle = refuseUnfit(line, here, { known, days: daysOf(tx, line, { known, shippedAt }) })
    if (obstacle) return obstacle
  }
  return {
    id: body.id ?? null,
    origin,
    orderId: order.id,
    carrier: body.carrier ?? null,
    trackingNumber: body.trackingNumber ?? null,
    shippedAt,
    lines,
  }
}

function nothingToShip({ id, number }: OrderRow, warehouse: string | null, { demands }: Known): Refusal {
  const open = (demands.get(id) ?? []).filter(({ quantity, shipped }) => shipped < quantity)
  if (open.length === 0) return new Refusal('already_shipped', { number })
  return new Refusal('nothing_to_ship', { number, warehouse })
}

type Taken = Readonly<{ where: string; quantity: number; serialIds: readonly string[] }>

const parcelLine = (row: AllocatedRow, taken: Taken): ParcelLine => ({
  ...taken,
  orderLineId: row.orderLineId,
  productId: row.productId,
  batchId: row.batchId,
  batchCode: row.batchCode,
  place: { id: row.placeId, kind: row.placeKind },
  warehouseId: row.warehouseId,
})

function all(rows: readonly AllocatedRow[]): ParcelLine[] | Refusal {
  const serial = rows.find(({ tracking }) => tracking === 'serial')
  if (serial)
    return new Refusal('serials_needed', {
      where: `line ${serial.lineNo}`,
      sku: serial.sku,
      needed: serial.quantity,
      given: 0,
    })
  return rows.map((row) => parcelLine(row, { where: `line ${row.lineNo}`, quantity: row.quantity, serialIds: [] }))
}

function named(
  lines: NonNullable<ShipmentInput['lines']>,
  rows: readonly AllocatedRow[],
  known: Known,
): ParcelLine[] | Refusal {
  const planned: ParcelLine[] = []
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`
    const [row, ...others] = rows.filter(
      (one) => one.orderLineId === line.orderLine && isBatch(one, line.batch) && isPlace(one, line.place),
    )
    if (row && others.length > 0) return ambiguous(where, line.batch, [row, ...others])
    if (!row) return new Refusal('ship_beyond_allocated', { where, asked: line.quantity, allocated: 0 })
    const serials = line.serials ?? []
    const needed = row.tracking === 'serial' ? line.quantity : 0
    if (serials.length !== needed)
      return new Refusal('serials_needed', { where, sku: row.sku, needed, given: serials.length })
    const found = serials.map((code) => known.serialOf(row.productId, code))
    const strange = found.findIndex((one) => one?.batchId !== row.batchId)
    if (strange >= 0)
      return new Refusal('serial_elsewhere', { serial: serials[strange] ?? '', place: `not in batch ${row.batchCode}` })
    // Counted as they were asked: the lines of the order are others.
    const serialIds = found.flatMap((one) => one?.id ?? [])
    planned.push(parcelLine(row, { where, quantity: line.quantity, serialIds }))
  }
  return planned
}

/** The same batch in two places, or two batches of one code: only the picker knows from which it was taken. */
const ambiguous = (where: string, name: string, rows: readonly AllocatedRow[]) =>
  new Refusal('ambiguous', {
    where,
    name,
    candidates: rows.map(({ batchId, batchCode, expiresOn, warehouseCode, placeCode, quantity }) => ({
      id: batchId,
      says: `${quantity} of batch ${batchCode}${expiresOn ? `, last day ${expiresOn},` : ''} at ${warehouseCode} ${placeCode}`,
    })),
  })

const isBatch = ({ batchId, batchCode }: AllocatedRow, ref: string) => (isId(ref) ? batchId === ref : batchCode === ref)
const isPlace = ({ placeId, placeCode }: AllocatedRow, ref: string | undefined) =>
  ref === undefined || (isId(ref) ? placeId === ref : placeCode === ref)

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

/** A batch may have expired, or come under a hold by joining a lot, since it was allocated. */
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
  return hold ? new Refusal('batch_on_hold', { where, batch: batchCode, hold: hold.number, reason: hold.reason }) : null
}
