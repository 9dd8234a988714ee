/**
 * server/modules/fulfilment/packing/store.ts — the SQL of parcels.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import type { ParcelLine } from '../parcel.ts'
import { kitOfLine } from '../store.ts'

export type ParcelRow = {
  id: string
  number: string
  orderId: string
  orderNumber: string
  customerName: string | null
  shipTo: string | null
  warehouseId: string
  warehouseCode: string
  sscc: string | null
  weightGrams: number | null
  packedBy: string
  packedAt: Instant
  cancelledBy: string | null
  cancelledAt: Instant | null
  cancelReason: string | null
  shipmentId: string | null
  shipmentNumber: string | null
}
export type ParcelLineRow = {
  id: string
  parcelId: string
  orderLineId: string
  lineNo: number
  kitLineId: string | null
  kitSku: string | null
  productId: string
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string
  placeCode: string
  quantity: number
  serials: string[]
  serialIds: string[]
}
export type ParcelFilter = Readonly<{
  id: string | null
  /** A number or an SSCC. */
  ref: string | null
  orderId: string | null
  shipmentId: string | null
  state: 'packed' | 'shipped' | 'cancelled' | null
  before: string | null
  limit: number
}>

export const parcelList = (db: Db, f: ParcelFilter) => db<ParcelRow[]>`
  select p.id, p.number, p.order_id, o.number as order_number, c.name as customer_name, o.ship_to, p.warehouse_id, w.code as warehouse_code, p.sscc,
    p.weight_grams, p.packed_by, p.packed_at, p.cancelled_by, p.cancelled_at, p.cancel_reason, p.shipment_id, s.number as shipment_number
  from fulfilment.parcel p
  join orders.sales_order o on o.account_id = p.account_id and o.id = p.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  left join fulfilment.shipment s on s.account_id = p.account_id and s.id = p.shipment_id
  where p.account_id = ${db.act.accountId}
    ${f.id === null ? db`` : db`and p.id = ${f.id}`}
    ${f.ref === null ? db`` : db`and (p.number = ${f.ref} or p.sscc = ${f.ref})`}
    ${f.orderId === null ? db`` : db`and p.order_id = ${f.orderId}`}
    ${f.shipmentId === null ? db`` : db`and p.shipment_id = ${f.shipmentId}`}
    ${f.state === null ? db`` : stateOf(db, f.state)}
    ${f.before === null ? db`` : db`and p.id < ${f.before}`}
  order by p.id desc limit ${f.limit}`

function stateOf(db: Db, state: NonNullable<ParcelFilter['state']>) {
  if (state === 'shipped') return db`and p.shipment_id is not null`
  return state === 'cancelled' ? db`and p.cancelled_at is not null` : isHere(db)
}

/** Neither cancelled nor shipped. */
const isHere = (db: Db) => db`and p.cancelled_at is null and p.shipment_id is null`

export const parcelLines = (db: Db, parcelIds: readonly string[]) => db<ParcelLineRow[]>`
  select l.id, l.parcel_id, l.order_line_id, ol.line_no, ol.kit_line_id, kp.sku as kit_sku, l.product_id, p.sku, p.name as product_name, p.base_unit, l.batch_id, b.code as batch_code,
    b.expires_on, l.place_id, pl.code as place_code, l.quantity, coalesce(s.codes, '{}') as serials, coalesce(s.ids, '{}') as serial_ids
  from fulfilment.parcel_line l
  join orders.order_line ol on ol.account_id = l.account_id and ol.id = l.order_line_id
  ${kitOfLine(db)}
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  join places.place pl on pl.account_id = l.account_id and pl.id = l.place_id
  left join lateral (
    select array_agg(s.code order by s.code) as codes, array_agg(s.id order by s.code) as ids
    from fulfilment.parcel_serial ps join batches.serial s on s.account_id = ps.account_id and s.id = ps.serial_id
    where ps.account_id = l.account_id and ps.parcel_line_id = l.id) s on true
  where l.account_id = ${db.act.accountId} and l.parcel_id = any(${parcelIds as string[]}::uuid[])
  order by l.parcel_id, ol.line_no, ol.part_no, b.expires_on nulls last, b.code, pl.code`

export type PackedLine = ParcelLineRow & {
  orderId: string
  parcelNumber: string
  sscc: string | null
  warehouseId: string
}

