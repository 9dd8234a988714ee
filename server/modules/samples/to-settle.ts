/**
 * server/modules/samples/to-settle.ts — samples that are kept and whose day has come, in the zone of the warehouse they were taken from.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'

type Row = Omit<ToSettle, 'says'>

/** Found by their day; of each that ever came to it, the moves tell whether any is left. */
const due = (db: Db, warehouseId: string | null) => db`
  select s.id::text as key, s.id as document_id, s.number, array[p.sku] as skus, b.id as batch_id, b.code as batch_code, w.id as warehouse_id,
    w.code as warehouse_code, s.kept_at as place_code, kept.quantity, s.due_on::timestamp at time zone w.time_zone as since, s.taken_by as by
  from places.place at_samples
  join samples.sample s on s.account_id = at_samples.account_id and s.due_on <= (${db.act.at}::timestamptz at time zone 'UTC')::date + 1
  join places.warehouse w on w.account_id = s.account_id and w.id = s.warehouse_id
  cross join lateral (
    select coalesce(sum(case when m.to_place_id = at_samples.id then m.quantity else -m.quantity end), 0)::bigint as quantity
    from stock.move m where m.account_id = s.account_id and m.document_id = s.id and at_samples.id in (m.from_place_id, m.to_place_id)) kept
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  where at_samples.account_id = ${db.act.accountId} and at_samples.kind = 'sample' and kept.quantity > 0
    and s.due_on::timestamp at time zone w.time_zone <= ${db.act.at}::timestamptz
    ${warehouseId ? db`and s.warehouse_id = ${warehouseId}` : db``}`

export const samplesToSettle = (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, { rows: due(db, ask.warehouseId), ask, tell: (row: Row) => ({ ...row, says: 'kept long enough' }) })
