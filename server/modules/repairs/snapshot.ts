/**
 * server/modules/repairs/snapshot.ts — how a product stands at one moment: what lies where, what is promised to whom, what is held.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { activeHolds, covers } from '../quality/index.ts'

type Dated = { batchId: string; batchCode: string; expiresOn: CalendarDate | null }
type StockRow = Dated & {
  productId: string
  placeId: string
  placeCode: string
  warehouseCode: string
  timeZone: string
  onHand: number
  reserved: number
}
type Promises = { id: string; kind: 'order' | 'transfer'; number: string; quantity: number }
export type StockThere = StockRow & { expired: boolean; holds: { number: string; reason: string }[] }
export type Snapshot = Readonly<{ stock: StockThere[]; promises: Promises[]; dates: Dated[] }>

export async function snapshotOf(db: Db, productId: string): Promise<Snapshot> {
  const [stock, promises, dates, holds] = await Promise.all([
    stockOf(db, productId),
    promisesOf(db, productId),
    datesOf(db, productId),
    activeHolds(db, [productId]),
  ])
  return {
    promises,
    dates,
    stock: stock.map((row) => ({
      ...row,
      expired: isExpired(row.expiresOn, dayIn(row.timeZone, db.act.at)),
      holds: holds.filter((hold) => covers(hold, row)).map(({ number, reason }) => ({ number, reason })),
    })),
  }
}

const stockOf = (db: Db, productId: string) => db<StockRow[]>`
  select s.batch_id, b.code as batch_code, b.expires_on, s.product_id, s.place_id, p.code as place_code, w.code as warehouse_code, w.time_zone,
    s.on_hand, s.reserved
  from stock.balance s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  where s.account_id = ${db.act.accountId} and s.product_id = ${productId} order by b.code, w.code, p.code, s.place_id`

const promisesOf = (db: Db, productId: string) => db<Promises[]>`
  select d.document_id as id, d.kind, coalesce(o.number, t.number) as number, sum(r.quantity)::bigint as quantity
  from stock.reservation r
  join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
  left join orders.sales_order o on o.account_id = d.account_id and o.id = d.document_id
  left join transfers.transfer t on t.account_id = d.account_id and t.id = d.document_id
  where r.account_id = ${db.act.accountId} and r.product_id = ${productId}
  group by d.document_id, d.kind, o.number, t.number order by number, id`

const datesOf = (db: Db, productId: string) => db<Dated[]>`
  select id as batch_id, code as batch_code, expires_on from batches.batch
  where account_id = ${db.act.accountId} and product_id = ${productId} order by code, id`