/** What lies in parcels of these orders that are still here. */
export async function packedLines(db: Db, orderIds: readonly string[]): Promise<PackedLine[]> {
  const parcels = await db<
    { id: string; orderId: string; parcelNumber: string; sscc: string | null; warehouseId: string }[]
  >`
    select p.id, p.order_id, p.number as parcel_number, p.sscc, p.warehouse_id from fulfilment.parcel p
    where p.account_id = ${db.act.accountId} and p.order_id = any(${orderIds as string[]}::uuid[]) ${isHere(db)}`
  const parcelOf = new Map(parcels.map(({ id, ...parcel }) => [id, parcel]))
  const lines = parcels.length > 0 ? await parcelLines(db, [...parcelOf.keys()]) : []
  return lines.flatMap((line) => {
    const parcel = parcelOf.get(line.parcelId)
    return parcel ? [{ ...line, ...parcel }] : []
  })
}

/** In which parcel that is still here a serial lies. */
export const serialsPacked = (db: Db, serialIds: readonly string[]) => db<{ code: string; parcel: string }[]>`
  select s.code, p.number as parcel
  from fulfilment.parcel_serial ps
  join fulfilment.parcel_line l on l.account_id = ps.account_id and l.id = ps.parcel_line_id
  join fulfilment.parcel p on p.account_id = l.account_id and p.id = l.parcel_id
  join batches.serial s on s.account_id = ps.account_id and s.id = ps.serial_id
  where ps.account_id = ${db.act.accountId} and ps.serial_id = any(${serialIds as string[]}::uuid[]) ${isHere(db)} limit 1`

export type NewParcelRow = Pick<ParcelRow, 'id' | 'number' | 'orderId' | 'warehouseId' | 'sscc' | 'weightGrams'>

export const insertParcel = (tx: Tx, p: NewParcelRow) => tx`
  insert into fulfilment.parcel (account_id, id, number, order_id, warehouse_id, sscc, weight_grams, packed_by, packed_at)
  values (${tx.act.accountId}, ${p.id}, ${p.number}, ${p.orderId}, ${p.warehouseId}, ${p.sscc}, ${p.weightGrams}, ${tx.act.actorName}, ${tx.act.at})`

export async function insertParcelLines(tx: Tx, parcelId: string, lines: readonly ParcelLine[]): Promise<void> {
  const rows = lines.map((line) => ({ ...line, id: newId() }))
  await tx`
    insert into fulfilment.parcel_line (account_id, id, parcel_id, order_line_id, product_id, batch_id, place_id, quantity)
    select ${tx.act.accountId}, l.id, ${parcelId}, l.line, l.product, l.batch, l.place, l.quantity
    from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.orderLineId)}::uuid[], ${rows.map((l) => l.productId)}::uuid[],
      ${rows.map((l) => l.batchId)}::uuid[], ${rows.map((l) => l.place.id)}::uuid[], ${rows.map((l) => l.quantity)}::bigint[])
      as l(id, line, product, batch, place, quantity)`
  const serials = rows.flatMap(({ id, serialIds }) => serialIds.map((serialId) => ({ id, serialId })))
  if (serials.length === 0) return
  await tx`
    insert into fulfilment.parcel_serial (account_id, parcel_line_id, serial_id)
    select ${tx.act.accountId}, s.line, s.serial
    from unnest(${serials.map(({ id }) => id)}::uuid[], ${serials.map(({ serialId }) => serialId)}::uuid[]) as s(line, serial)`
}

/** Answers with the row where it was still here. */
export const markParcelCancelled = (tx: Tx, id: string, reason: string) => tx<{ id: string }[]>`
  update fulfilment.parcel p set cancelled_by = ${tx.act.actorName}, cancelled_at = ${tx.act.at}, cancel_reason = ${reason}
  where p.account_id = ${tx.act.accountId} and p.id = ${id} ${isHere(tx)} returning p.id`

export const markParcelsShipped = (tx: Tx, rows: readonly { parcelId: string; shipmentId: string }[]) => tx<
  { id: string }[]
>`
  update fulfilment.parcel p set shipment_id = s.shipment
  from unnest(${rows.map((r) => r.parcelId)}::uuid[], ${rows.map((r) => r.shipmentId)}::uuid[]) as s(parcel, shipment)
  where p.account_id = ${tx.act.accountId} and p.id = s.parcel ${isHere(tx)} returning p.id`

export const parcelsOfShipment = (db: Db, shipmentId: string) =>
  parcelList(db, { id: null, ref: null, orderId: null, shipmentId, state: null, before: null, limit: parcelsMax })
/** More than ever leave together. */
const parcelsMax = 10_000

/** They did not leave after all: each is here, packed as it was. */
export const takeParcelsBack = (tx: Tx, ids: readonly string[]) => tx`
  update fulfilment.parcel set shipment_id = null where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[])`
