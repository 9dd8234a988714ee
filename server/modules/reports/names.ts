/**
 * server/modules/reports/names.ts — what the ids in an audit entry or on a move are called, whatever they are of.
 */
import type { Db } from '#platform/db.ts'

export const namedKinds = [
  'product',
  'batch',
  'lot',
  'warehouse',
  'zone',
  'place',
  'supplier',
  'customer',
  'order',
  'shipment',
  'receipt',
  'run',
  'inbound',
  'return',
  'hold',
  'recall',
  'rule',
  'pool',
  'client',
  'wave',
  'parcel',
  'transfer',
  'count',
  'disposal',
  'person',
] as const
export type Name = { id: string; kind: (typeof namedKinds)[number]; title: string; detail: string }

/** What is of another account, or nothing at all, is not in the answer. */
export const namesOf = (db: Db, ids: readonly string[]) => db<Name[]>`
  with asked as (select unnest(${ids as string[]}::uuid[]) as id)
  select p.id, 'product' as kind, p.sku as title, p.name as detail from asked join catalog.product p on ${is(db, 'p')}
  union all
  select b.id, 'batch', b.code, p.sku from asked join batches.batch b on ${is(db, 'b')}
    join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  union all
  select l.id, 'lot', l.code, l.name from asked join batches.lot l on ${is(db, 'l')}
  union all
  select w.id, 'warehouse', w.code, w.name from asked join places.warehouse w on ${is(db, 'w')}
  union all
  select z.id, 'zone', z.code, z.name from asked join places.zone z on ${is(db, 'z')}
  union all
  select p.id, 'place', coalesce(w.code || ' · ', '') || p.code, p.kind from asked join places.place p on ${is(db, 'p')}
    left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  union all
  select s.id, 'supplier', s.name, s.code from asked join catalog.supplier s on ${is(db, 's')}
  union all
  select c.id, 'customer', c.name, c.code from asked join catalog.customer c on ${is(db, 'c')}
  union all ${ofDocuments(db)}
  union all
  select h.id, 'hold', h.number, h.reason from asked join quality.hold h on ${is(db, 'h')}
  union all
  select r.id, 'recall', r.number, r.title from asked join recalls.recall r on ${is(db, 'r')}
  union all
  select r.id, 'rule', r.name, r.reason from asked join allocation.rule r on ${is(db, 'r')}
  union all
  select p.id, 'pool', p.name, p.channel from asked join allocation.pool p on ${is(db, 'p')}
  union all
  select c.id, 'client', c.name, c.code from asked join catalog.client c on ${is(db, 'c')}
  union all
  select w.id, 'wave', w.number, '' from asked join fulfilment.pick_wave w on ${is(db, 'w')}
  union all
  select p.id, 'parcel', p.number, coalesce(p.sscc, '') from asked join fulfilment.parcel p on ${is(db, 'p')}
  union all
  select c.id, 'count', c.number, '' from asked join counts.count c on ${is(db, 'c')}
  union all
  select t.id, 'transfer', t.number, '' from asked join transfers.transfer t on ${is(db, 't')}
  union all
  select d.id, 'disposal', d.number, d.reason from asked join disposals.disposal d on ${is(db, 'd')}
  union all
  select p.id, 'person', p.name, p.role from asked join access.person p on ${is(db, 'p')}`

const ofDocuments = (db: Db) => db`
  select o.id, 'order', o.number, o.channel from asked join orders.sales_order o on ${is(db, 'o')}
  union all
  select s.id, 'shipment', s.number, '' from asked join fulfilment.shipment s on ${is(db, 's')}
  union all
  select r.id, 'receipt', r.number, '' from asked join receiving.receipt r on ${is(db, 'r')}
  union all
  select r.id, 'run', r.number, r.kind from asked join production.run r on ${is(db, 'r')}
  union all
  select i.id, 'inbound', i.number, '' from asked join receiving.inbound i on ${is(db, 'i')}
  union all
  select r.id, 'return', r.number, '' from asked join returns.announced_return r on ${is(db, 'r')}`

const is = (db: Db, alias: string) => db`${db(alias)}.account_id = ${db.act.accountId} and ${db(alias)}.id = asked.id`
