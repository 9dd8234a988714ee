/**
 * server/modules/reports/search-details.ts — what is told of things that were found: what they are called, and a line that tells them from others.
 */
import type { Db, SqlPart } from '#platform/db.ts'
import type { FoundKind, Hit } from './search-sources.ts'

type Told = { id: string; written: string; title: string; detail: string }

/** A statement a kind, and only of kinds that were found. */
export async function detailsOf(db: Db, kind: FoundKind, hits: readonly Hit[]): Promise<Told[]> {
  const [ids, written] = [hits.map((hit) => hit.id), hits.map((hit) => hit.written)]
  return db<Told[]>`
    with asked as (select distinct * from unnest(${ids}::uuid[], ${written}::text[]) as a(id, written))
    select asked.id, asked.written, ${tell[kind](db)}`
}

/** Title, detail and whence, of rows that are `asked` for. Where a thing has several codes, it is called as it was found. */
type Tell = (db: Db) => SqlPart

const called = (db: Db, alias: string) =>
  db`on ${db(alias)}.account_id = ${db.act.accountId} and ${db(alias)}.id = asked.id`

const ofBatch = (db: Db) => db`
  join batches.batch b ${called(db, 'b')} join catalog.product p on p.account_id = b.account_id and p.id = b.product_id`

const things = {
  product: (db) => db`p.sku as title, p.name || coalesce(' · ' || k.name || ' of ' || k.quantity, '') as detail
    from asked join catalog.product p ${called(db, 'p')}
    left join catalog.pack k on k.account_id = p.account_id and k.product_id = p.id and k.gtin = asked.written`,
  batch: (db) => db`
    case when f.batch_id is null then b.code else asked.written end as title,
    coalesce('is now ' || case when f.batch_id is null then now.code else b.code end || ' · ', '') || p.sku || ' · ' || p.name || coalesce(' · ' || b.expires_on, '') as detail
    from asked ${ofBatch(db)}
    left join batches.batch now on now.account_id = b.account_id and now.id = b.merged_into
    left join lateral (
      select f.batch_id from batches.former_code f
      where f.account_id = b.account_id and f.batch_id = b.id and f.code = asked.written and f.code <> b.code limit 1) f on true`,
  lot: (db) => db`l.code as title, l.name as detail from asked join batches.lot l ${called(db, 'l')}`,
  serial: (db) => db`asked.written as title, p.sku || ' · batch ' || b.code as detail from asked ${ofBatch(db)}`,
  sample: (
    db,
  ) => db`asked.written as title, p.sku || ' · batch ' || b.code || ' · kept until ' || s.due_on as detail from asked ${ofBatch(db)}
    join samples.sample s on s.account_id = b.account_id and s.number = asked.written`,
  repair: (
    db,
  ) => db`asked.written as title, r.kind || ' · ' || p.sku || ' · batch ' || b.code || case when r.undone_at is null then '' else ' · undone' end as detail
    from asked ${ofBatch(db)} join repairs.repair r on r.account_id = b.account_id and r.number = asked.written`,
  hold: (db) => db`h.number as title, h.reason as detail from asked join quality.hold h ${called(db, 'h')}`,
  recall: (db) => db`r.number as title, r.title as detail from asked join recalls.recall r ${called(db, 'r')}`,
  mock: (
    db,
  ) => db`m.number as title, 'Mock recall of batch ' || b.code as detail from asked join mocks.mock m ${called(db, 'm')}
    join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id`,
  print: (db) =>
    db`n.number as title, n.template || ' · ' || n.subjects * n.copies || ' labels' as detail from asked join labels.print n ${called(db, 'n')}`,
  import: (db) => db`i.number as title, i.name as detail from asked join imports.import i ${called(db, 'i')}`,
} satisfies Partial<Record<FoundKind, Tell>>

