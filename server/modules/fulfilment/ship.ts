/**
 * server/modules/fulfilment/ship.ts — what is allocated leaves: many orders in one transaction, each order answered alone.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { virtualPlaces } from '../places/index.ts'
import { shipFromReservations } from '../stock/index.ts'
import { recordLeaving } from './packing/record-leaving.ts'
import type { Parcel, PlannedShipment, ShipmentInput } from './parcel.ts'
import { openShipments } from './plan-shipments.ts'
import { insertShipmentLines, insertShipments } from './store.ts'

/** One shipment for each warehouse that had something of the order. */
export type Shipped = Readonly<{
  quantity: number
  parcels: readonly Readonly<{ id: string; number: string; warehouseId: string; quantity: number }>[]
}>

/**
 * Ships all that is allocated, or the lines named. Refuses `nothing_to_ship`, `ship_beyond_allocated`, `order_cancelled`,
 * `batch_expired`, `batch_on_hold`, `kit_incomplete`, `history_not_allowed`, `serials_needed`, `ambiguous`, `not_found`.
 */
export async function ship(tx: Tx, asks: readonly Asked<ShipmentInput>[]): Promise<(Shipped | Refusal)[]> {
  const planned = await openShipments(tx, asks)
  const good = planned.filter((one): one is PlannedShipment => !(one instanceof Refusal))
  const parcels = good.flatMap((shipment) => parcelsOf(shipment))
  const numbers = await nextNumbers(tx, 'SH', parcels.length)
  const rows = parcels.map((parcel, index) => ({ ...parcel, number: numbers[index] ?? '' }))
  const customer = { id: (await virtualPlaces(tx)).customer, kind: 'customer' } as const
  const lines = rows.flatMap(({ id, lines: taken, shippedAt }) =>
    taken.map((line) => ({ ...line, shipmentId: id, shippedAt })),
  )
  await insertShipments(tx, rows)
  await insertShipmentLines(tx, lines)
  await recordLeaving(tx, rows)
  await shipFromReservations(
    tx,
    lines.map((line) => ({
      where: line.where,
      demandId: line.orderLineId,
      productId: line.productId,
      batchId: line.batchId,
      batchCode: line.batchCode,
      from: line.place,
      quantity: line.quantity,
      documentId: line.shipmentId,
      documentLineId: line.orderLineId,
      occurredAt: line.shippedAt,
      ...(line.serialIds.length > 0 ? { serialIds: line.serialIds } : {}),
    })),
    customer,
  )
  auditMany(
    tx,
    rows.map(({ id, number, orderId, origin, ask: { half } }) => ({
      action: 'shipment.ship',
      subjectKind: 'shipment',
      subjectId: id,
      origin,
      after: { number, orderId, ...(half.length > 0 ? { partKits: half } : {}) },
    })),
  )
  const byAsk = groupBy(rows, ({ ask }) => ask)
  return planned.map((one) => (one instanceof Refusal ? one : shipped(byAsk.get(one) ?? [])))
}

function shipped(parcels: readonly (Parcel & { number: string })[]): Shipped {
  const told = parcels.map(({ id, number, warehouseId, lines }) => ({ id, number, warehouseId, quantity: sum(lines) }))
  return { quantity: sum(told), parcels: told }
}

const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0)

/** What lies in different warehouses leaves in different parcels, and each knows its own batches. */
function parcelsOf(ask: PlannedShipment): (Parcel & { ask: PlannedShipment })[] {
  const byWarehouse = [...groupBy(ask.lines, ({ warehouseId }) => warehouseId)]
  return byWarehouse.map(([warehouseId, lines], index) => ({
    ask,
    id: index === 0 ? (ask.id ?? newId()) : newId(),
    origin: ask.origin,
    orderId: ask.orderId,
    warehouseId,
    carrier: ask.carrier,
    trackingNumber: ask.trackingNumber,
    shippedAt: ask.shippedAt,
    lines,
  }))
}
