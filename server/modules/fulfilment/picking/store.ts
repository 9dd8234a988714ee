/**
 * server/modules/fulfilment/picking/store.ts — the SQL of waves and of what was picked.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type WaveRow = {
  id: string
  number: string
  warehouseId: string
  warehouseCode: string
  madeBy: string
  madeAt: Instant
  closedBy: string | null
  closedAt: Instant | null
}
export type WaveOrder = {
  waveId: string
  orderId: string
  number: string
  customerName: string | null
  channel: string
  deliverOn: CalendarDate | null
}
export type WaveFilter = Readonly<{
  ref: string | null
  id: string | null
  warehouseId: string | null
  state: 'open' | 'closed' | null
  before: string | null
  limit: number
}>

export const waveList = (db: Db, f: WaveFilter) => db<WaveRow[]>`
  select v.id, v.number, v.warehouse_id, w.code as warehouse_code, v.made_by, v.made_at, v.closed_by, v.closed_at
  from fulfilment.pick_wave v join places.warehouse w on w.account_id = v.account_id and w.id = v.warehouse_id
  where v.account_id = ${db.act.accountId}
    ${f.ref === null ? db`` : db`and v.number = ${f.ref}`}
    ${f.id === null ? db`` : db`and v.id = ${f.id}`}
    ${f.warehouseId === null ? db`` : db`and v.warehouse_id = ${f.warehouseId}`}
    ${f.state === null ? db`` : f.state === 'open' ? db`and v.closed_at is null` : db`and v.closed_at is not null`}
    ${f.before === null ? db`` : db`and v.id < ${f.before}`}
  order by v.id desc limit ${f.limit}`

export const waveOrders = (db: Db, waveIds: readonly string[]) => db<WaveOrder[]>`
  select v.wave_id, o.id as order_id, o.number, c.name as customer_name, o.channel, o.deliver_on
  from fulfilment.pick_wave_order v
  join orders.sales_order o on o.account_id = v.account_id and o.id = v.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  where v.account_id = ${db.act.accountId} and v.wave_id = any(${waveIds as string[]}::uuid[])
  order by v.wave_id, o.deliver_on nulls last, o.number`

/** In which open wave of the warehouse these orders are. */
export const openWavesOf = (db: Db, orderIds: readonly string[], warehouseId: string) => db<
  { orderId: string; wave: string }[]
>`
  select v.order_id, w.number as wave from fulfilment.pick_wave_order v
  join fulfilment.pick_wave w on w.account_id = v.account_id and w.id = v.wave_id
  where v.account_id = ${db.act.accountId} and v.warehouse_id = ${warehouseId} and v.closed_at is null
    and v.order_id = any(${orderIds as string[]}::uuid[])`

export const insertWave = (tx: Tx, w: Pick<WaveRow, 'id' | 'number' | 'warehouseId'>) => tx`
  insert into fulfilment.pick_wave (account_id, id, number, warehouse_id, made_by, made_at)
  values (${tx.act.accountId}, ${w.id}, ${w.number}, ${w.warehouseId}, ${tx.act.actorName}, ${tx.act.at})`

export const insertWaveOrders = (
  tx: Tx,
  { id, warehouseId }: Pick<WaveRow, 'id' | 'warehouseId'>,
  orderIds: readonly string[],
) => tx`
  insert into fulfilment.pick_wave_order (account_id, wave_id, order_id, warehouse_id)
  select ${tx.act.accountId}, ${id}, o.id, ${warehouseId} from unnest(${orderIds as string[]}::uuid[]) as o(id)`

/** Those who pick hold it together, who closes it alone. Taken after the products. */
export const shareWave = (tx: Tx, id: string) => tx`
  select 1 from fulfilment.pick_wave where account_id = ${tx.act.accountId} and id = ${id} for share`
export const lockWave = (tx: Tx, id: string) => tx`
  select 1 from fulfilment.pick_wave where account_id = ${tx.act.accountId} and id = ${id} for no key update`

export async function markClosed(tx: Tx, id: string): Promise<void> {
  await tx`
    update fulfilment.pick_wave set closed_by = ${tx.act.actorName}, closed_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${id}`
  await tx`update fulfilment.pick_wave_order set closed_at = ${tx.act.at} where account_id = ${tx.act.accountId} and wave_id = ${id}`
}

export type NewPicked = Readonly<{
  waveId: string | null
  orderLineId: string
  productId: string
  batchId: string
  placeId: string
  kind: 'pick' | 'put_back' | 'ship' | 'unship'
  quantity: number
  scan: string | null
  /** With which it left, or did not leave after all. */
  shipmentId?: string
}>

export const insertPicked = (tx: Tx, rows: readonly NewPicked[]) => tx`
  insert into fulfilment.picked (account_id, id, wave_id, order_line_id, product_id, batch_id, place_id, kind, quantity, scan, shipment_id, picked_by, picked_at)
  select ${tx.act.accountId}, k.id, k.wave, k.line, k.product, k.batch, k.place, k.kind, k.quantity, k.scan, k.shipment, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((k) => k.waveId)}::uuid[], ${rows.map((k) => k.orderLineId)}::uuid[],
    ${rows.map((k) => k.productId)}::uuid[], ${rows.map((k) => k.batchId)}::uuid[], ${rows.map((k) => k.placeId)}::uuid[],
    ${rows.map((k) => k.kind)}::text[], ${rows.map((k) => k.quantity)}::bigint[], ${rows.map((k) => k.scan)}::text[],
    ${rows.map((k) => k.shipmentId ?? null)}::uuid[]) as k(id, wave, line, product, batch, place, kind, quantity, scan, shipment)`

/** Of rows `k` of `fulfilment.picked`: the units that lie picked by them. */
export const unitsPicked = (db: Db) =>
  db`sum(case when k.kind in ('pick', 'unship') then k.quantity else -k.quantity end)`

export type NamedBatch = {
  id: string
  code: string
  productId: string
  expiresOn: CalendarDate | null
  supplierName: string | null
}

/** Batches of these products that are called so, or were, by id or by code; of merged ones the one that is meant now. */
export const batchesNamed = (db: Db, productIds: readonly string[], name: { id: string | null; code: string }) => db<
  NamedBatch[]
>`
  select b.id, b.code, b.product_id, b.expires_on, s.name as supplier_name from batches.batch b
  left join catalog.supplier s on s.account_id = b.account_id and s.id = b.supplier_id
  where b.account_id = ${db.act.accountId} and b.product_id = any(${productIds as string[]}::uuid[])
    and b.id in (${
      name.id === null
        ? db`select batch_id from batches.known_as where account_id = ${db.act.accountId} and code = ${name.code}`
        : db`select coalesce(merged_into, id) from batches.batch where account_id = ${db.act.accountId} and id = ${name.id}`
    })`

export type Lying = { placeId: string; placeCode: string }

/** The bins of the warehouse in which some of the batch lies. */
export const binsOf = (db: Db, batchId: string, warehouseId: string) => db<Lying[]>`
  select p.id as place_id, p.code as place_code
  from stock.balance s join places.place p on p.account_id = s.account_id and p.id = s.place_id
  where s.account_id = ${db.act.accountId} and s.batch_id = ${batchId} and p.warehouse_id = ${warehouseId} and s.on_hand > 0
  order by p.code`
