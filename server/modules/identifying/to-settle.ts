/**
 * server/modules/identifying/to-settle.ts — units of which nobody knows the batch yet, product by product and warehouse by warehouse.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'

type Row = Omit<ToSettle, 'says'>

/** Since the product is tracked. */
const unidentified = (db: Db, warehouseId: string | null) => db`
  select p.id || ' ' || w.id as key, p.id as document_id, null::text as number, array[g.sku] as skus, null::uuid as batch_id,
    null::text as batch_code, w.id as warehouse_id, w.code as warehouse_code, null::text as place_code, sum(s.on_hand)::bigint as quantity,
    p.started_at as since, p.started_by as by
  from identifying.path p
  join stock.balance s on s.account_id = p.account_id and s.batch_id = p.batch_id
  join places.place t on t.account_id = s.account_id and t.id = s.place_id
  join places.warehouse w on w.account_id = t.account_id and w.id = t.warehouse_id
  join catalog.product g on g.account_id = p.account_id and g.id = p.product_id
  where p.account_id = ${db.act.accountId} and p.given_up_at is null ${warehouseId ? db`and w.id = ${warehouseId}` : db``}
  group by p.id, p.started_at, p.started_by, w.id, w.code, g.sku`

export const unidentifiedToSettle = (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, {
    rows: unidentified(db, ask.warehouseId),
    ask,
    tell: (row: Row) => ({ ...row, says: 'without a batch, to be identified' }),
  })
