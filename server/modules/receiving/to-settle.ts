/**
 * server/modules/receiving/to-settle.ts — inbound shipments of which some has come and not what was announced. One of which all has come
 * closes by itself, and one that somebody closes is settled.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'
import { reversed } from './store.ts'

type Row = Omit<ToSettle, 'says'> & { short: number; over: number }

/** Product by product, in whichever batches it came. Since the first goods of it. */
const differing = (db: Db, warehouseId: string | null) => db`
  select i.id::text as key, i.id as document_id, i.number, d.skus, null::uuid as batch_id, null::text as batch_code, w.id as warehouse_id,
    w.code as warehouse_code, null::text as place_code, d.short + d.over as quantity, came.since, came.by, d.short, d.over
  from receiving.inbound i
  join places.warehouse w on w.account_id = i.account_id and w.id = i.warehouse_id
  cross join lateral (
    select min(r.received_at) as since, (array_agg(r.actor_name order by r.received_at, r.id))[1] as by
    from receiving.receipt r where r.account_id = i.account_id and r.inbound_id = i.id
      and exists (select from receiving.receipt_line l where l.account_id = r.account_id and l.receipt_id = r.id and not ${reversed(db)})) came
  cross join lateral (
    select coalesce(sum(greatest(0, u.announced - u.came)), 0)::bigint as short, coalesce(sum(greatest(0, u.came - u.announced)), 0)::bigint as over,
      array_agg(p.sku order by p.sku) as skus
    from (
      select e.product_id, sum(e.announced) as announced, sum(e.came) as came
      from (
        select a.product_id, a.quantity as announced, 0 as came from receiving.inbound_line a where a.account_id = i.account_id and a.inbound_id = i.id
        union all
        select l.product_id, 0, l.quantity from receiving.receipt r
        join receiving.receipt_line l on l.account_id = r.account_id and l.receipt_id = r.id
        where r.account_id = i.account_id and r.inbound_id = i.id and not ${reversed(db)}) e
      group by e.product_id having sum(e.announced) <> sum(e.came)) u
    join catalog.product p on p.account_id = i.account_id and p.id = u.product_id) d
  where i.account_id = ${db.act.accountId} and i.closed_at is null ${warehouseId ? db`and i.warehouse_id = ${warehouseId}` : db``}
    and came.since is not null and d.short + d.over > 0`

export const inboundsToSettle = (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, {
    rows: differing(db, ask.warehouseId),
    ask,
    tell: ({ short, over, ...row }: Row) => ({ ...row, says: words(short, over) }),
  })

const words = (short: number, over: number): string =>
  [short > 0 ? `${short} short` : null, over > 0 ? `${over} more than announced` : null]
    .filter((part) => part !== null)
    .join(', ')