const documents = {
  order: (
    db,
  ) => db`o.number as title, coalesce(c.name, o.channel) as detail from asked join orders.sales_order o ${called(db, 'o')}
    left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id`,
  shipment: (db) => db`
    s.number as title, 'Order ' || o.number || coalesce(' · ' || s.tracking_number, '') || case when exists (
      select from stock.net_move m where m.account_id = s.account_id and m.document_id = s.id) then '' else ' · cancelled' end as detail
    from asked join fulfilment.shipment s ${called(db, 's')} join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id`,
  parcel: (db) => db`q.number as title, 'Order ' || o.number || coalesce(' · SSCC ' || q.sscc, '') as detail
    from asked join fulfilment.parcel q ${called(db, 'q')} join orders.sales_order o on o.account_id = q.account_id and o.id = q.order_id`,
  receipt: (
    db,
  ) => db`r.number as title, coalesce(s.name, 'no supplier') as detail from asked join receiving.receipt r ${called(db, 'r')}
    left join catalog.supplier s on s.account_id = r.account_id and s.id = r.supplier_id`,
  run: (
    db,
  ) => db`r.number as title, r.kind || coalesce(' · ' || r.reference, '') || case when r.undone_at is null then '' else ' · undone' end as detail
    from asked join production.run r ${called(db, 'r')}`,
  inbound: (
    db,
  ) => db`i.number as title, coalesce(s.name, 'no supplier') as detail from asked join receiving.inbound i ${called(db, 'i')}
    left join catalog.supplier s on s.account_id = i.account_id and s.id = i.supplier_id`,
  return: (
    db,
  ) => db`r.number as title, coalesce(c.name, 'no customer') as detail from asked join returns.announced_return r ${called(db, 'r')}
    left join catalog.customer c on c.account_id = r.account_id and c.id = r.customer_id`,
  customer: (db) => db`c.name as title, c.code as detail from asked join catalog.customer c ${called(db, 'c')}`,
  supplier: (db) => db`s.name as title, s.code as detail from asked join catalog.supplier s ${called(db, 's')}`,
  client: (db) => db`c.name as title, c.code as detail from asked join catalog.client c ${called(db, 'c')}`,
} satisfies Partial<Record<FoundKind, Tell>>

const ofWarehouse = (db: Db, alias: string) =>
  db`join places.warehouse w on w.account_id = ${db(alias)}.account_id and w.id = ${db(alias)}.warehouse_id`

const ofTheFloor = {
  wave: (
    db,
  ) => db`v.number as title, w.code || case when v.closed_at is null then ', open' else ', closed' end as detail
    from asked join fulfilment.pick_wave v ${called(db, 'v')} ${ofWarehouse(db, 'v')}`,
  count: (
    db,
  ) => db`c.number as title, w.code || case when c.closed_at is null then ', open' else ', closed' end as detail
    from asked join counts.count c ${called(db, 'c')} ${ofWarehouse(db, 'c')}`,
  transfer: (
    db,
  ) => db`t.number as title, w.code || ' → ' || g.code || case when t.cancelled_at is null then '' else ', cancelled' end as detail
    from asked join transfers.transfer t ${called(db, 't')}
    join places.warehouse w on w.account_id = t.account_id and w.id = t.from_warehouse_id
    join places.warehouse g on g.account_id = t.account_id and g.id = t.to_warehouse_id`,
  disposal: (db) =>
    db`d.number as title, w.code || ', ' || d.reason as detail from asked join disposals.disposal d ${called(db, 'd')} ${ofWarehouse(db, 'd')}`,
  bin: (
    db,
  ) => db`q.code as title, w.code || coalesce(' · ' || z.name, '') as detail from asked join places.place q ${called(db, 'q')} ${ofWarehouse(db, 'q')}
    left join places.zone z on z.account_id = q.account_id and z.id = q.zone_id`,
  warehouse: (db) => db`w.code as title, w.name as detail from asked join places.warehouse w ${called(db, 'w')}`,
  zone: (db) =>
    db`z.code as title, w.code || ' · ' || z.name as detail from asked join places.zone z ${called(db, 'z')} ${ofWarehouse(db, 'z')}`,
  service: (db) => db`s.code as title, s.name as detail from asked join allocation.service s ${called(db, 's')}`,
} satisfies Partial<Record<FoundKind, Tell>>

const tell: Readonly<Record<FoundKind, Tell>> = { ...things, ...documents, ...ofTheFloor }
