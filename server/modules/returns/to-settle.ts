/**
 * server/modules/returns/to-settle.ts — returns of which units are here and nobody has decided what becomes of them.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'
import { batchesApart, returnsOf, undecidedUnits } from './store.ts'

type Row = Omit<ToSettle, 'says'> & { unlabelled: boolean }

/** With where the first units of it came to; those without a label are in no move. */
const toInspect = (db: Db, warehouseId: string | null, apart: readonly string[]) => db`
  select r.id::text as key, r.id as document_id, r.number, came.skus, null::uuid as batch_id, null::text as batch_code, w.id as warehouse_id,
    w.code as warehouse_code, p.code as place_code, left_over.quantity, first.since, first.by, came.unlabelled
  from (${returnsOf(db, apart)}) here
  join returns.announced_return r on r.account_id = ${db.act.accountId} and r.id = here.return_id
  cross join lateral (select ${undecidedUnits(db)} as quantity) left_over
  cross join lateral (
    select m.occurred_at as since, m.actor_name as by, m.to_place_id as place_id from stock.net_move n
    join stock.move m on m.account_id = n.account_id and m.id = n.id
    join places.place t on t.account_id = m.account_id and t.id = m.to_place_id and t.kind <> 'storage'
    where n.account_id = r.account_id and n.document_id = r.id and n.reason = 'return'
    union all
    select u.received_at, u.received_by, u.place_id from returns.unlabelled u where u.account_id = r.account_id and u.return_id = r.id
    order by since limit 1) first
  join places.place p on p.account_id = r.account_id and p.id = first.place_id
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  cross join lateral (
    select array_agg(distinct g.sku order by g.sku) as skus,
      exists (select from returns.unlabelled u where u.account_id = r.account_id and u.return_id = r.id) as unlabelled
    from returns.announced_line l join catalog.product g on g.account_id = l.account_id and g.id = l.product_id
    where l.account_id = r.account_id and l.return_id = r.id) came
  where left_over.quantity > 0 ${warehouseId ? db`and w.id = ${warehouseId}` : db``}`

export const returnsToSettle = async (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, {
    rows: toInspect(db, ask.warehouseId, await batchesApart(db)),
    ask,
    tell: ({ unlabelled, ...row }: Row) => ({
      ...row,
      says: unlabelled ? 'to be looked at, some without a label' : 'to be looked at',
    }),
  })
